"""Conditions as Python expressions over local names: surely true, surely false, in three truth values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not, Operator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALWAYS, NEVER = "True", "False"

_OPPOSITE: dict[Operator, Operator] = {
    "==": "!=",
    "!=": "==",
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
}


@dataclass(frozen=True)
class Names:
    """How the expressions name fields.

    Only names that the compiler makes up and `repr` of integers and texts get into the expressions, so that
    nothing of a rule file is run.
    """

    value: Callable[[FieldRef], str]
    """The local that holds the value of a field; None where it is missing."""
    known: Callable[[FieldRef], str]
    """An expression for whether a field is there."""
    optional: Callable[[FieldRef], bool]
    """Whether it may be missing."""


def surely(condition: Condition, names: Names, *, value: bool) -> str:
    """An expression that is true exactly where `condition` is decided, and is `value`."""
    match condition:
        case Comparison():
            return _compared(condition, names, value=value)
        case Known(ref):
            return _known(ref, names, value=value)
        case Not(inner):
            return surely(inner, names, value=not value)
        case All(parts):
            return _joined(parts, names, value=value, every=value)
        case Any(parts):
            return _joined(parts, names, value=value, every=not value)


def known(ref: FieldRef, names: Names) -> str:
    """An expression for whether a field is there."""
    return _known(ref, names, value=True)


def all_of(expressions: Iterable[str]) -> str:
    """Their conjunction."""
    parts = [each for each in dict.fromkeys(expressions) if each != ALWAYS]
    if NEVER in parts:
        return NEVER
    return " and ".join(parts) or ALWAYS


def any_of(expressions: Iterable[str]) -> str:
    """Their disjunction."""
    parts = [each for each in dict.fromkeys(expressions) if each != NEVER]
    if ALWAYS in parts:
        return ALWAYS
    if not parts:
        return NEVER
    return parts[0] if len(parts) == 1 else "(" + " or ".join(f"({each})" for each in parts) + ")"


def _compared(comparison: Comparison, names: Names, *, value: bool) -> str:
    left, right = comparison.left, comparison.right
    operator = comparison.operator if value else _OPPOSITE[comparison.operator]
    fields = [left, right] if isinstance(right, FieldRef) else [left]
    there = [f"{names.value(ref)} is not None" for ref in fields if names.optional(ref)]
    other = names.value(right) if isinstance(right, FieldRef) else _constant(right)
    return all_of([*there, f"{names.value(left)} {operator} {other}"])


def _constant(constant: int | str) -> str:
    # a flag that stands alone is compared with True, which equals 1
    return repr(int(constant) if isinstance(constant, bool) else comparable(constant))


def _known(ref: FieldRef, names: Names, *, value: bool) -> str:
    if not names.optional(ref):
        return ALWAYS if value else NEVER
    return names.known(ref) if value else f"not ({names.known(ref)})"


def _joined(parts: Iterable[Condition], names: Names, *, value: bool, every: bool) -> str:
    found = [surely(part, names, value=value) for part in parts]
    return all_of(found) if every else any_of(found)
