"""One alternative of a rule as the engine's patterns: a flat conjunction of tests for each fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.envelope import CASE, KIND, pattern_name, presence_field, value_field
from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import Comparison, FieldRef, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from grantcheck.engine.decision import Code
    from grantcheck.rules.undecided import Alternative, Literal

Test = dict[str, object]
"""One test, as the engine reads it."""

_SYMBOLS: dict[Operator, str] = {
    "==": "$eq",
    "!=": "$neq",
    "<": "$lt",
    "<=": "$lte",
    ">": "$gt",
    ">=": "$gte",
}
_MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SAME_FACT = "$m"
_FIRST_TEST, _CONSTANT, _GUARD, _WITHIN, _JOIN, _KEY = range(6)
"""The order of tests in a pattern: only in this order is the engine right."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one fact must fulfil."""

    kind: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class FlatRule:
    """A conjunction over one fact or several; when it fires, `code` is said of those facts."""

    code: Code
    patterns: tuple[Pattern, ...]

    def definition(self) -> dict[str, object]:
        """The rule as the engine reads it."""
        return {
            "all": [
                {pattern_name(index): {"$and": list(pattern.tests)}}
                for index, pattern in enumerate(self.patterns)
            ]
        }


def flat_rule(code: Code, facts: Mapping[str, str], alternative: Alternative) -> FlatRule:
    """The rule that fires where every literal of `alternative` is true; `facts` gives the aliases' kinds."""
    aliases = list(facts)
    tests: dict[str, list[tuple[int, str, Test]]] = {alias: [] for alias in aliases}
    for literal in alternative:
        for alias, rank, test in _tests(literal, aliases):
            tests[alias].append((rank, repr(test), test))
    for index, alias in enumerate(aliases):
        tests[alias].append((_FIRST_TEST, "", {KIND: facts[alias]}))
        if index > 0:
            tests[alias].append((_KEY, "", {CASE: {pattern_name(0): CASE}}))
    return FlatRule(code, tuple(Pattern(facts[alias], _in_order(tests[alias])) for alias in aliases))


def _in_order(ranked: list[tuple[int, str, Test]]) -> tuple[Test, ...]:
    """Sorted and without repeats, so that equal rules compile to equal text."""
    unique = {(rank, text): test for rank, text, test in ranked}
    return tuple(unique[key] for key in sorted(unique))


def _tests(literal: Literal, aliases: list[str]) -> Iterator[tuple[str, int, Test]]:
    if literal.absent is not None:
        yield literal.absent.alias, _CONSTANT, {presence_field(literal.absent.name): 0}
    if literal.present is not None:
        yield literal.present.alias, _CONSTANT, {presence_field(literal.present.name): 1}
    if literal.comparison is not None:
        yield from _comparison_tests(literal.comparison, aliases)


def _comparison_tests(comparison: Comparison, aliases: list[str]) -> Iterator[tuple[str, int, Test]]:
    left, operator, right = comparison.left, comparison.operator, comparison.right
    if not isinstance(right, FieldRef):
        yield left.alias, _CONSTANT, _test(operator, left, comparable(right))
        return
    if aliases.index(left.alias) < aliases.index(right.alias):
        left, operator, right = right, _MIRRORED[operator], left
    for field in (left, right):
        yield field.alias, _GUARD, {"$ex": {value_field(field.name): 1}}
    if left.alias == right.alias:
        yield left.alias, _WITHIN, _test(operator, left, {_SAME_FACT: value_field(right.name)})
        return
    earlier = pattern_name(aliases.index(right.alias))
    rank = _KEY if operator == "==" else _JOIN
    yield left.alias, rank, _test(operator, left, {earlier: value_field(right.name)})


def _test(operator: Operator, left: FieldRef, right: object) -> Test:
    named: Test = {value_field(left.name): right}
    return named if operator == "==" else {_SYMBOLS[operator]: named}
