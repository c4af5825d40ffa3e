"""How often the grant that a note continues has been renewed."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_cell, trace_text
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.grant import Grant
from grantcheck.model.location import GrantLocation
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind
from grantcheck.model.years import Year


def renewal_facts(case: Case, note: Note) -> Iterator[Fact]:
    """A `renewal` per grant of the register; without one, of the agreements that follow each other in the note.

    Agreements of several activities are not renewals of each other, so a note of several gives none by itself.
    """
    if case.grants:
        for grant in {match.grant.id: match.grant for match in case.grants}.values():
            yield _of_grant(grant)
        return
    starts = _starts(case)
    if len(case.activities) != 1 or not starts:
        return
    yield fact(
        "renewal",
        {"renewals": len(set(starts.values())) - 1, "first_funded_year": min(starts.values())},
        shown={"agreements": tuple(starts)},
        traces=tuple(_own_traces(case, note, starts)),
    )


def _of_grant(grant: Grant) -> Fact:
    funded = grant.funded_years
    return fact(
        "renewal",
        {"renewals": grant.renewals, "first_funded_year": funded[0] if funded else None},
        shown={"agreements": grant.agreements},
        traces=(trace_text("prior", grant.title or grant.id, GrantLocation(grant=grant.id)),),
    )


def _starts(case: Case) -> dict[str, Year]:
    """The first year in which each agreement of the note gives money, the earliest first."""
    funded = sorted((given.year, given.agreement) for given in case.allocations if (given.amount or 0) > 0)
    starts: dict[str, Year] = {}
    for year, agreement in funded:
        starts.setdefault(agreement, year)
    return starts


def _own_traces(case: Case, note: Note, starts: dict[str, Year]) -> Iterator[Trace]:
    table = note.table(TableKind.PRIOR)
    if table is None:
        return
    rows = {given.agreement: given.row for given in case.allocations}
    for agreement, year in starts.items():
        yield trace_cell(table, table.rows[rows[agreement]], str(year))
