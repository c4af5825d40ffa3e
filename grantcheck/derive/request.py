"""What is asked for: in all, by year, by control area."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import (
    Request,
    YearAmounts,
    activities,
    area_of,
    areas_of,
    first_funded,
    last_funded,
    net_amounts,
)
from grantcheck.derive.naming import AREA_NAMES, in_doubt
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Text
from grantcheck.model.years import Year, horizon

_REQUEST = Text(en="the request", da="ønsket")
_NOTHING = Text(en="no money is asked for", da="der er ikke ønsket midler")
_BUDGET_YEAR = Text(en="the budget year was not read", da="budgetåret er ikke læst")


def request_facts(note: Note, request: Request, profile: Profile) -> Iterator[Fact]:
    """`request`, `requested-year` and `requested-area` facts."""
    net = net_amounts(request)
    yield _span("request", net, {}, traces=_edges(request, net))
    for year in request.years:
        yield fact(
            "requested-year",
            {"year": year, "amount": ore(net[year])},
            why_missing=in_doubt(_REQUEST),
            traces=_in_year(request, year),
        )
    for area in areas_of(request):
        yield _area_fact(note, request, profile, area)


def _area_fact(note: Note, request: Request, profile: Profile, area: ControlArea) -> Fact:
    def in_area(table: Table, row: Row) -> bool:
        return area_of(table, row) is area

    net = net_amounts(request, in_area)
    years = horizon(note.budget_year, profile.horizon.projection_years) if note.budget_year else ()
    bounds = {"horizon_first": years[0] if years else None, "horizon_last": years[-1] if years else None}
    traces = tuple(trace for trace in _edges(request, net, area))
    return _span("requested-area", net, {"area": area.value, **bounds}, area=area, traces=traces)


def _span(
    kind: str,
    net: YearAmounts,
    values: dict[str, str | int | None],
    *,
    area: ControlArea | None = None,
    traces: tuple[Trace, ...],
) -> Fact:
    name = AREA_NAMES[area] if area else _REQUEST
    return fact(
        kind,
        {**values, "first_year": first_funded(net), "last_year": last_funded(net)},
        shown={"area_name": name} if area else {},
        why_missing={
            **dict.fromkeys(
                ("first_year", "last_year"), in_doubt(name) if None in net.values() else _NOTHING
            ),
            **dict.fromkeys(("horizon_first", "horizon_last"), _BUDGET_YEAR),
        },
        traces=traces,
    )


def _in_year(request: Request, year: Year, area: ControlArea | None = None) -> tuple[Trace, ...]:
    """The cells that hold money in `year`."""
    return tuple(
        trace_cell(table, row, str(year))
        for table in request.tables
        for row in activities(table)
        if year in table.years
        and (area is None or area_of(table, row) is area)
        and (row.amounts.get(year) or str(year) in row.doubt)
    )


def _edges(request: Request, net: YearAmounts, area: ControlArea | None = None) -> tuple[Trace, ...]:
    """The first activity's cells in the first and the last requested year."""
    years = dict.fromkeys(year for year in (first_funded(net), last_funded(net)) if year is not None)
    return tuple(trace for year in years for trace in _in_year(request, year, area)[:1])
