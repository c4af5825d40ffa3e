"""The price series that a note's comparisons rest on."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.figures import Request
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.derive.price_levels.earlier_level import EarlierLevel
from grantcheck.derive.price_levels.levels import RequestedLevel, levels
from grantcheck.derive.price_levels.missing_rate import NO_LEVEL
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Shown, Trace
from grantcheck.model.location import LineLocation
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year
from grantcheck.prices.checking import SeriesFault, faults
from grantcheck.prices.editions import in_force, stated, stated_years, years_between
from grantcheck.prices.series import PriceSeries, Step

_Side = tuple[RequestedLevel, EarlierLevel]


def price_series_facts(case: Case, note: Note, request: Request, assumptions: Assumptions) -> Iterator[Fact]:
    """A `price-series` per series that has to carry an earlier level of the note to another price level."""
    table = note.table(TableKind.PRIOR)
    if table is None:
        return
    resting: dict[str, tuple[PriceSeries, list[_Side]]] = {}
    for pairing in case.pairings:
        series = assumptions.prices.serving(pairing.control_area)
        if series is None:
            continue
        for requested, earlier in levels(case, pairing, request, table, assumptions.choices.earlier_level):
            if requested.price_year is None or requested.price_year != earlier.price_year:
                resting.setdefault(series.path, (series, []))[1].append((requested, earlier))
    for series, sides in resting.values():
        yield _series_fact(series, sides, assumptions)


def _series_fact(series: PriceSeries, sides: list[_Side], assumptions: Assumptions) -> Fact:
    found = faults(series)
    needed = _needed(sides)
    as_of = assumptions.prices.as_of
    later = [] if needed is None else _newer(series, needed, assumptions)
    known = [step for step in series.steps if step.edition <= as_of]
    newest = max((step.edition for step in later or known), default=None)
    return fact(
        "price-series",
        {
            "name": series.name,
            "rates": len(series.steps),
            "faults": len(found),
            "last_year": _last_year(series, needed, assumptions),
            "needed_year": needed[1] if needed else None,
            "newer_editions": len(later),
            "newest_edition": newest.isoformat() if newest else "",
        },
        shown=_detail(found),
        why_missing=NO_LEVEL,
        traces=(_trace(series, found),),
    )


def _needed(sides: list[_Side]) -> tuple[Year, Year] | None:
    """The first and the last price year among the levels; None where a table states none."""
    years = [year for requested, earlier in sides for year in (requested.price_year, earlier.price_year)]
    known = [year for year in years if year is not None]
    return (min(known), max(known)) if known and len(known) == len(years) else None


def _newer(series: PriceSeries, needed: tuple[Year, Year], assumptions: Assumptions) -> list[Step]:
    """Editions, after the day of the audit, of the rates between the two levels."""
    as_of = assumptions.prices.as_of
    return [
        step
        for years in years_between(*needed)
        for step in stated(series, *stated_years(series, *years))
        if step.edition > as_of
    ]


def _last_year(
    series: PriceSeries, needed: tuple[Year, Year] | None, assumptions: Assumptions
) -> Year | None:
    """The last year that the editions in force reach; of a fixed percentage the year needed."""
    if series.fixed is not None:
        return needed[1] if needed else None
    as_of = assumptions.prices.as_of
    reached = [step.to_year for step in series.steps if in_force(series, *step.years, as_of) is not None]
    first = [step.from_year for step in series.steps]
    return max(reached, default=min(first, default=0)) + series.lag


def _detail(found: tuple[SeriesFault, ...]) -> dict[str, Shown]:
    if not found:
        return {}
    first = found[0]
    return {
        "fault_detail": Text(
            en=f"line {first.line}: {first.problem.en.rstrip('.')}",
            da=f"linje {first.line}: {first.problem.da.rstrip('.')}",
        )
    }


def _trace(series: PriceSeries, found: tuple[SeriesFault, ...]) -> Trace:
    line = found[0].line if found else min((step.line for step in series.steps), default=1)
    return Trace(
        role="parameter",
        text=series.name + (f" | {series.source}" if series.source else ""),
        place=Text(en=f"{series.shown_path}, line {line}", da=f"{series.shown_path}, linje {line}"),
        location=LineLocation(line=line, column=1),
        path=series.shown_path,
    )
