"""What an amount of the text may speak of: all areas, one area, one activity, one agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from grantcheck.derive.figures import (
    YearAmounts,
    activities,
    area_of,
    areas_of,
    figure,
    net_amounts,
    request_of,
    row_amounts,
    summed,
)
from grantcheck.derive.history import granted_amounts
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.case import Case
from grantcheck.model.fact import Trace
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ControlArea, TableKind
from grantcheck.model.text import Text


@dataclass(frozen=True, kw_only=True)
class Target:
    """Figures by year that an amount of the text may speak of."""

    name: Text
    prior: bool
    area: ControlArea | None
    """None for all areas together."""
    single_row: bool
    """One activity or one agreement, rather than a net amount."""
    amounts: YearAmounts
    precision: Kroner
    rounded: bool
    """Whether the figures are rounded beyond the unit, so that their sum need not be the rounded sum."""
    cells: tuple[tuple[Table, Row], ...]

    def precision_of(self, years: int) -> Kroner:
        """The precision of a sum over `years`: rounded figures add up their rounding."""
        return Kroner(self.precision * max(1, len(self.cells) * years)) if self.rounded else self.precision

    def traces(self, years: tuple[int, ...]) -> tuple[Trace, ...]:
        """The cells with money in the first of `years`."""
        return tuple(
            trace_cell(table, row, str(year))
            for year in years[:1]
            for table, row in self.cells
            if year in table.years and figure(table, row, str(year)) != 0
        )


def targets_of(case: Case, note: Note) -> tuple[Target, ...]:
    """Everything of this note that an amount may speak of; nets before single rows."""
    return (*_requested(note), *_granted(case, note))


def _requested(note: Note) -> Iterator[Target]:
    request = request_of(note)
    if request is None:
        return
    cells = tuple((table, row) for table in request.tables for row in activities(table))
    net = Target(
        name=Text(en="the request in all", da="ønsket i alt"),
        prior=False,
        area=None,
        single_row=False,
        amounts=net_amounts(request),
        precision=Kroner(max(table.precision or 0 for table in request.tables)),
        rounded=any(_is_rounded(table) for table in request.tables),
        cells=cells,
    )
    yield net
    for area in ControlArea if areas_of(request) else ():
        inside = tuple((table, row) for table, row in cells if area_of(table, row) is area)
        amounts = {
            year: summed(figure(table, row, str(year)) for table, row in inside) for year in request.years
        }
        yield replace(net, name=AREA_NAMES[area], area=area, amounts=amounts, cells=inside)
    yield from (_single(table, row, prior=False, area=area_of(table, row)) for table, row in cells)


def _granted(case: Case, note: Note) -> Iterator[Target]:
    table = note.table(TableKind.PRIOR)
    if table is None:
        return
    rows = activities(table)
    yield Target(
        name=Text(en="the prior allocations", da="de tidligere afsatte midler"),
        prior=True,
        area=None,
        single_row=False,
        amounts=granted_amounts(case.allocations),
        precision=table.precision or Kroner(0),
        rounded=_is_rounded(table),
        cells=tuple((table, row) for row in rows),
    )
    yield from (_single(table, row, prior=True, area=None) for row in rows if len(rows) > 1)


def _single(table: Table, row: Row, *, prior: bool, area: ControlArea | None) -> Target:
    return Target(
        name=Text(en=f"«{row.label}»", da=f"»{row.label}«"),
        prior=prior,
        area=area,
        single_row=True,
        amounts=row_amounts(table, row),
        precision=table.precision or Kroner(0),
        rounded=_is_rounded(table),
        cells=((table, row),),
    )


def _is_rounded(table: Table) -> bool:
    return table.unit is not None and table.precision != table.unit
