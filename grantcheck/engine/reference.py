"""The same judgement in plain Python, straight from the conditions: what the engine is held against."""

from __future__ import annotations

import operator
import typing
from typing import TYPE_CHECKING

from grantcheck.engine.encoding import is_there
from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.model.outcome import Outcome
from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import (
    All,
    Any,
    Comparison,
    Condition,
    FieldRef,
    Known,
    Not,
    Operand,
    fields_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from grantcheck.model.fact import Fact, Value
    from grantcheck.rules.rule import Rule

Truth3 = bool | None
"""True, false, or None for undecided."""

_OPERATORS: Mapping[str, Callable[[typing.Any, typing.Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def judge_by_reference(rules: Iterable[Rule], case: Sequence[Fact]) -> CaseRulings:
    """The rulings of one case."""
    found: list[Ruling] = []
    for rule in rules:
        for positions in combinations(rule, case):
            bound = {alias: case[at] for alias, at in zip(rule.file.facts, positions, strict=True)}
            try:
                outcome = outcome_for(rule, bound)
            except Undecided as undecided:
                return CaseRulings((), fault=f"{undecided} for facts {positions}.")
            if outcome is not None:
                found.append(Ruling(rule.id, positions, *outcome))
    return CaseRulings(tuple(sorted(found)))


def truth(condition: Condition, bound: Mapping[str, Fact]) -> Truth3:
    """The value of `condition` for these facts by alias; None where a missing field leaves it undecided."""
    match condition:
        case Comparison():
            return _compared(condition, bound)
        case Known(ref):
            return is_there(bound[ref.alias], ref.name)
        case Not(inner):
            value = truth(inner, bound)
            return None if value is None else not value
        case All(parts):
            return _all(truth(part, bound) for part in parts)
        case Any(parts):
            none = _all(_negated(truth(part, bound)) for part in parts)
            return _negated(none)


def combinations(rule: Rule, case: Sequence[Fact]) -> Iterator[tuple[int, ...]]:
    """Positions of facts for the rule's aliases, in order, no fact twice, where the rule may apply."""
    aliases = list(rule.file.facts.items())
    screens = _screens(rule)

    def extended(chosen: tuple[int, ...], bound: dict[str, Fact]) -> Iterator[tuple[int, ...]]:
        if len(chosen) == len(aliases):
            yield chosen
            return
        alias, kind = aliases[len(chosen)]
        for position, fact in enumerate(case):
            if fact.kind != kind or position in chosen:
                continue
            more = {**bound, alias: fact}
            if all(truth(part, more) is not False for part in screens[alias]):
                yield from extended((*chosen, position), more)

    return extended((), {})


def _screens(rule: Rule) -> dict[str, list[Condition]]:
    """By alias, the parts of `applies_when` that can be told once it and the aliases before it are bound."""
    aliases = list(rule.file.facts)
    screens: dict[str, list[Condition]] = {alias: [] for alias in aliases}
    parts = rule.selects.inner if isinstance(rule.selects, All) else (rule.selects,)
    for part in parts:
        used = [aliases.index(ref.alias) for ref in fields_of(part)]
        screens[aliases[max(used, default=0)]].append(part)
    return screens


class Undecided(ValueError):
    """A rule applies and came to no outcome; the check of rule files rules that out."""


def outcome_for(rule: Rule, bound: Mapping[str, Fact]) -> tuple[Outcome, int | None] | None:
    """The outcome for these facts by alias, and the branch that is broken; None where there is nothing to say.

    Raises:
        Undecided: the rule came to no outcome.
    """
    applies = truth(rule.selects, bound)
    if applies is False:
        return None
    if applies is None or not all(is_there(bound[need.alias], need.name) for need in rule.needs):
        return (Outcome.NOT_VERIFIABLE, None)
    if rule.is_observation:
        noted = truth(rule.noted, bound)
        if noted is None:
            raise Undecided(f"{rule.id} applies and came to no outcome")
        return (Outcome.NOTED, None) if noted else None
    values = [truth(branch.when, bound) for branch in rule.branches]
    if True in values:
        return (Outcome.BROKEN, values.index(True))
    if None in values:
        raise Undecided(f"{rule.id} applies and came to no outcome")
    return (Outcome.HOLDS, None)


def _compared(comparison: Comparison, bound: Mapping[str, Fact]) -> Truth3:
    left, right = _value(comparison.left, bound), _value(comparison.right, bound)
    if left is None or right is None:
        return None
    return _OPERATORS[comparison.operator](left, right)


def _value(operand: Operand, bound: Mapping[str, Fact]) -> Value | None:
    if not isinstance(operand, FieldRef):
        return comparable(operand)
    value = bound[operand.alias].fields.get(operand.name)
    return None if value is None else comparable(value)


def _all(values: Iterable[Truth3]) -> Truth3:
    undecided = False
    for value in values:
        if value is False:
            return False
        undecided = undecided or value is None
    return None if undecided else True


def _negated(value: Truth3) -> Truth3:
    return None if value is None else not value
