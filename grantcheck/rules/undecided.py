"""Conditions as lists of alternatives, in three truth values.

A condition over fields that may be missing is true, false or undecided (Kleene's logic). `alternatives` gives,
for one of the three, the alternatives under which the condition takes that value, each a conjunction of
literals over comparisons and presence. The engine's compiler and the rule check both stand on it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from itertools import product

from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not


class Truth(Enum):
    """The value of a condition."""

    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Literal:
    """A comparison that holds, or (without comparison) a field that is there or is missing."""

    comparison: Comparison | None = None
    present: FieldRef | None = None
    absent: FieldRef | None = None


Alternative = frozenset[Literal]

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_NEGATED = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNDECIDED: Truth.UNDECIDED}


def alternatives(
    condition: Condition, truth: Truth, optional: AbstractSet[FieldRef]
) -> frozenset[Alternative]:
    """The alternatives under which `condition` is `truth`; `optional` are the fields that may be missing.

    A comparison in an alternative implies that its fields are present. The alternatives may overlap.
    """
    return frozenset(found for found in _alternatives(condition, truth, optional) if not contradictory(found))


def may_be_undecided(condition: Condition, optional: AbstractSet[FieldRef]) -> FieldRef | None:
    """A field whose absence leaves the condition undecided, or None where it is always decided."""
    for found in alternatives(condition, Truth.UNDECIDED, optional):
        for literal in found:
            if literal.absent is not None:
                return literal.absent
    return None


def always_there(condition: Condition, optional: AbstractSet[FieldRef]) -> frozenset[FieldRef]:
    """The fields of `optional` that are there wherever the condition is true."""
    found = [
        {ref for literal in one for ref in _present(literal)}
        for one in alternatives(condition, Truth.TRUE, optional)
    ]
    return frozenset(set.intersection(*found) & optional) if found else frozenset()


def _alternatives(condition: Condition, truth: Truth, optional: AbstractSet[FieldRef]) -> set[Alternative]:
    match condition:
        case Comparison():
            return _of_comparison(condition, truth, optional)
        case Known(field):
            return _of_known(field, truth, optional)
        case Not(inner):
            return _alternatives(inner, _NEGATED[truth], optional)
        case All(parts):
            return _of_all(parts, truth, optional)
        case Any(parts):
            return _of_all(tuple(Not(part) for part in parts), _NEGATED[truth], optional)


def _of_comparison(comparison: Comparison, truth: Truth, optional: AbstractSet[FieldRef]) -> set[Alternative]:
    if truth is Truth.TRUE:
        return {frozenset({Literal(comparison)})}
    if truth is Truth.FALSE:
        opposite = Comparison(comparison.left, _OPPOSITE[comparison.operator], comparison.right)  # type: ignore[arg-type]
        return {frozenset({Literal(opposite)})}
    fields = (comparison.left, comparison.right)
    return {
        frozenset({Literal(absent=ref)}) for ref in fields if isinstance(ref, FieldRef) and ref in optional
    }


def _of_known(field: FieldRef, truth: Truth, optional: AbstractSet[FieldRef]) -> set[Alternative]:
    always = field not in optional
    if truth is Truth.TRUE:
        return {frozenset() if always else frozenset({Literal(present=field)})}
    if truth is Truth.FALSE and not always:
        return {frozenset({Literal(absent=field)})}
    return set()


def _of_all(parts: tuple[Condition, ...], truth: Truth, optional: AbstractSet[FieldRef]) -> set[Alternative]:
    if truth is Truth.FALSE:
        return {found for part in parts for found in _alternatives(part, Truth.FALSE, optional)}
    true: set[Alternative] = {frozenset()}
    undecided: set[Alternative] = set()
    for part in parts:
        part_true = _alternatives(part, Truth.TRUE, optional)
        part_undecided = _alternatives(part, Truth.UNDECIDED, optional)
        undecided = _joined(undecided, part_true | part_undecided) | _joined(true, part_undecided)
        true = _joined(true, part_true)
    return true if truth is Truth.TRUE else undecided


def _joined(left: set[Alternative], right: set[Alternative]) -> set[Alternative]:
    return {a | b for a, b in product(left, right) if not contradictory(a | b)}


def contradictory(alternative: Alternative) -> bool:
    """Whether a field is both missing and there."""
    absent = {literal.absent for literal in alternative if literal.absent is not None}
    if not absent:
        return False
    return any(ref in absent for literal in alternative for ref in _present(literal))


def _present(literal: Literal) -> tuple[FieldRef, ...]:
    if literal.comparison is None:
        return () if literal.present is None else (literal.present,)
    right = literal.comparison.right
    return (literal.comparison.left, right) if isinstance(right, FieldRef) else (literal.comparison.left,)
