"""Conditions as values: what `request.amount > earlier.upper and known(note.code)` means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Operator = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field of a fact that the rule joins under `alias`."""

    alias: str
    name: str

    def __str__(self) -> str:
        return f"{self.alias}.{self.name}"


Operand = FieldRef | int | str

FLAG_SET = True
"""What a field that stands alone is compared with; equal to 1, and told from a written 1 by its type."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Undecided where a field of it is missing."""

    left: FieldRef
    operator: Operator
    right: Operand


@dataclass(frozen=True, slots=True)
class Known:
    """Whether a field is there; never undecided."""

    field: FieldRef


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    inner: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them; true where there are none."""

    inner: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of them."""

    inner: tuple[Condition, ...]


Condition = Comparison | Known | Not | All | Any


def fields_of(condition: Condition) -> Iterator[FieldRef]:
    """Every field that the condition mentions, in its order, with repeats."""
    match condition:
        case Comparison(left, _, right):
            yield left
            if isinstance(right, FieldRef):
                yield right
        case Known(field):
            yield field
        case Not(inner):
            yield from fields_of(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from fields_of(part)


def asked_of(condition: Condition) -> Iterator[FieldRef]:
    """The fields that the condition only asks whether they are known."""
    match condition:
        case Known(field):
            yield field
        case Not(inner):
            yield from asked_of(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from asked_of(part)
