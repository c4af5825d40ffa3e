"""The round at a glance: how the checks ended, and what is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.counts import broken_checks
from grantcheck.report.formats.html.bars import BarRow, bar_rows
from grantcheck.report.standing import Standing

if TYPE_CHECKING:
    from grantcheck.model.report import NoteHeading, Report
    from grantcheck.report.formats.html.telling import Telling

_WIDTH = 1_000
"""Of the bar of outcomes, in its own units."""
_ALWAYS = ("broken", "not_verifiable", "noted", "held", "not_applicable")
_WHERE_ANY = ("waived", "baselined", "turned_off", "unread")


@dataclass(frozen=True)
class Tile:
    """A count with its name."""

    css: str
    name: str
    count: str
    remark: str = ""


@dataclass(frozen=True)
class Piece:
    """A piece of the bar of outcomes."""

    css: str
    x: int
    width: int


@dataclass(frozen=True)
class Asked:
    """What the notes ask for."""

    headline: str
    headline_is: str
    remarks: Sequence[str]
    by_year: Sequence[BarRow]


@dataclass(frozen=True)
class Glance:
    """The first part of the page."""

    tiles: Sequence[Tile]
    counted: str
    pieces: Sequence[Piece]
    bar_said: str
    asked: Asked | None


def glance(report: Report, telling: Telling) -> Glance:
    """Counts and sums over all notes."""
    tiles = list(_tiles(report, telling))
    checks = sum(getattr(report.summary, name) for name in _ALWAYS)
    return Glance(
        tiles=tiles,
        counted=telling.words.counted.format(count=telling.number(checks)),
        pieces=list(_pieces(report, checks)),
        bar_said=", ".join(f"{tile.name}: {tile.count}" for tile in tiles if tile.css in _ALWAYS),
        asked=_asked(report.notes, telling),
    )


def _tiles(report: Report, telling: Telling) -> Iterator[Tile]:
    words, summary = telling.words, report.summary
    yield Tile("documents", words.documents, telling.number(summary.documents))
    for name in (*_ALWAYS, *_WHERE_ANY):
        count: int = getattr(summary, name)
        if name in _ALWAYS or count:
            remark = _severities(report, telling) if name == "broken" else ""
            yield Tile(name, words.outcome_names[name], telling.number(count), remark)


def _severities(report: Report, telling: Telling) -> str:
    found, words = broken_checks(report), telling.wording
    errors, warnings = found[Standing.ERROR], found[Standing.WARNING]
    return telling.words.of_errors.format(
        errors=words.one_error if errors == 1 else words.errors.format(count=telling.number(errors)),
        warnings=words.one_warning
        if warnings == 1
        else words.warnings.format(count=telling.number(warnings)),
    )


def _pieces(report: Report, checks: int) -> Iterator[Piece]:
    """The ends are rounded, so that the pieces meet and fill the bar."""
    done = start = 0
    for name in _ALWAYS:
        done += getattr(report.summary, name)
        end = _WIDTH * done // checks if checks else 0
        yield Piece(name, start, end - start)
        start = end


def _asked(notes: Sequence[NoteHeading], telling: Telling) -> Asked | None:
    sums: Counter[int] = Counter()
    unread = 0
    for heading in notes:
        for each in heading.asked:
            sums[each.year] += each.amount or 0
            unread += each.amount is None
    years = sorted(sums)
    if not years:
        return None
    words = telling.words
    first = min((heading.budget_year for heading in notes if heading.budget_year), default=years[0])
    remarks = [words.asked_total.format(amount=telling.kroner(sum(sums.values())))]
    if unread:
        remarks.append(words.asked_unread.format(count=telling.number(unread)))
    return Asked(
        headline=telling.kroner(sums[first]),
        headline_is=words.asked_in.format(year=first),
        remarks=remarks,
        by_year=bar_rows(((str(year), sums[year]) for year in years), telling),
    )
