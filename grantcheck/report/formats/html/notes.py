"""The notes on the page: a row in the table, and a section with the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from grantcheck.report.by_note import full_title
from grantcheck.report.formats.html.finding import FindingView, finding_view, forthcoming_view
from grantcheck.report.formats.html.telling import TITLE
from grantcheck.report.formats.html.timeline import Timeline, timeline
from grantcheck.report.standing import Standing, standing

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import NoteHeading, YearAmount
    from grantcheck.report.by_note import Group
    from grantcheck.report.formats.html.telling import Telling

_SILENT = frozenset({Standing.HOLDS, Standing.NOT_APPLICABLE})
CLEAN = "clean"
"""What the filter calls a note without any finding in full."""


@dataclass(frozen=True)
class Amount:
    """An amount in the table: in words, and as the number to sort by."""

    said: str
    order: int | None = None


@dataclass(frozen=True)
class HeadingView:
    """One heading; a second one where two notes bear one code in one file."""

    origin: str
    path: str
    title: str
    drawing: Timeline | None
    asked: bool
    """Whether it is a note, so that money could be asked for."""


@dataclass(frozen=True)
class NoteView:
    """Everything the page says of a note."""

    anchor: str
    name: str
    """Its code, or the file's name where there is none."""
    title: str
    committees: Sequence[str]
    asks: Amount
    asks_in_all: Amount
    granted: Amount
    counts: Counter[str]
    """Findings by class."""
    headings: Sequence[HeadingView]
    findings: Sequence[FindingView]
    also_counted: str

    @property
    def outcomes(self) -> Sequence[str]:
        """What the filter finds it by."""
        return sorted(self.counts) or [CLEAN]

    @property
    def rules(self) -> Sequence[str]:
        """The rules of its findings."""
        return sorted({finding.rule for finding in self.findings})

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def note_view(group: Group, number: int, telling: Telling) -> NoteView:
    """The note with its findings, the gravest first; then what is waived, known before, or to come."""
    headings, found, to_come = group
    first = headings[0]
    anchor = f"n{number}"
    told = sorted((each for each in found if standing(each) not in _SILENT), key=_order)
    silent = Counter(standing(each) for each in found if standing(each) in _SILENT)
    views = [finding_view(each, f"{anchor}f{at}", telling) for at, each in enumerate(told, start=1)]
    views += [forthcoming_view(each, f"{anchor}c{at}", telling) for at, each in enumerate(to_come, start=1)]
    known = first.note != first.path
    name = telling.said(first.note if known else PurePath(first.path).name or first.path, TITLE)
    return NoteView(
        anchor=anchor,
        name=name,
        title=_title(first, telling) if known else "",
        committees=[
            telling.said(one, TITLE) for one in dict.fromkeys(c for h in headings for c in h.committees)
        ],
        asks=_first_year(headings, telling),
        asks_in_all=_in_all([each for heading in headings for each in heading.asked], telling),
        granted=_last_granted(headings, telling),
        counts=Counter(view.css for view in views),
        headings=[_heading(each, name, telling) for each in headings],
        findings=views,
        also_counted=_also(silent, telling),
    )


def _order(finding: Finding) -> tuple[int, str]:
    return standing(finding).rank, finding.rule


def _also(silent: Counter[Standing], telling: Telling) -> str:
    if not silent:
        return ""
    held, off = silent[Standing.HOLDS], silent[Standing.NOT_APPLICABLE]
    return telling.words.also_counted.format(held=telling.number(held), off=telling.number(off))


def _title(heading: NoteHeading, telling: Telling) -> str:
    return telling.said(full_title(heading) or telling.wording.untitled, TITLE)


def _heading(heading: NoteHeading, name: str, telling: Telling) -> HeadingView:
    known = heading.note != heading.path
    year = telling.wording.budget.format(year=heading.budget_year) if heading.budget_year else ""
    parts = (telling.said(heading.department or "", TITLE), year)
    return HeadingView(
        origin=", ".join(part for part in parts if part),
        path=telling.said(heading.path, TITLE),
        title=_title(heading, telling) if known else "",
        drawing=timeline(heading, name, telling),
        asked=known or bool(heading.asked),
    )


def _first_year(headings: Sequence[NoteHeading], telling: Telling) -> Amount:
    """What is asked for in the budget year."""
    in_year = [each for heading in headings for each in heading.asked if each.year == heading.budget_year]
    return _in_all(in_year, telling)


def _in_all(amounts: Sequence[YearAmount], telling: Telling) -> Amount:
    known = [each.amount for each in amounts if each.amount is not None]
    if not amounts:
        return Amount("–")
    if len(known) < len(amounts):
        return Amount(telling.words.unknown_amount)
    return Amount(telling.kroner(sum(known)), sum(known))


def _last_granted(headings: Sequence[NoteHeading], telling: Telling) -> Amount:
    """The last earlier money, with its year."""
    given = [each for heading in headings for each in heading.granted if each.amount != 0]
    if not given:
        return Amount("–")
    last = max(each.year for each in given)
    amounts = [each.amount for each in given if each.year == last]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return Amount(f"{telling.words.unknown_amount} ({last})")
    return Amount(f"{telling.kroner(sum(known))} ({last})", sum(known))
