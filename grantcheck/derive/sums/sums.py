"""The totals printed in one table: of a row over its years, of a column over its rows."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.data.profile import Profile
from grantcheck.derive.figures import activities, figure
from grantcheck.derive.sums.sum_fact import Total, rounding_allowance, sum_fact
from grantcheck.derive.tracing import table_name, trace_cell
from grantcheck.model.fact import Fact
from grantcheck.model.money import Ore
from grantcheck.model.note import TOTAL, Note, Row, Table
from grantcheck.model.terms import RowKind, TableKind
from grantcheck.model.text import Text

_LABEL = "label"
_AREA = "control_area"


def sum_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """A `sum` fact per row total and per figure of every total row."""
    for table in note.tables:
        for row in table.rows:
            if _states_total(row):
                yield sum_fact(_row_total(table, row))
            if row.kind is not RowKind.ACTIVITY:
                yield from (sum_fact(total) for total in _column_totals(table, row, profile))


def _states_total(row: Row) -> bool:
    """Whether something is printed in the row's last cell; a blank one claims no sum."""
    return row.total is not None or TOTAL in row.doubt


def _row_total(table: Table, row: Row) -> Total:
    name = table_name(table)
    rounded = table.unit is not None and table.precision != table.unit
    return Total(
        scope="row",
        name=Text(en=f"{name.en}, «{row.label}», total", da=f"{name.da}, »{row.label}«, i alt"),
        terms=[figure(table, row, str(year)) for year in table.years],
        stated=figure(table, row, TOTAL),
        allowance=rounding_allowance(len(table.years), table.precision) if rounded else Ore(0),
        traces=(trace_cell(table, row, TOTAL),),
    )


def _column_totals(table: Table, row: Row, profile: Profile) -> Iterator[Total]:
    """A total row's figures, each over the activities it stands for."""
    certain = _is_certain_what_it_sums(table, row)
    terms = _summed_rows(table, row, profile)
    allowance = rounding_allowance(len(terms), table.precision) if len(terms) > 1 else Ore(0)
    keys = [*map(str, table.years), *([TOTAL] if _states_total(row) else [])]
    for key in keys:
        yield Total(
            scope="prior" if table.kind is TableKind.PRIOR else "column",
            name=_column_name(table, row, key),
            terms=[figure(table, term, key) for term in terms] if certain else [None],
            stated=figure(table, row, key),
            allowance=allowance,
            traces=(trace_cell(table, row, key), *(trace_cell(table, term, key) for term in terms)),
        )


def _is_certain_what_it_sums(table: Table, row: Row) -> bool:
    """Rows above may have run into a total whose label is in doubt; a row of no certain area may be any subtotal's."""
    if _LABEL in row.doubt:
        return False
    return row.kind is RowKind.TOTAL or not any(_AREA in term.doubt for term in activities(table))


def _summed_rows(table: Table, row: Row, profile: Profile) -> tuple[Row, ...]:
    """The activities under a total; of its own control area where it is a subtotal."""
    if row.kind is RowKind.TOTAL:
        return activities(table)
    area = row.control_area or profile.subtotals.get(row.label.casefold())
    return tuple(term for term in activities(table) if term.control_area is area)


def _column_name(table: Table, row: Row, key: str) -> Text:
    name = table_name(table)
    en, da = ("total", "i alt") if key == TOTAL else (key, key)
    return Text(en=f"{name.en}, «{row.label}», {en}", da=f"{name.da}, »{row.label}«, {da}")
