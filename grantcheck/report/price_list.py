"""All price series at a glance, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table as Grid
from rich.text import Text

from grantcheck.prices.checking import faults
from grantcheck.prices.editions import edition_dates
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.price_words import price_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.model.years import Year
    from grantcheck.prices.series import PriceSeries

SCHEMA_VERSION = 1
_GAP = 2


@dataclass(frozen=True)
class PricesText:
    """Renders the list of series for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def rendered(self, shown: Sequence[PriceSeries]) -> str:
        """A line for each series, and one for each that is faulty."""
        words = price_words(self.language)
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        for heading in (words.series, words.kind, words.years, words.editions, words.checked):
            grid.add_column(Text(heading, style="dim"), overflow="fold")
        for series in shown:
            grid.add_row(*self._cells(series))
        return self.page.printed([grid, *self._indicative(shown), *self._faulty(shown)])

    def _indicative(self, shown: Sequence[PriceSeries]) -> Iterator[Text]:
        names = ", ".join(series.name for series in shown if series.indicative)
        if names:
            said = price_words(self.language).indicative_ones.format(names=names)
            yield Text()
            yield from Lines(self.page.width).indented(Text(said, style="yellow"), 0)

    def _cells(self, series: PriceSeries) -> tuple[Text, ...]:
        words = price_words(self.language)
        return (
            Text(series.name, style="bold"),
            Text(words.kinds[series.kind]),
            Text(span_of(series) or words.statuses["fixed"]),
            Text(_editions(series)),
            Text(str(series.last_checked or words.nothing_known)),
        )

    def _faulty(self, shown: Sequence[PriceSeries]) -> Iterator[Text]:
        for series in shown:
            count = len(faults(series))
            if count:
                said = price_words(self.language).faults_found.format(
                    series=series.name, count=count, path=visible(series.path)
                )
                yield from Lines(self.page.width).indented(Text(said, style="red"), 0)


def span_of(series: PriceSeries) -> str:
    """The first and the last year of a series; empty where one percentage serves every year."""
    years = _years(series)
    return f"{years[0]}–{years[-1]}" if years else ""


def _years(series: PriceSeries) -> list[Year]:
    return sorted({year for step in series.steps for year in step.years})


def _editions(series: PriceSeries) -> str:
    days = edition_dates(series)
    return str(days[-1]) if len(days) == 1 else f"{days[-1]} ({len(days)})"


@dataclass(frozen=True)
class PricesJson:
    """Renders the list of series as JSON."""

    language: Language

    def rendered(self, shown: Sequence[PriceSeries]) -> str:
        """The series as JSON text."""
        return json_of(
            {"schema_version": SCHEMA_VERSION, "series": [self._entry(series) for series in shown]}
        )

    def _entry(self, series: PriceSeries) -> dict[str, object]:
        years = _years(series)
        return {
            "name": series.name,
            "title": series.title.spoken(self.language) if series.title else None,
            "kind": series.kind.value,
            "unit": series.unit.value,
            "first_year": years[0] if years else None,
            "last_year": years[-1] if years else None,
            "editions": [str(day) for day in edition_dates(series)],
            "indicative": series.indicative,
            "last_checked": str(series.last_checked) if series.last_checked else None,
            "faults": len(faults(series)),
        }
