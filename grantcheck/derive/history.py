"""What was granted before: in all and by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import YearAmounts, funding_of, last_funded, summed
from grantcheck.derive.naming import in_doubt
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.allocation import Allocation
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year, funded_years, longest_gap

_PRIOR = Text(en="the prior allocations", da="de tidligere afsatte midler")
_NO_MONEY = Text(en="a year with prior money", da="et år med tidligere midler")
_NO_YEAR = Text(en="the year of a prior agreement", da="året for en tidligere aftale")


def granted_amounts(allocations: Sequence[Allocation]) -> YearAmounts:
    """The net amount granted each year; cancellations are negative and count."""
    years = sorted({given.year for given in allocations})
    return {year: summed(given.amount for given in allocations if given.year == year) for year in years}


def _may_hide_prior(note: Note) -> bool:
    """Whether the prior table was seen but not read, or may stand on a page that was not read."""
    return note.has_hidden_pages or any(unread.about == TableKind.PRIOR.value for unread in note.unread)


def history_facts(case: Case, note: Note) -> Iterator[Fact]:
    """One `history` fact, unless a prior table was seen but not read, and `granted-year` facts."""
    if not case.allocations and _may_hide_prior(note):
        reason = Text(en=f"{_PRIOR.en}: the table was not read", da=f"{_PRIOR.da}: tabellen er ikke læst")
        yield _history({}, case, reason, ())
        return
    net = granted_amounts(case.allocations)
    last = last_funded(funding_of(net))
    traces = _in_year(case, note, last) if last else ()
    yield _history(net, case, in_doubt(_PRIOR), traces, read=True)
    for year, amount in net.items():
        yield fact(
            "granted-year",
            {"year": year, "amount": ore(amount)},
            why_missing=in_doubt(_PRIOR),
            traces=_in_year(case, note, year),
        )


def _history(
    net: YearAmounts,
    case: Case,
    reason: Text,
    traces: tuple[Trace, ...],
    *,
    read: bool = False,
) -> Fact:
    funding = funding_of(net)
    certain = {year: amount for year, amount in funding.items() if amount is not None}
    complete = read and len(certain) == len(funding)
    last = last_funded(funding)
    gap = longest_gap(funded_years(certain)) if complete else None
    why_open = _NO_MONEY if complete else reason
    allocations = case.allocations
    agreement_years = [given.agreement_year for given in allocations if given.agreement_year is not None]
    return fact(
        "history",
        {
            "agreements": len({given.row for given in allocations}),
            "grants": len({match.grant.id for match in case.grants}),
            "funded_years": len(funded_years(certain)) if complete else None,
            "last_funded_year": last,
            "first_unfunded_year": last + 1 if last else None,
            "renewal_due_year": last + 1 + gap if last and gap is not None else None,
            "last_amount": ore(certain.get(last)) if last else None,
            "earliest_agreement_year": min(agreement_years, default=None),
        },
        why_missing={
            "funded_years": reason,
            **dict.fromkeys(("last_funded_year", "first_unfunded_year"), why_open),
            **dict.fromkeys(("renewal_due_year", "last_amount"), why_open),
            "earliest_agreement_year": _NO_YEAR,
        },
        traces=traces,
    )


def _in_year(case: Case, note: Note, year: Year) -> tuple[Trace, ...]:
    table = note.table(TableKind.PRIOR)
    if table is None:
        return ()
    given = [
        allocation for allocation in case.allocations if allocation.year == year and allocation.amount != 0
    ]
    return tuple(trace_cell(table, table.rows[allocation.row], str(year)) for allocation in given)
