"""The prior allocations that notes list, as rows of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from grantcheck.model.grant import GrantRow
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.register.drafts import Draft, DraftRow, Refused, years_named
from grantcheck.register.imports.repeats import without_repeats
from grantcheck.register.match import requested_rows
from grantcheck.register.own_table import allocations_in

if TYPE_CHECKING:
    from grantcheck.model.allocation import Allocation
    from grantcheck.model.money import Kroner
    from grantcheck.model.note import Note
    from grantcheck.model.years import Year

Value = TypeVar("Value")
_IN_DOUBT = Text(en="the amount was not read for certain", da="beløbet er ikke læst med sikkerhed")
_NO_NAME = Text(
    en="the agreement's name was not read for certain", da="aftalens navn er ikke læst med sikkerhed"
)
_NO_CODE = Text(
    en="the note has no code by which its grant could be named",
    da="notatet har ingen kode, som dets bevilling kunne kaldes efter",
)


def read_notes(notes: Sequence[Note], covered: tuple[Year, Year] | None = None) -> Draft:
    """The prior allocations of the notes of a file.

    A note's grant is named after its code and budget year, `KF031/2026`: codes are given anew each year.

    Args:
        notes: of one file.
        covered: first and last year, where the user said them; else the columns of the prior tables.
    """
    rows: list[DraftRow] = []
    refused: list[Refused] = []
    for each in chain.from_iterable(map(_stated, notes)):
        if isinstance(each, Refused):
            refused.append(each)
        else:
            rows.append(each)
    kept, again = without_repeats(rows)
    return Draft(tuple(kept), (*refused, *again), covered or _covered(notes) or years_named(kept))


def grant_of(note: Note) -> str:
    """The name of a note's grant in the register; empty where the note has no code."""
    if not note.code:
        return ""
    return f"{note.code}/{note.budget_year}" if note.budget_year else note.code


def _stated(note: Note) -> Iterator[DraftRow | Refused]:
    allocations = allocations_in(note)
    if not allocations:
        return
    name = grant_of(note)
    if not name:
        yield Refused(_NO_CODE, allocations[0].location)
        return
    shared = _Shared(note)
    for given in allocations:
        said = f"{given.agreement} {given.year}".strip()
        if given.amount is None:
            yield Refused(_IN_DOUBT, given.location, said)
        elif not given.agreement.strip():
            yield Refused(_NO_NAME, given.location, said)
        else:
            yield DraftRow(shared.row(name, given, given.amount), given.location)


class _Shared:
    """What the request says of its grant, where all of its rows say the same."""

    def __init__(self, note: Note) -> None:
        requested = requested_rows(note)
        every = [row for table in note.tables if table.kind is not TableKind.PRIOR for row in table.rows]
        self._title = note.title or ""
        self._area = _only(row.control_area for row in requested)
        self._activity = _only(row.label for row in requested) or ""
        self._committee = _only(row.committee for row in every if row.committee) or ""
        self._appropriation = _only(row.appropriation for row in every if row.appropriation) or ""

    def row(self, grant: str, given: Allocation, amount: Kroner) -> GrantRow:
        return GrantRow(
            grant=grant,
            title=self._title,
            agreement=given.agreement,
            control_area=given.control_area or self._area,
            committee=self._committee,
            appropriation=self._appropriation,
            activity=self._activity,
            price_level=given.price_level,
            year=given.year,
            amount=amount,
        )


def _only(values: Iterable[Value]) -> Value | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _covered(notes: Sequence[Note]) -> tuple[Year, Year] | None:
    tables = [table for note in notes if (table := note.table(TableKind.PRIOR)) is not None]
    found = [year for table in tables for year in table.years]
    return (min(found), max(found)) if found else None
