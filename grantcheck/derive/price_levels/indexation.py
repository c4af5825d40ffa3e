"""The earlier level carried to the prices of the request, with its chain and the outcome under each edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from grantcheck.derive.price_levels.earlier_level import EarlierLevel
from grantcheck.model.fact import Trace
from grantcheck.model.formatting import format_exact, format_kroner, format_percent
from grantcheck.model.location import LineLocation
from grantcheck.model.money import Kroner
from grantcheck.model.text import Language, Text
from grantcheck.model.years import Year
from grantcheck.prices.conversion import ChainLink, Conversion, MissingRates, Passage, convert
from grantcheck.prices.editions import knowledge_dates
from grantcheck.prices.rounding import in_decimals, rounded
from grantcheck.prices.series import PriceSeries, StepStatus

_STATUS = {
    StepStatus.ESTIMATE: Text(en="estimate", da="skøn"),
    StepStatus.OUTCOME: Text(en="outcome", da="endelig"),
    StepStatus.FIXED: Text(en="fixed", da="fast"),
}

_PLACES = 8
"""Decimals of a factor as shown; it is used exactly."""


@dataclass(frozen=True)
class Carried:
    """An earlier level in the prices of another year, rounded once to whole kroner, a half away from zero."""

    amount: Kroner
    chain: Text
    traces: tuple[Trace, ...]
    """The rates it rests on, by their lines in the series file."""


def carried(level: EarlierLevel, to_year: Year, series: PriceSeries, as_of: date) -> Carried | MissingRates:
    """The earlier level at the `to_year` price level by the editions in force on `as_of`.

    Each year's amount is carried by itself; the mean of several is taken before the one rounding. The amounts
    and price years of the level must be known.
    """
    conversions: list[Conversion] = []
    for term in level.terms:
        if term.amount is None or term.price_year is None:
            raise ValueError("A level with an unknown amount or price year cannot be carried; ask before.")
        found = convert(term.amount, series, term.price_year, to_year, as_of)
        if isinstance(found, MissingRates):
            return found
        conversions.append(found)
    exact = sum((found.result for found in conversions), Fraction(0)) / len(conversions)
    amount = Kroner(int(rounded(exact)))
    return Carried(amount, _chain(conversions, amount), tuple(_traces(conversions, series)))


def edition_days(level: EarlierLevel, to_year: Year, series: PriceSeries, as_of: date) -> tuple[date, ...]:
    """The days up to `as_of` on which an edition changed what the level is carried to; oldest first."""
    start = level.price_year
    return () if start is None else knowledge_dates(series, start, to_year, as_of)


def _chain(conversions: list[Conversion], amount: Kroner) -> Text:
    return Text(en=_chain_in(conversions, amount, "en"), da=_chain_in(conversions, amount, "da"))


def _chain_in(conversions: list[Conversion], amount: Kroner, language: Language) -> str:
    products = [_product(found, language) for found in conversions]
    last = conversions[-1].to_year
    priced = {"en": f"({last} prices)", "da": f"({last}-priser)"}[language]
    carried_to = f"{format_kroner(amount, language)} {priced}"
    if len(products) == 1:
        return f"{products[0]} = {carried_to}"
    mean = {"en": "mean of", "da": "gennemsnit af"}[language]
    return f"{mean} {len(products)}: {'; '.join(products)} = {carried_to}"


def _product(found: Conversion, language: Language) -> str:
    priced = {"en": f"({found.from_year} prices)", "da": f"({found.from_year}-priser)"}[language]
    return " ".join(
        [
            f"{format_kroner(int(found.amount), language)} {priced}",
            *(_link(link, found.series, language) for link in found.chain),
        ]
    )


def _link(link: ChainLink, series: str, language: Language) -> str:
    """One factor with its years, series, status, edition and reference."""
    sign = "×" if link.direction is Passage.FORWARD else "/"
    edition = {"en": "edition", "da": "udgave"}[language]
    parts = [
        f"{link.from_year}→{link.to_year}",
        *_additions(link, language),
        series,
        f"{_STATUS[link.status].spoken(language)}, {edition} {link.edition.isoformat()}",
    ]
    return f"{sign} {format_exact(link.factor, language, _PLACES)} ({', '.join(parts)}: {link.reference})"


def _additions(link: ChainLink, language: Language) -> Iterator[str]:
    """What makes the factor other than the rate of the same years."""
    if link.lagged_from:
        first, last = link.lagged_from
        yield {"en": f"the rate of {first}→{last}", "da": f"satsen for {first}→{last}"}[language]
    if link.spread:
        points = format_percent(link.spread.points, language)
        rate = format_percent(rounded(link.percent, 3), language, 2)
        how = {
            "added": {"en": "added to", "da": "lagt til"},
            "compounded": {"en": "compounded with", "da": "ganget med"},
        }[link.spread.applied.value][language]
        yield f"{points} {how} {rate}"


def _traces(conversions: list[Conversion], series: PriceSeries) -> Iterator[Trace]:
    links = {link.line: link for found in conversions for link in found.chain}
    for line, link in sorted(links.items()):
        percent = in_decimals(link.percent) or rounded(link.percent, 4)
        yield Trace(
            role="parameter",
            text=f"{series.name}: {link.from_year}→{link.to_year} | {percent} % | {link.status.value} | "
            f"{link.edition.isoformat()} | {link.reference}",
            place=Text(en=f"{series.shown_path}, line {line}", da=f"{series.shown_path}, linje {line}"),
            location=LineLocation(line=line, column=1),
            path=series.shown_path,
        )
