"""Durations in words beside the years that the tables fund."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.figures import Request, YearAmounts, activities, row_amounts
from grantcheck.derive.naming import NOT_READ, span
from grantcheck.derive.texts.said import Said, continues, sentences, spoken_of, title_of
from grantcheck.derive.tracing import trace_row
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ClaimRole, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_SEVERAL = Text(
    en="its rows are funded for different years, and the sentence names none of them",
    da="rækkerne er finansieret i forskellige år, og sætningen nævner ingen af dem",
)
_NONE = Text(en="no row with money was read", da="ingen række med midler er læst")

Cell = tuple[Table, Row]


@dataclass(frozen=True)
class _Span:
    """The years that rows fund, and those that their table shows."""

    funded: tuple[Year, ...]
    shown: tuple[Year, ...]


def duration_facts(note: Note, request: Request | None, profile: Profile) -> Iterator[Fact]:
    """A `duration` fact per duration in a row's name, in the title and in the running text."""
    words = profile.wording.durations
    asked = [(table, row) for table in (request.tables if request else ()) for row in activities(table)]
    prior = note.table(TableKind.PRIOR)
    granted = [(prior, row) for row in activities(prior)] if prior else []
    for role, cells in ((ClaimRole.REQUEST, asked), (ClaimRole.PRIOR, granted)):
        for table, row in cells:
            for quote, years in words.found(row.label):
                yield _duration(
                    quote, years, words.start(row.label), role, [(table, row)], trace_row(table, row)
                )
    for said, role in _attributed(note, profile):
        cells = _named(said.text, {ClaimRole.REQUEST: asked, ClaimRole.PRIOR: granted}.get(role, []))
        for quote, years in words.found(said.text):
            yield _duration(quote, years, words.start(said.text), role, cells, said.trace(quote))


def _attributed(note: Note, profile: Profile) -> Iterator[tuple[Said, ClaimRole]]:
    title = title_of(note)
    if title is not None:
        yield title, ClaimRole.MENTION if continues(note) else ClaimRole.REQUEST
    for said in sentences(note):
        yield said, spoken_of(said, note, profile.wording)


def _named(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """The rows that the sentence names, or all where it names none."""
    folded = text.casefold()
    named = [cell for cell in cells if cell[1].label and cell[1].label.casefold() in folded]
    return named or list(cells)


def _duration(
    quote: str, years: int, start: Year | None, role: ClaimRole, cells: Sequence[Cell], own: Trace
) -> Fact:
    spans, reason = _spans(cells)
    of = spans[0] if len(spans) == 1 else None
    return fact(
        "duration",
        {
            "role": role.value,
            "quote": quote,
            "stated_years": years,
            "expected_years": _expected(years, start, role, of) if of else None,
            "funded_years": len(of.funded) if of else None,
            "funded": span(of.funded) if of else None,
        },
        why_missing=reason,
        traces=(own, *(trace_row(table, row) for table, row in cells[:1] if role is not ClaimRole.MENTION)),
    )


def _spans(cells: Sequence[Cell]) -> tuple[list[_Span], Text]:
    """The different spans of the rows; none where a figure is in doubt."""
    found: list[_Span] = []
    for table, row in cells:
        amounts = row_amounts(table, row)
        if None in amounts.values():
            return [], NOT_READ
        one = _Span(_funded(amounts), table.years)
        if one.funded and one not in found:
            found.append(one)
    return found, _SEVERAL if found else _NONE


def _funded(amounts: YearAmounts) -> tuple[Year, ...]:
    return tuple(year for year, amount in sorted(amounts.items()) if amount)


def _expected(years: int, start: Year | None, role: ClaimRole, of: _Span) -> int:
    """How many of the years of a duration the table can show.

    One that starts in a named year is shown from there; one whose first year is the first of the prior table
    may have begun before it; none is shown beyond the table's last year.
    """
    if start is not None:
        return sum(start <= year < start + years for year in of.shown)
    if role is ClaimRole.PRIOR and of.funded[0] == of.shown[0]:
        return min(years, len(of.funded))
    return min(years, of.shown[-1] - of.funded[0] + 1)
