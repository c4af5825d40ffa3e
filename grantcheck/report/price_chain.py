"""A conversion with its chain, step by step, or what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.formatting import format_decimal, format_exact, format_percent
from grantcheck.prices.conversion import Conversion, Passage, convert, running
from grantcheck.prices.editions import edition_dates, knowledge_dates
from grantcheck.prices.rounding import rounded
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.price_heading import indication, source_lines, spread_in_words
from grantcheck.report.price_words import PriceWords, price_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from fractions import Fraction

    from grantcheck.model.text import Language
    from grantcheck.prices.conversion import ChainLink, MissingRates, MissingStep
    from grantcheck.prices.rounding import Rounding
    from grantcheck.prices.series import PriceSeries

_INDENT = 11
_SIGNS = {Passage.FORWARD: "×", Passage.BACK: "÷"}


@dataclass(frozen=True)
class ChainText:
    """Renders a conversion for a terminal, a pipe or a log."""

    page: Page
    language: Language
    digits: int
    rule: Rounding

    def rendered(self, shown: Conversion | MissingRates, series: PriceSeries) -> str:
        """The conversion, or what it lacks, as text."""
        if isinstance(shown, Conversion):
            return self.page.printed(self._lines(shown, series))
        return self.page.printed(self._missing(shown))

    @property
    def _words(self) -> PriceWords:
        return price_words(self.language)

    def _lines(self, shown: Conversion, series: PriceSeries) -> Iterator[Text]:
        words, lines = self._words, Lines(self.page.width)
        headline = words.becomes.format(
            amount=format_decimal(shown.amount, self.language),
            from_year=shown.from_year,
            to_year=shown.to_year,
            result=self._result(shown),
        )
        yield from lines.indented(Text(headline, style="bold"), 0)
        rule = words.half_up if self.rule == "half-up" else words.half_even
        said = rule.format(exact=self._exact(shown.result), digits=self.digits)
        yield from lines.indented(Text(said, style="dim"), 0)
        if shown.indicative:
            yield from lines.indented(indication(shown.series, self.language), 0)
        yield Text()
        for link, amount in zip(shown.chain, running(shown), strict=True):
            yield from self._link(link, amount)
        yield from self._ending(shown, series)

    def _ending(self, shown: Conversion, series: PriceSeries) -> Iterator[Text]:
        words, lines = self._words, Lines(self.page.width)
        if not shown.chain:
            yield from lines.indented(Text(words.same_year), 0)
            return
        factor = words.factor.format(factor=self._exact(shown.factor))
        yield Text()
        yield from lines.indented(Text(f"{series.name}: {factor}"), 0)
        yield from source_lines(series, self.language, self.page.width)
        for other in _earlier(shown, series):
            said = words.by_earlier_edition.format(day=other.as_of, result=self._result(other))
            yield from lines.indented(Text(said), 0)
        later = ", ".join(str(day) for day in edition_dates(series) if day > shown.as_of)
        if later:
            said = words.newer_editions.format(day=shown.as_of, editions=later)
            yield from lines.indented(Text(said, style="yellow"), 0)

    def _link(self, link: ChainLink, amount: Fraction) -> Iterator[Text]:
        words = self._words
        rise = self._percent(link.percent)
        spread = f", {spread_in_words(link.spread, words, self.language)}" if link.spread else ""
        calculated = f"{_SIGNS[link.direction]} {self._exact(link.factor)} = {self._exact(amount)}"
        years = Text(f"{link.from_year}→{link.to_year}", style="bold")
        yield from Lines(self.page.width).beside(years, Text(f"{calculated}  ({rise}{spread})"), _INDENT)
        lagged = words.lagged.format(years=_span(*link.lagged_from)) if link.lagged_from else ""
        document = visible(link.document) if link.document else ""
        edition = words.edition.format(edition=link.edition)
        parts = [words.statuses[link.status], lagged, edition, document, visible(link.reference)]
        yield from Lines(self.page.width).indented(Text(", ".join(filter(None, parts)), style="dim"), _INDENT)

    def _missing(self, shown: MissingRates) -> Iterator[Text]:
        words, lines = self._words, Lines(self.page.width)
        headline = words.missing.format(
            amount=format_decimal(shown.amount, self.language),
            from_year=shown.from_year,
            to_year=shown.to_year,
            day=shown.as_of,
            series=shown.series,
        )
        yield from lines.indented(Text(headline, style="bold"), 0)
        for step in shown.missing:
            years = Text(_span(*step.years), style="bold")
            yield from lines.beside(years, Text(_why(step, words)), _INDENT)
        yield from lines.indented(Text(words.add_rate), 0)
        if shown.indicative:
            yield from lines.indented(indication(shown.series, self.language), 0)

    def _result(self, shown: Conversion) -> str:
        return format_decimal(shown.rounded(self.digits, self.rule), self.language)

    def _percent(self, percent: Fraction) -> str:
        if (percent * 10).denominator == 1:
            return format_percent(rounded(percent, 1), self.language)
        return f"{format_exact(percent, self.language, 4)} %"

    def _exact(self, number: Fraction) -> str:
        return format_exact(number, self.language)


def _earlier(shown: Conversion, series: PriceSeries) -> Iterator[Conversion]:
    """The same conversion on each earlier day on which it was known and came out differently."""
    for day in knowledge_dates(series, shown.from_year, shown.to_year, shown.as_of):
        other = convert(shown.amount, series, shown.from_year, shown.to_year, day)
        if isinstance(other, Conversion) and other.result != shown.result:
            yield other


def _why(step: MissingStep, words: PriceWords) -> str:
    if step.contradicted:
        return words.two_values
    if step.newer_edition:
        return words.newer_states_it.format(edition=step.newer_edition)
    return words.not_stated


def _span(first: int, last: int) -> str:
    return f"{first}→{last}"
