"""Conditions as a rule file writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.rules.rule import Rule
    from grantcheck.rules.vocabulary import Vocabulary

Leaf = Comparison | Known
"""A condition without and, or, not."""


def leaves_of(condition: Condition) -> Iterator[Leaf]:
    """The comparisons and questions of presence in a condition, in its order, with repeats."""
    match condition:
        case Comparison() | Known():
            yield condition
        case Not(inner):
            yield from leaves_of(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves_of(part)


def field_type(rule: Rule, ref: FieldRef, vocabulary: Vocabulary) -> FieldType:
    """What the field holds."""
    return vocabulary.kinds[rule.file.facts[ref.alias]].fields[ref.name].type


def written(leaf: Leaf, rule: Rule, vocabulary: Vocabulary) -> str:
    """The sentence of a leaf; amounts in kroner.

    A flag that stands alone is written alone.
    """
    if isinstance(leaf, Known):
        return f"known({leaf.field})"
    of_type, right = field_type(rule, leaf.left, vocabulary), leaf.right
    if of_type is FieldType.FLAG and (leaf.operator, right) == ("==", 1):
        return str(leaf.left)
    if isinstance(right, int) and of_type is FieldType.MONEY:
        right //= ORE_PER_KRONE
    shown = f'"{right}"' if isinstance(right, str) else str(right)
    return f"{leaf.left} {leaf.operator} {shown}"
