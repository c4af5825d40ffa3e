"""A series as a table of its editions, side by side, with a bar for the rise in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.table import Table as Grid
from rich.text import Text

from grantcheck.model.formatting import format_decimal, format_percent
from grantcheck.prices.editions import edition_dates, in_force
from grantcheck.prices.rounding import rounded
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.price_heading import heading
from grantcheck.report.price_words import PriceWords, price_words

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.model.years import Year
    from grantcheck.prices.series import PriceSeries, Step

_GAP = 2
_MOST_EDITIONS = 3
"""As many as fit beside a bar in 80 characters; the newest are shown."""
_LABEL = 8
"""What "−12,5 %" beside a bar needs."""
_RISE, _FALL = "█", "░"


@dataclass(frozen=True)
class SeriesText:
    """Renders a series for a terminal, a pipe or a log."""

    page: Page
    language: Language
    as_of: date

    def rendered(self, series: PriceSeries) -> str:
        """The series as text."""
        return self.page.printed(self._lines(series))

    @property
    def _words(self) -> PriceWords:
        return price_words(self.language)

    def _lines(self, series: PriceSeries) -> Iterator[Text | Grid]:
        lines = Lines(self.page.width)
        yield from heading(series, self.language, self.page.width)
        if series.fixed:
            return
        days = edition_dates(series)
        yield Text()
        yield self._grid(series, days[-_MOST_EDITIONS:])
        if len(days) > _MOST_EDITIONS:
            older = self._words.older_editions.format(count=len(days) - _MOST_EDITIONS)
            yield from lines.indented(Text(older, style="dim"), 0)
        later = ", ".join(str(day) for day in days if day > self.as_of)
        if later:
            said = self._words.newer_editions.format(day=self.as_of, editions=later)
            yield from lines.indented(Text(said, style="yellow"), 0)

    def _grid(self, series: PriceSeries, days: Sequence[date]) -> Grid:
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        grid.add_column(Text(self._words.years, style="dim"), no_wrap=True)
        for day in days:
            grid.add_column(Text(str(day), style="dim"), justify="right", no_wrap=True)
        grid.add_column(Text(self._words.rise.format(day=self.as_of), style="dim"), ratio=1)
        spans = sorted({step.years for step in series.steps})
        rises = {years: self._rise(series, years) for years in spans}
        steepest = max((abs(rise) for rise in rises.values() if rise is not None), default=Fraction(0))
        columns = len(days) * (len("2025-06-03") + _GAP) + len("2024→2025") + 2 * _GAP
        room = max(1, self.page.width - columns - _LABEL)
        for years in spans:
            values = [self._value(series, years, day) for day in days]
            grid.add_row(f"{years[0]}→{years[1]}", *values, self._bar(rises[years], steepest, room))
        return grid

    def _rise(self, series: PriceSeries, years: tuple[Year, Year]) -> Fraction | None:
        step = in_force(series, *years, self.as_of)
        return (series.growth(step) - 1) * 100 if step else None

    def _value(self, series: PriceSeries, years: tuple[Year, Year], day: date) -> Text:
        steps = [step for step in series.steps if step.years == years and step.edition == day]
        if not steps:
            return Text()
        if len({series.growth(step) for step in steps}) > 1:
            return Text(self._words.contradicted, style="red")
        current = steps[0] if in_force(series, *years, self.as_of) in steps else None
        return Text(self._written(steps[0]), style="bold" if current else "")

    def _written(self, step: Step) -> str:
        short = self._words.short_statuses[step.status]
        return " ".join(filter(None, [short, format_decimal(step.value, self.language)]))

    def _bar(self, rise: Fraction | None, steepest: Fraction, room: int) -> Text:
        if rise is None:
            return Text(self._words.nothing_known)
        cells = int(rounded(abs(rise) * room / steepest)) if steepest else 0
        label = format_percent(rounded(rise, 2), self.language)
        return Text.assemble(((_RISE if rise > 0 else _FALL) * cells, "cyan"), " " if cells else "", label)
