"""What a series is, above everything that is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.formatting import format_decimal
from grantcheck.report.layout import Lines
from grantcheck.report.price_words import PriceWords, price_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.text import Language
    from grantcheck.prices.series import PriceSeries, Spread


def heading(series: PriceSeries, language: Language, width: int) -> Iterator[Text]:
    """Name, title, kind and unit; how it is applied; where it comes from."""
    words = price_words(language)
    title = f"  {visible(series.title.spoken(language))}" if series.title else ""
    yield Text.assemble((series.name, "bold"), title)
    lines = Lines(width)
    ways = ", ".join([words.kinds[series.kind], words.units[series.unit], *_ways(series, language)])
    yield from lines.indented(Text(ways), 0)
    if series.indicative:
        yield from lines.indented(indication(series.name, language), 0)
    yield from source_lines(series, language, width)
    checked = (
        words.last_checked.format(day=series.last_checked) if series.last_checked else words.never_checked
    )
    yield from lines.indented(Text(checked, style="dim"), 0)


def source_lines(series: PriceSeries, language: Language, width: int) -> Iterator[Text]:
    """Where the figures are published; a long address has a line of its own, whole, to be opened from there."""
    if not series.source:
        return
    label, source = price_words(language).source, visible(series.source)
    pieces = [f"{label}: {source}"] if len(label) + len(source) + 2 <= width else [f"{label}:", source]
    yield from (Text(piece, style="dim") for piece in pieces)


def indication(name: str, language: Language) -> Text:
    """What stands beside everything made with an indicative series."""
    return Text(price_words(language).not_a_rate.format(series=name), style="yellow")


def spread_in_words(spread: Spread, words: PriceWords, language: Language) -> str:
    """The spread and how it is applied."""
    return words.spread.format(
        points=format_decimal(spread.points, language), applied=words.applied[spread.applied]
    )


def _ways(series: PriceSeries, language: Language) -> Iterator[str]:
    words = price_words(language)
    if series.spread:
        yield spread_in_words(series.spread, words, language)
    if series.lag:
        yield words.lag.format(years=series.lag)
    if series.fixed:
        yield words.fixed.format(
            percent=f"{format_decimal(series.fixed.percent, language)} %",
            reference=visible(series.fixed.reference),
            edition=series.fixed.edition,
        )
