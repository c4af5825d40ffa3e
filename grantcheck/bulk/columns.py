"""The columns of the two tables, and how their cells are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from grantcheck.bulk.sql import first_of, literal, quoted
from grantcheck.model.terms import ControlArea

FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_KRONER = 10**12
"""More than a year's public money of the country; keeps products inside 128 bits."""
CURRENT = 0
"""The price level of tables in current prices, each year in its own."""


class CellType(StrEnum):
    """What a cell holds."""

    TEXT = "a text"
    YEAR = "a year from 1900 to 2200"
    KRONER = "whole kroner"
    PRICE_LEVEL = "a year, or 'current' for current prices"
    AREA = "service, capital or transfers"
    FLAG = "true or false"
    ROW = "a row's number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name."""

    type: CellType
    required: bool = False
    """Whether every row must have a value."""


PROPOSALS: Mapping[str, Column] = {
    "code": Column(CellType.TEXT, required=True),
    "budget_year": Column(CellType.YEAR, required=True),
    "grant": Column(CellType.TEXT),
    "title": Column(CellType.TEXT),
    "subtitle": Column(CellType.TEXT),
    "activity": Column(CellType.TEXT),
    "control_area": Column(CellType.AREA),
    "price_level": Column(CellType.PRICE_LEVEL),
    "categories": Column(CellType.TEXT),
    "asks_to_continue": Column(CellType.FLAG),
}
"""A row for each case; beside these a column for each year, headed by the year, in whole kroner."""

ALLOCATIONS: Mapping[str, Column] = {
    "grant": Column(CellType.TEXT, required=True),
    "title": Column(CellType.TEXT),
    "agreement": Column(CellType.TEXT, required=True),
    "control_area": Column(CellType.AREA),
    "committee": Column(CellType.TEXT),
    "appropriation": Column(CellType.TEXT),
    "activity": Column(CellType.TEXT),
    "price_level": Column(CellType.PRICE_LEVEL),
    "year": Column(CellType.YEAR, required=True),
    "amount": Column(CellType.KRONER, required=True),
}
"""A row for each agreement, line and year."""

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_WHOLE = r"[-−]?[0-9]{1,15}(\.0+)?"
_YES, _NO = ("true", "1", "x", "ja", "yes"), ("false", "0", "nej", "no")
_IN_CURRENT_PRICES = ("current", "løbende", "løbende p/l")


def cell(  # noqa: PLR0911 - one return for each type
    column: str, stored: str, wanted: CellType, areas: Mapping[str, ControlArea]
) -> str:
    """The value of a cell as SQL, null where it is not of its type.

    Args:
        column: the column as SQL.
        stored: the type that the file gives it.
        wanted: what it must hold.
        areas: other words for control areas, in lower case.
    """
    match wanted:
        case CellType.TEXT:
            return f"nullif(trim(CAST({column} AS VARCHAR)), '')"
        case CellType.YEAR:
            return _within(_whole(column, stored), FIRST_YEAR, LAST_YEAR)
        case CellType.KRONER | CellType.ROW:
            return _within(_whole(column, stored), -MOST_KRONER, MOST_KRONER)
        case CellType.PRICE_LEVEL:
            year = _within(_whole(column, stored), FIRST_YEAR, LAST_YEAR)
            if stored in _INTEGERS:
                return year
            return f"CASE WHEN {_word(column)} IN {_among(_IN_CURRENT_PRICES)} THEN {CURRENT} ELSE {year} END"
        case CellType.AREA:
            words = {**{area.value: area for area in ControlArea}, **areas}
            return first_of(
                [(f"{_word(column)} = {literal(word)}", literal(area.value)) for word, area in words.items()]
            )
        case CellType.FLAG:
            return first_of(
                [(f"{_word(column)} IN {_among(_YES)}", "1"), (f"{_word(column)} IN {_among(_NO)}", "0")]
            )


def _whole(column: str, stored: str) -> str:
    if stored in _INTEGERS:
        return f"CAST({column} AS BIGINT)"
    text = f"replace(trim(CAST({column} AS VARCHAR)), '−', '-')"
    whole = f"CAST(TRY_CAST({text} AS DECIMAL(18, 2)) AS BIGINT)"
    return f"CASE WHEN regexp_full_match({text}, {quoted(_WHOLE)}) THEN {whole} END"


def _within(number: str, low: int, high: int) -> str:
    return f"(CASE WHEN {number} BETWEEN {low} AND {high} THEN {number} END)"


def _word(column: str) -> str:
    return f"lower(trim(CAST({column} AS VARCHAR)))"


def _among(words: tuple[str, ...]) -> str:
    return f"({', '.join(map(quoted, words))})"
