"""The requested levels of an activity, each beside the earlier level that it continues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from grantcheck.derive.figures import Request, activities, figure, summed
from grantcheck.derive.price_levels.earlier_level import (
    EarlierLevel,
    earlier_level,
    half_unit,
    price_year,
    years_taken,
)
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.case import Case, Pairing
from grantcheck.model.choices import EarlierLevel as Policy
from grantcheck.model.fact import Trace
from grantcheck.model.money import Kroner
from grantcheck.model.note import Row, Table
from grantcheck.model.years import Year


@dataclass(frozen=True)
class RequestedLevel:
    """An amount a year that stays the same over consecutive years."""

    amount: Kroner | None
    years: tuple[Year, ...]
    price_year: Year | None
    half_unit: Decimal
    trace: Trace


def levels(
    case: Case, pairing: Pairing, request: Request, table: Table, policy: Policy
) -> Iterator[tuple[RequestedLevel, EarlierLevel]]:
    """Every requested level of a paired activity beside the earlier level it continues.

    `last` takes the last funded year, `mean` the mean of the funded years, `per-year` for each requested year
    the year at the same place of the earlier period. Requested years without money are left out.
    """
    asked, row = _paired_rows(request, pairing)
    amounts = {year: summed(figure(t, r, str(year)) for t, r in asked) for year in asked[0][0].years}
    first = asked[0][0]

    def key(year: Year) -> tuple[Kroner | None, Year | None, tuple[Year, ...]]:
        earlier = years_taken(case, pairing, policy, year)
        return amounts[year], price_year(first.price_level, year), earlier

    for (amount, priced, earlier), run in groupby(first.years, key=key):
        if amount == 0:
            continue
        years = tuple(run)
        trace = trace_cell(first, row, str(years[0]))
        yield (
            RequestedLevel(amount, years, priced, half_unit(first.precision), trace),
            earlier_level(case, pairing, table, earlier, policy),
        )


def _paired_rows(request: Request, pairing: Pairing) -> tuple[list[tuple[Table, Row]], Row]:
    found = [
        (table, row) for table in request.tables for row in activities(table) if row.label == pairing.activity
    ]
    return found, found[0][1]
