"""The overview beside the detail table of each control area."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.figures import DETAIL_AREAS, activities, figure
from grantcheck.derive.naming import AREA_NAMES, NOT_READ
from grantcheck.derive.sum_fact import Total, rounding_allowance, sum_fact
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.fact import Fact
from grantcheck.model.money import Kroner, Ore
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ControlArea, RowKind, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_NO_TABLE = Text(en="the detail table", da="detaljetabellen")


def detail_sums(note: Note) -> Iterator[Fact]:
    """A `sum` fact per control area and year: the overview's activities against the detail table's total."""
    overview = note.table(TableKind.OVERVIEW)
    if overview is None:
        return
    for kind, area in DETAIL_AREAS.items():
        detail = note.table(kind)
        rows = _rows_in(overview, area)
        if detail is None and not rows:
            continue
        years = sorted({*overview.years, *(detail.years if detail else ())})
        for year in years:
            yield sum_fact(_compared(overview, rows, detail, area, year))


def _rows_in(overview: Table, area: ControlArea) -> tuple[Row, ...]:
    return tuple(
        row for row in activities(overview) if row.control_area is area or "control_area" in row.doubt
    )


def _compared(
    overview: Table, rows: tuple[Row, ...], detail: Table | None, area: ControlArea, year: Year
) -> Total:
    key, name = str(year), AREA_NAMES[area]
    uncertain = any("control_area" in row.doubt for row in rows)
    cells = [(detail, row) for row in _stated_rows(detail)] if detail else []
    stated = [figure(table, row, key) for table, row in cells]
    return Total(
        scope="detail",
        name=Text(
            en=f"{name.en} {year}, overview against detail table",
            da=f"{name.da} {year}, oversigt mod detaljetabel",
        ),
        terms=[None] if uncertain else [figure(overview, row, key) for row in rows],
        stated=None if detail is None or None in stated else Kroner(sum(amount or 0 for amount in stated)),
        allowance=rounding_allowance(len(rows), overview.precision) if len(rows) > 1 else Ore(0),
        why_open=NOT_READ if detail else _NO_TABLE,
        traces=tuple(
            trace_cell(table, row, key)
            for table, row in [*((overview, row) for row in rows), *cells]
            if year in table.years
        ),
    )


def _stated_rows(detail: Table) -> tuple[Row, ...]:
    """The total row, or every activity where the table has none."""
    totals = tuple(row for row in detail.rows if row.kind is RowKind.TOTAL)
    return totals[:1] or activities(detail)
