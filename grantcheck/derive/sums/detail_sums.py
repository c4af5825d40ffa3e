"""The overview beside the detail table of each control area."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.figures import DETAIL_AREAS, activities, figure, summed
from grantcheck.derive.naming import NOT_READ
from grantcheck.derive.sums.sum_fact import Total, rounding_allowance, sum_fact
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.fact import Fact
from grantcheck.model.money import Kroner, Ore
from grantcheck.model.note import SHEET_TYPES, Note, Row, Table
from grantcheck.model.terms import ControlArea, RowKind, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_NO_OVERVIEW = Text(en="the overview", da="oversigten")
_NO_TABLE = Text(en="the detail table", da="detaljetabellen")


def detail_sums(note: Note) -> Iterator[Fact]:
    """A `sum` fact per control area and year: the overview's activities against the detail table's total.

    Proposals as rows state each figure once: nothing is missing where there is one table and not the other.
    """
    overview = note.table(TableKind.OVERVIEW)
    if note.source.media_type in SHEET_TYPES:
        return
    for kind, area in DETAIL_AREAS.items():
        detail = note.table(kind)
        rows = _rows_in(overview, area) if overview else ()
        if detail is None and not rows:
            continue
        for year in sorted({year for table in (overview, detail) if table for year in table.years}):
            yield sum_fact(_compared(overview, rows, detail, area, year))


def _rows_in(overview: Table, area: ControlArea) -> tuple[Row, ...]:
    return tuple(
        row for row in activities(overview) if row.control_area is area or "control_area" in row.doubt
    )


def _compared(
    overview: Table | None, rows: tuple[Row, ...], detail: Table | None, area: ControlArea, year: Year
) -> Total:
    key, name = str(year), AREA_NAMES[area]
    asked = [(overview, row) for row in rows] if overview else []
    booked = [(detail, row) for row in _stated_rows(detail)] if detail else []
    uncertain = overview is None or overview.may_lack_rows or any("control_area" in r.doubt for r in rows)
    return Total(
        scope="detail",
        name=Text(
            en=f"{name.en} {year}, overview against detail table",
            da=f"{name.da} {year}, oversigt mod detaljetabel",
        ),
        terms=[None] if uncertain else [figure(table, row, key) for table, row in asked],
        stated=summed(figure(table, row, key) for table, row in booked) if detail else None,
        allowance=_allowance(len(rows), overview, detail),
        why_open=_NO_OVERVIEW if overview is None else NOT_READ if detail else _NO_TABLE,
        traces=tuple(trace_cell(table, row, key) for table, row in [*asked, *booked] if year in table.years),
    )


def _allowance(rows: int, overview: Table | None, detail: Table | None) -> Ore:
    """Rounding shows over several rows, and between tables that print with unlike precision."""
    units = [table.precision or Kroner(0) for table in (overview, detail) if table]
    if rows <= 1 and len(set(units)) <= 1:
        return Ore(0)
    return rounding_allowance(rows, max(units))


def _stated_rows(detail: Table) -> tuple[Row, ...]:
    """The total row, or every activity where the table has none."""
    totals = tuple(row for row in detail.rows if row.kind is RowKind.TOTAL)
    return totals[:1] or activities(detail)
