"""Conditions of the workload in the languages of the peers; its fields are always there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from grantcheck.rules.rule import Rule


@dataclass(frozen=True)
class Language:
    """How an expression is written."""

    both: str = " and "
    equal: str = "=="
    different: str = "!="
    field: Callable[[FieldRef], str] = lambda ref: f"{ref.alias}_{ref.name}"
    text: Callable[[str], str] = repr


def written(condition: Condition, language: Language) -> str:
    """A conjunction of comparisons in a language."""
    if isinstance(condition, All):
        return language.both.join(written(part, language) for part in condition.inner) or "true"
    if not isinstance(condition, Comparison):
        raise TypeError(f"The workload has no {type(condition).__name__}.")
    sign = {"==": language.equal, "!=": language.different}.get(condition.operator, condition.operator)
    right = condition.right
    if isinstance(right, FieldRef):
        shown = language.field(right)
    else:
        shown = language.text(str(comparable(right))) if isinstance(right, str) else str(right)
    return f"{language.field(condition.left)} {sign} {shown}"


def broken_text(rule: Rule, language: Language) -> str:
    """When a rule of the workload is broken."""
    return written(rule.branches[0].when, language)
