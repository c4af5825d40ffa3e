"""Match a note's request to the prior agreements it continues. What cannot be told apart is not chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grantcheck.model.allocation import Allocation
from grantcheck.model.case import Candidate, Case, Pairing
from grantcheck.model.document import Document
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import RowKind, TableKind
from grantcheck.model.years import Year
from grantcheck.register.own_table import allocations_in


def match(document: Document, note: Note | None, other_forms: tuple[Note, ...] = ()) -> Case:
    """The case of one note: its prior allocations, and the pairings or the candidates for one."""
    if note is None:
        return Case(document=document, note=None)
    allocations = allocations_in(note)
    activities = tuple({row.label: row for row in requested_rows(note)}.values())
    candidates = _candidates(allocations)
    certain = not any(table.may_lack_rows for table in requested_tables(note))
    pairings = _pairings(activities, candidates) if certain else ()
    return Case(
        document=document,
        note=note,
        allocations=allocations,
        pairings=pairings,
        candidates=candidates,
        activities=tuple(row.label for row in activities),
        other_forms=other_forms,
    )


def requested_rows(note: Note) -> tuple[Row, ...]:
    """The activities asked for: of the overview, or of the detail tables where it is missing."""
    return tuple(
        row for table in requested_tables(note) for row in table.rows if row.kind is RowKind.ACTIVITY
    )


def requested_tables(note: Note) -> tuple[Table, ...]:
    """The tables that state the activities: the overview, or the detail tables where it is missing."""
    overview = note.table(TableKind.OVERVIEW)
    return (
        (overview,)
        if overview
        else tuple(table for table in note.tables if table.kind is not TableKind.PRIOR)
    )


def _candidates(allocations: Sequence[Allocation]) -> tuple[Candidate, ...]:
    """The agreements that still give money in the last funded year; none where a figure is in doubt."""
    if any(allocation.amount is None for allocation in allocations):
        return ()
    last = _last_funded_year(allocations)
    return tuple(
        Candidate(agreement=given.agreement, last_funded_year=given.year, amount=given.amount)
        for given in allocations
        if given.year == last and given.amount is not None and given.amount > 0
    )


def _last_funded_year(allocations: Iterable[Allocation]) -> Year | None:
    net: dict[Year, int] = {}
    for given in allocations:
        net[given.year] = net.get(given.year, 0) + (given.amount or 0)
    return max((year for year, amount in net.items() if amount > 0), default=None)


def _pairings(activities: Sequence[Row], candidates: Sequence[Candidate]) -> tuple[Pairing, ...]:
    if len(activities) == 1 and len(candidates) == 1:
        return (_pairing(activities[0], candidates[0]),)
    found = [(activity, _named_after(activity, candidates)) for activity in activities]
    pairs = [_pairing(activity, candidate) for activity, candidate in found if candidate is not None]
    used = {pair.agreement for pair in pairs}
    complete = len(pairs) == len(activities) == len(candidates) == len(used)
    return tuple(pairs) if complete else ()


def _named_after(activity: Row, candidates: Sequence[Candidate]) -> Candidate | None:
    """The one agreement whose name contains the activity's; None where there is none or more than one."""
    name = activity.label.casefold()
    named = [candidate for candidate in candidates if name and name in candidate.agreement.casefold()]
    return named[0] if len(named) == 1 else None


def _pairing(activity: Row, candidate: Candidate) -> Pairing:
    return Pairing(activity=activity.label, control_area=activity.control_area, agreement=candidate.agreement)
