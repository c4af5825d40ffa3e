"""The figures of rows and tables, with doubt carried along: None is a figure that was not read for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from grantcheck.model.money import Kroner
from grantcheck.model.note import TOTAL, Note, Row, Table
from grantcheck.model.terms import ControlArea, RowKind, TableKind
from grantcheck.model.years import Year

YearAmounts = dict[Year, Kroner | None]
"""An amount a year; zero where nothing is printed, None where the figure is in doubt."""

DETAIL_AREAS = {
    TableKind.SERVICE: ControlArea.SERVICE,
    TableKind.CAPITAL: ControlArea.CAPITAL,
    TableKind.TRANSFERS: ControlArea.TRANSFERS,
}


@dataclass(frozen=True)
class Request:
    """What a note asks for, from its overview, or from its detail tables where there is no overview."""

    tables: tuple[Table, ...]
    years: tuple[Year, ...]
    rows: tuple[Row, ...]
    """The activities, over all tables."""


def request_of(note: Note) -> Request | None:
    """The request; None where no table of it was read."""
    overview = note.table(TableKind.OVERVIEW)
    tables = (overview,) if overview else tuple(table for table in note.tables if table.kind in DETAIL_AREAS)
    if not tables:
        return None
    years = tuple(sorted({year for table in tables for year in table.years}))
    return Request(tables, years, tuple(row for table in tables for row in activities(table)))


def activities(table: Table) -> tuple[Row, ...]:
    """The rows that are no sums."""
    return tuple(row for row in table.rows if row.kind is RowKind.ACTIVITY)


def figure(table: Table, row: Row, key: str) -> Kroner | None:
    """The figure of `row` at a year (as text) or `total`: zero for a blank cell, None in doubt."""
    if table.unit is None or key in row.doubt:
        return None
    value = row.total if key == TOTAL else row.amounts.get(int(key))
    return Kroner(0) if value is None else value


def row_amounts(table: Table, row: Row) -> YearAmounts:
    """A row's amount each year."""
    return {year: figure(table, row, str(year)) for year in table.years}


def summed(amounts: Iterable[Kroner | None]) -> Kroner | None:
    """The sum; None as soon as one figure is in doubt.

    >>> summed([Kroner(2), None]) is None
    True
    """
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return Kroner(total)


def net_amounts(
    request: Request, wanted: Callable[[Table, Row], bool] = lambda _table, _row: True
) -> YearAmounts:
    """The net amount each year over the activities that are `wanted`; None where activities may be missing."""
    if any(table.may_lack_rows for table in request.tables):
        return dict.fromkeys(request.years)
    chosen = [(table, row) for table in request.tables for row in activities(table) if wanted(table, row)]
    return {year: summed(figure(table, row, str(year)) for table, row in chosen) for year in request.years}


def area_of(table: Table, row: Row) -> ControlArea | None:
    """The control area a row counts against; None where it was not read."""
    return DETAIL_AREAS.get(table.kind) or row.control_area


def areas_of(request: Request) -> tuple[ControlArea, ...]:
    """The control areas of the request; empty where one of its rows has none for certain, or may be missing."""
    found = [area_of(table, row) for table in request.tables for row in activities(table)]
    if any(area is None for area in found) or any(table.may_lack_rows for table in request.tables):
        return ()
    return tuple(area for area in ControlArea if area in found)


def funding_of(granted: YearAmounts) -> YearAmounts:
    """Prior money by year: what a cancellation leaves below zero is none, unless all is below zero."""
    if not any(amount is not None and amount > 0 for amount in granted.values()):
        return granted
    return {year: amount if amount is None else Kroner(max(amount, 0)) for year, amount in granted.items()}


def first_funded(amounts: YearAmounts) -> Year | None:
    """The first year with money; None where there is none, or a figure in doubt could come before it."""
    return _first_with_money(sorted(amounts), amounts)


def last_funded(amounts: YearAmounts) -> Year | None:
    """The last year with money; None where there is none, or a figure in doubt could come after it."""
    return _first_with_money(sorted(amounts, reverse=True), amounts)


def _first_with_money(years: Iterable[Year], amounts: YearAmounts) -> Year | None:
    for year in years:
        if amounts[year] is None:
            return None
        if amounts[year]:
            return year
    return None
