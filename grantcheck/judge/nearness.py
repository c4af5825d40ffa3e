"""Every combination of facts that a rule could be about, and how far each is from what the rule looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod

from grantcheck.engine.reference import Truth3, truth
from grantcheck.judge.explaining import Bound
from grantcheck.model.fact import Fact
from grantcheck.rules.condition import All, Condition, Known
from grantcheck.rules.rule import Rule
from grantcheck.rules.tables.table import is_table_row

Missed = tuple[int, int]
"""Conditions that are false, and conditions that are undecided."""
Distance = tuple[int, int, int]
"""What is missed, then how much of it keeps the rule from applying at all: where it applies it came nearer."""


def kinds_absent(rule: Rule, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The kinds of facts that the rule joins and the case has none of (or too few)."""
    wanted = _own_kinds(rule)
    there = [fact.kind for fact in facts]
    return tuple(kind for kind in dict.fromkeys(wanted) if there.count(kind) < wanted.count(kind))


def all_bound(rule: Rule, facts: Sequence[Fact]) -> Iterator[Bound]:
    """Every combination, whether the rule applies to it or not; no fact stands under two aliases."""
    aliases = list(rule.file.facts.items())

    def extended(chosen: tuple[int, ...]) -> Iterator[Bound]:
        if len(chosen) == len(aliases):
            bound = {alias: facts[at] for (alias, _), at in zip(aliases, chosen, strict=True)}
            if truth(rule.join, bound):
                yield bound
            return
        kind = aliases[len(chosen)][1]
        for position, fact in enumerate(facts):
            if fact.kind == kind and position not in chosen:
                yield from extended((*chosen, position))

    return extended(())


def count_bound(rule: Rule, facts: Sequence[Fact]) -> int:
    """How many combinations there are."""
    wanted = _own_kinds(rule)
    there = [fact.kind for fact in facts]
    return prod(there.count(kind) - wanted[:index].count(kind) for index, kind in enumerate(wanted))


def _own_kinds(rule: Rule) -> list[str]:
    """Without rows of tables, of which each combination has exactly one."""
    return [kind for kind in rule.file.facts.values() if not is_table_row(kind)]


def distance(rule: Rule, bound: Bound) -> Distance:
    """What keeps the rule from being broken (or noted) here; of several ways to break it, the nearest."""
    before = _missed([rule.applies, *map(Known, rule.needs)], bound, unmet_needs=len(rule.needs))
    decisions = [rule.noted] if rule.is_observation else [branch.when for branch in rule.branches]
    then = min((_missed([each], bound) for each in decisions), default=(0, 0))
    return before[0] + then[0], before[1] + then[1], before[0]


def _missed(conditions: Sequence[Condition], bound: Bound, unmet_needs: int = 0) -> Missed:
    """A need that is missing leaves the rule open, so that it counts as undecided, not as false."""
    needs_from = len(conditions) - unmet_needs
    values = [value for each in conditions[:needs_from] for value in _values(each, bound)]
    missing = sum(truth(each, bound) is False for each in conditions[needs_from:])
    return values.count(False), values.count(None) + missing


def _values(condition: Condition, bound: Bound) -> list[Truth3]:
    inner = condition.inner if isinstance(condition, All) else (condition,)
    return [truth(part, bound) for part in inner]
