"""Which fields of which kinds the rules read; the engine's facts carry no others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.engine.envelope import RESERVED, presence_field, value_field
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.rules.rule import Rule, RuleBook
    from grantcheck.rules.vocabulary import Kind


@dataclass(slots=True)
class KindUse:
    """The fields of one kind."""

    compared: set[str] = field(default_factory=set)
    """Their values matter."""
    read: set[str] = field(default_factory=set)
    """They matter in some way, if only by being there."""


Uses = dict[str, KindUse]
"""By kind."""


def uses_of(book: RuleBook) -> Uses:
    """What the judged rules of `book` read."""
    uses: Uses = {kind: KindUse() for rule in book.judged for kind in rule.file.facts.values()}
    for rule in book.judged:
        for ref in rule.fields_read():
            uses[rule.file.facts[ref.alias]].read.add(ref.name)
        for comparison in comparisons_of(rule):
            for side in (comparison.left, comparison.right):
                if isinstance(side, FieldRef):
                    uses[rule.file.facts[side.alias]].compared.add(side.name)
    return uses


def engine_fields(kind: Kind, use: KindUse) -> list[str]:
    """The names of everything that the engine's facts of this kind may carry."""
    values = [value_field(name) for name in sorted(use.compared)]
    presences = [presence_field(name) for name in sorted(use.read) if kind.fields[name].optional]
    return [*RESERVED, *values, *presences]


def comparisons_of(rule: Rule) -> Iterator[Comparison]:
    """Every comparison in the rule's conditions."""
    for condition in (rule.selects, rule.noted, rule.broken):
        yield from _comparisons(condition)


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case Comparison():
            yield condition
        case Known():
            return
        case Not(inner):
            yield from _comparisons(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _comparisons(part)
