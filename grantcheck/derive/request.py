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
from grantcheck.derive.naming import in_doubt
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Text
from grantcheck.model.years import Year, horizon, longest_gap

_REQUEST = Text(en="the request", da="ønsket")
_SOME_AREA = Text(en="a control area", da="et styringsområde")
_WHICH_AREAS = Text(
    en="which control areas the request is about was not read for certain",
    da="hvilke styringsområder ønsket gælder, er ikke læst med sikkerhed",
)
_NOTHING = Text(en="a year with requested money", da="et år med ønskede midler")
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
    areas = areas_of(request)
    yield from (_area_fact(note, request, profile, area) for area in areas)
    if (request.rows and not areas) or any(table.may_lack_rows for table in request.tables):
        yield _no_area(note, profile)


def _area_fact(note: Note, request: Request, profile: Profile, area: ControlArea) -> Fact:
    def in_area(table: Table, row: Row) -> bool:
        return area_of(table, row) is area

    net = net_amounts(request, in_area)
    values = {"area": area.value, **_horizon(note, profile)}
    return _span("requested-area", net, values, area=area, traces=_edges(request, net, area))


def _no_area(note: Note, profile: Profile) -> Fact:
    """The request where it is not certain which control areas it is about."""
    return fact(
        "requested-area",
        {"area": "", "first_year": None, "last_year": None, "covered_year": None, **_horizon(note, profile)},
        shown={"area_name": _SOME_AREA},
        why_missing=_WHICH_AREAS,
    )


def _horizon(note: Note, profile: Profile) -> dict[str, str | int | None]:
    years = horizon(note.budget_year, profile.horizon.projection_years) if note.budget_year else ()
    return {"horizon_first": years[0] if years else None, "horizon_last": years[-1] if years else None}


def _span(
    kind: str,
    net: YearAmounts,
    values: dict[str, str | int | None],
    *,
    area: ControlArea | None = None,
    traces: tuple[Trace, ...],
) -> Fact:
    name = AREA_NAMES[area] if area else _REQUEST
    last = last_funded(net)
    pattern = {"covered_year": _covered_year(net, last)} if area else {}
    return fact(
        kind,
        {**values, "first_year": first_funded(net), "last_year": last, **pattern},
        shown={"area_name": name} if area else {},
        why_missing={
            **dict.fromkeys(
                ("first_year", "last_year", "covered_year"),
                in_doubt(name) if None in net.values() else _NOTHING,
            ),
            **dict.fromkeys(("horizon_first", "horizon_last"), _BUDGET_YEAR),
        },
        traces=traces,
    )


def _covered_year(net: YearAmounts, last: Year | None) -> Year | None:
    """The last year before money is due again: the last one asked for, and the years its pattern skips after."""
    if last is None or None in net.values():
        return None
    return last + longest_gap(year for year, amount in net.items() if amount)


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
