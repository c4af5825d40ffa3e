"""Years in order, one after the other, none twice and none left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from grantcheck.model.text import Text
from grantcheck.model.years import Year
from grantcheck.prices.checks.fault import SeriesFault
from grantcheck.prices.series import PriceSeries

_SORT = Text(
    en="Compare both lines with the source: two years may have been swapped. Then write the earliest year first.",
    da="Sammenlign begge linjer med kilden: to år kan være byttet om. Skriv derefter det tidligste år først.",
)
_ONE_YEAR = Text(
    en="Write one step for each year, from a year to the next.",
    da="Skriv ét trin for hvert år, fra et år til det næste.",
)
_ADD = Text(
    en="Add the missing value with its source; no amount can be carried past it.",
    da="Tilføj den manglende værdi med kilde; intet beløb kan føres forbi den.",
)
_KEEP_ONE = Text(
    en="Keep one of the two, or give the later one the date of its own edition.",
    da="Behold den ene af de to, eller giv den seneste datoen for sin egen udgave.",
)
_WHOLE_EDITION = Text(
    en="Index numbers are compared within one edition only. Add the neighbouring year of this edition.",
    da="Indekstal sammenlignes kun inden for én udgave. Tilføj naboåret i denne udgave.",
)


@dataclass(frozen=True)
class _Entry:
    """A line of the file: a step by its two years, an index number by one."""

    line: int
    first: Year
    last: Year
    edition: date

    @property
    def said(self) -> str:
        return f"{self.first}→{self.last}" if self.first != self.last else str(self.first)


def year_faults(series: PriceSeries) -> Iterator[SeriesFault]:
    """Faults in the years of a series."""
    if series.numbers:
        entries = [_Entry(number.line, number.year, number.year, number.edition) for number in series.numbers]
        yield from _alone(series, entries)
    else:
        entries = [_Entry(step.line, *step.years, step.edition) for step in series.steps]
        yield from _not_one_year(entries)
    for edition in _by_edition(entries):
        yield from _out_of_order(edition)
        yield from _repeated(edition)
    yield from _gaps(entries)


def _by_edition(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    editions = defaultdict(list)
    for entry in entries:
        editions[entry.edition].append(entry)
    return list(editions.values())


def _not_one_year(entries: Sequence[_Entry]) -> Iterator[SeriesFault]:
    for entry in entries:
        if entry.last > entry.first + 1:
            problem = Text(
                en=f"The step {entry.said} covers {entry.last - entry.first} years.",
                da=f"Trinnet {entry.said} dækker {entry.last - entry.first} år.",
            )
            yield SeriesFault(line=entry.line, problem=problem, remedy=_ONE_YEAR)
        elif entry.last <= entry.first:
            problem = Text(
                en=f"The step {entry.said} does not lead to a later year; its years may be swapped.",
                da=f"Trinnet {entry.said} fører ikke til et senere år; årene kan være byttet om.",
            )
            yield SeriesFault(line=entry.line, problem=problem, remedy=_ONE_YEAR)


def _out_of_order(entries: Sequence[_Entry]) -> Iterator[SeriesFault]:
    for before, entry in pairwise(entries):
        if entry.first < before.first:
            problem = Text(
                en=f"The years are out of order: {entry.said} stands after {before.said} (line {before.line}).",
                da=f"Årene er ikke i rækkefølge: {entry.said} står efter {before.said} (linje {before.line}).",
            )
            yield SeriesFault(line=entry.line, problem=problem, remedy=_SORT)


def _repeated(entries: Sequence[_Entry]) -> Iterator[SeriesFault]:
    seen: dict[tuple[Year, Year], _Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.first, entry.last), entry)
        if first is entry:
            continue
        problem = Text(
            en=f"{entry.said} is stated twice in the edition {entry.edition} (first in line {first.line}).",
            da=f"{entry.said} står to gange i udgaven {entry.edition} (første gang i linje {first.line}).",
        )
        yield SeriesFault(line=entry.line, problem=problem, remedy=_KEEP_ONE)


def _gaps(entries: Sequence[_Entry]) -> Iterator[SeriesFault]:
    """A span that no entry covers, told at the first entry behind it."""
    ordered = sorted(entries, key=lambda entry: (min(entry.first, entry.last), entry.line))
    reached: Year | None = None
    for entry in ordered:
        start, end = sorted((entry.first, entry.last))
        step_to_itself = 1 if entry.first == entry.last else 0
        if reached is not None and start > reached + step_to_itself:
            missing = reached + step_to_itself, start - step_to_itself
            yield SeriesFault(line=entry.line, problem=_unstated(*missing), remedy=_ADD)
        reached = end if reached is None else max(reached, end)


def _unstated(first: Year, last: Year) -> Text:
    span = f"{first}→{last}" if first != last else str(first)
    return Text(en=f"Nothing is stated for {span}.", da=f"Intet er oplyst for {span}.")


def _alone(series: PriceSeries, entries: Sequence[_Entry]) -> Iterator[SeriesFault]:
    used = {(step.edition, year) for step in series.steps for year in step.years}
    for entry in entries:
        if (entry.edition, entry.first) in used:
            continue
        problem = Text(
            en=f"The index number of {entry.said} stands alone in the edition {entry.edition}, so it gives no rise.",
            da=f"Indekstallet for {entry.said} står alene i udgaven {entry.edition} og giver derfor ingen stigning.",
        )
        yield SeriesFault(line=entry.line, problem=problem, remedy=_WHOLE_EDITION)
