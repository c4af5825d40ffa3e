"""Conditions of rules as SQL, whose three truth values are the same: null is undecided."""

from __future__ import annotations

from collections.abc import Callable

from grantcheck.bulk.sql import quoted
from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not, Operand

Column = Callable[[FieldRef], str]
"""From a field of a rule to the SQL of its value as rules compare it."""


def as_sql(condition: Condition, column: Column) -> str:
    """The condition as an SQL expression: true, false, or null where a missing field leaves it undecided."""
    match condition:
        case Comparison(left, operator, right):
            symbol = {"==": "=", "!=": "<>"}.get(operator, operator)
            return f"({column(left)} {symbol} {_operand(right, column)})"
        case Known(field):
            return f"({column(field)} IS NOT NULL)"
        case Not(inner):
            return f"(NOT {as_sql(inner, column)})"
        case All(parts):
            return _joined("AND", [as_sql(part, column) for part in parts], "TRUE")
        case Any(parts):
            return _joined("OR", [as_sql(part, column) for part in parts], "FALSE")


def _joined(word: str, parts: list[str], empty: str) -> str:
    return f"({f' {word} '.join(parts)})" if parts else empty


def _operand(operand: Operand, column: Column) -> str:
    if isinstance(operand, FieldRef):
        return column(operand)
    compared = comparable(operand)
    return quoted(compared) if isinstance(compared, str) else str(int(compared))


def comparable_sql(column: str) -> str:
    """A text as rules compare it."""
    return f"nfc_normalize(replace(lower(nfc_normalize({column})), 'ß', 'ss'))"
