"""Spans of years over the columns of requested amounts, and in words."""

from __future__ import annotations

from collections.abc import Sequence

from grantcheck.bulk.sql import first_of, name
from grantcheck.model.years import Year


def amount(year: Year) -> str:
    """The column of a year; null where the case says nothing of it, which is not zero."""
    return name(str(year))


def first_funded(years: Sequence[Year]) -> str:
    """The first year with money."""
    return first_of([(f"{amount(year)} <> 0", str(year)) for year in years])


def last_funded(years: Sequence[Year]) -> str:
    """The last year with money."""
    return first_funded(years[::-1])


def longest_gap(years: Sequence[Year]) -> str:
    """The longest run of years without money between two with some; zero where there is none."""
    gaps = [
        f"CASE WHEN {amount(year)} <> 0 THEN {year} - ({last_funded(years[:at])}) - 1 END"
        for at, year in enumerate(years)
        if at > 0
    ]
    return f"coalesce(greatest({', '.join(gaps)}, 0), 0)" if gaps else "0"


def shown(years: Sequence[Year]) -> str:
    """The years that the case says something of, as a list."""
    cells = ", ".join(f"CASE WHEN {amount(year)} IS NOT NULL THEN {year} END" for year in years)
    return f"list_filter([{cells}], lambda y: y IS NOT NULL)"


def span(years: str) -> str:
    """A sorted SQL list of years in words, runs folded: `2026-2027, 2029`."""
    after = f"i > 1 AND {years}[i - 1] = y - 1"
    ends = f"coalesce({years}[i + 1] <> y + 1, TRUE)"
    piece = (
        f"CASE WHEN {after} THEN CASE WHEN {ends} THEN '-' || y ELSE '' END "
        "ELSE CASE WHEN i > 1 THEN ', ' ELSE '' END || y END"
    )
    return f"array_to_string(list_transform({years}, lambda y, i: {piece}), '')"
