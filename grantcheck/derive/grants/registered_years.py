"""The prior money that a note states, beside what the register holds of the grants it continues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import summed
from grantcheck.derive.history import granted_amounts
from grantcheck.derive.naming import in_doubt
from grantcheck.derive.price_levels.earlier_level import half_unit
from grantcheck.derive.tracing import trace_cell, trace_text
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.grant import Grant
from grantcheck.model.location import GrantLocation
from grantcheck.model.money import ORE_PER_KRONE, Kroner
from grantcheck.model.note import Note, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_PRIOR = Text(en="the prior allocations", da="de tidligere afsatte midler")
_OTHER_LEVEL = Text(
    en="the register holds the grant at another price level than the note",
    da="registret har bevillingen i et andet prisniveau end notatet",
)


def registered_year_facts(case: Case, note: Note) -> Iterator[Fact]:
    """A `registered-year` per year of the note's prior table of which the register knows all its grants.

    Grants are compared in sum: a move of lines between them is no disagreement.
    """
    table = note.table(TableKind.PRIOR)
    grants = tuple({match.grant.id: match.grant for match in case.grants}.values())
    if table is None or not grants or case.open_matches:
        return
    stated = granted_amounts(case.allocations)
    for year in table.years:
        known = [grant.net(year) for grant in grants]
        if None not in known:
            yield _year_fact(case, table, year, stated.get(year), summed(known), grants)


def _year_fact(
    case: Case,
    table: Table,
    year: Year,
    stated: Kroner | None,
    registered: Kroner | None,
    grants: Sequence[Grant],
) -> Fact:
    level = not _levels_differ(table, year, grants)
    rows = sum(1 for given in case.allocations if given.year == year and given.amount)
    slack = int(half_unit(table.precision) * ORE_PER_KRONE) * max(rows, 1)
    net = ore(stated)
    return fact(
        "registered-year",
        {
            "year": year,
            "stated": net,
            "registered": ore(registered) if level else None,
            "lower": None if net is None else net - slack,
            "upper": None if net is None else net + slack,
            "difference": None if stated is None or registered is None else ore(Kroner(registered - stated)),
        },
        shown={"grants": tuple(grant.id for grant in grants)},
        why_missing={
            "registered": _OTHER_LEVEL,
            **dict.fromkeys(("stated", "lower", "upper", "difference"), in_doubt(_PRIOR)),
        },
        traces=tuple(_traces(case, table, year, grants)),
    )


def _levels_differ(table: Table, year: Year, grants: Sequence[Grant]) -> bool:
    """Whether the year's money stands in other prices in the register; current prices are those of the year."""
    levels = {row.price_level for grant in grants for row in grant.rows if row.year == year and row.amount}
    priced = {year if level == "current" else level for level in levels if level is not None}
    own = year if table.price_level == "current" else table.price_level
    return own is not None and bool(priced - {own})


def _traces(case: Case, table: Table, year: Year, grants: Sequence[Grant]) -> Iterator[Trace]:
    for given in case.allocations:
        if given.year == year:
            yield trace_cell(table, table.rows[given.row], str(year))
    for grant in grants:
        agreements = [row.agreement for row in grant.rows if row.year == year]
        words = " | ".join(dict.fromkeys([grant.title, *agreements]))
        yield trace_text("prior", words or grant.id, GrantLocation(grant=grant.id))
