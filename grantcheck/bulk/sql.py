"""Names and texts as SQL; a table of values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def quoted(text: str) -> str:
    """A text as an SQL literal.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """A column or table of that name.

    >>> name("note.budget_year")
    '"note.budget_year"'
    """
    return '"' + text.replace('"', '""') + '"'


def literal(value: int | str | None) -> str:
    """A value as an SQL literal.

    >>> literal(None), literal(3), literal("a")
    ('NULL', '3', "'a'")
    """
    if value is None:
        return "NULL"
    return quoted(value) if isinstance(value, str) else str(int(value))


def chosen(by: str, cases: Iterable[tuple[str | int, str]], otherwise: str = "NULL") -> str:
    """`by` beside literals: an SQL choice of expressions.

    >>> chosen("area", [("service", "1")], "0")
    "CASE area WHEN 'service' THEN 1 ELSE 0 END"
    """
    branches = " ".join(f"WHEN {literal(value)} THEN {then}" for value, then in cases)
    return f"CASE {by} {branches} ELSE {otherwise} END" if branches else otherwise


def first_of(cases: Sequence[tuple[str, str]], otherwise: str = "NULL") -> str:
    """The expression of the first condition that is true.

    >>> first_of([("a > 0", "1")])
    'CASE WHEN a > 0 THEN 1 ELSE NULL END'
    """
    if not cases:
        return otherwise
    branches = " ".join(f"WHEN {condition} THEN {then}" for condition, then in cases)
    return f"CASE {branches} ELSE {otherwise} END"
