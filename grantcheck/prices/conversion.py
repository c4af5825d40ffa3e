"""An amount of one year's prices in another's: year by year, compounded, exact until it is rounded once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import prod

from grantcheck.model.years import Year
from grantcheck.prices.editions import in_force, stated, stated_years, years_between
from grantcheck.prices.rounding import Rounding, rounded
from grantcheck.prices.series import PriceSeries, Spread, Step, StepStatus


class Passage(StrEnum):
    """Which way a step is taken."""

    FORWARD = "forward"
    """To later prices: the factor multiplies."""
    BACK = "back"
    """To earlier prices: the factor divides."""


@dataclass(frozen=True)
class ChainLink:
    """One year of a conversion: the earlier year, the later year, and the factor between their prices."""

    from_year: Year
    to_year: Year
    factor: Fraction
    """Later prices over earlier prices, with the spread; whichever way the step is taken."""
    percent: Fraction
    """The yearly rise as the series states it, in per cent, without the spread."""
    spread: Spread | None
    lagged_from: tuple[Year, Year] | None
    """The years whose value was used, where the series has a lag."""
    status: StepStatus
    edition: date
    document: str | None
    reference: str
    line: int
    """The line of the series file."""
    direction: Passage

    @property
    def multiplier(self) -> Fraction:
        """What the amount is multiplied by on the way."""
        return self.factor if self.direction is Passage.FORWARD else 1 / self.factor


@dataclass(frozen=True)
class Conversion:
    """An amount carried from one year's prices to another's, with its chain in the order it is walked."""

    amount: Decimal
    from_year: Year
    to_year: Year
    result: Fraction
    chain: tuple[ChainLink, ...]
    """Empty where both years are the same."""
    series: str
    indicative: bool
    as_of: date

    @property
    def factor(self) -> Fraction:
        """The product of the chain, exactly."""
        return prod((link.multiplier for link in self.chain), start=Fraction(1))

    def rounded(self, digits: int = 0, rule: Rounding = "half-up") -> Decimal:
        """The result, rounded here and nowhere before."""
        return rounded(self.result, digits, rule)


@dataclass(frozen=True)
class MissingStep:
    """A step that a conversion needs, and no edition in force states."""

    from_year: Year
    to_year: Year
    newer_edition: date | None
    """The first edition after the day of the conversion that states it."""
    contradicted: bool
    """Whether the edition in force states two different values for it."""

    @property
    def years(self) -> tuple[Year, Year]:
        """The earlier and the later year."""
        return self.from_year, self.to_year


@dataclass(frozen=True)
class MissingRates:
    """Why an amount could not be carried: what the series lacks, by the years it would have to state."""

    amount: Decimal
    series: str
    indicative: bool
    from_year: Year
    to_year: Year
    missing: tuple[MissingStep, ...]
    """The earliest first; of a lagged series the years whose values it would use."""
    as_of: date


def convert(
    amount: Decimal | int, series: PriceSeries, from_year: Year, to_year: Year, as_of: date
) -> Conversion | MissingRates:
    """An amount of `from_year`'s prices in those of `to_year`, by the editions in force on `as_of`.

    Exact: there and back gives the same amount. A conversion within one year needs no rate.
    """
    steps = [(years, stated_years(series, *years)) for years in years_between(from_year, to_year)]
    found = [(years, in_force(series, *used, as_of)) for years, used in steps]
    missing = tuple(
        _missing(series, used, as_of)
        for (_, used), (_, step) in zip(steps, found, strict=True)
        if step is None
    )
    if missing:
        return MissingRates(
            Decimal(amount), series.name, series.indicative, from_year, to_year, missing, as_of
        )
    direction = Passage.FORWARD if from_year <= to_year else Passage.BACK
    links = tuple(_link(series, years, step, direction) for years, step in found if step)
    chain = links if direction is Passage.FORWARD else links[::-1]
    result = prod((link.multiplier for link in chain), start=Fraction(amount))
    return Conversion(
        Decimal(amount), from_year, to_year, result, chain, series.name, series.indicative, as_of
    )


def running(conversion: Conversion) -> Iterator[Fraction]:
    """The amount after each link of the chain, exactly."""
    amount = Fraction(conversion.amount)
    for link in conversion.chain:
        amount *= link.multiplier
        yield amount


def _link(series: PriceSeries, years: tuple[Year, Year], step: Step, direction: Passage) -> ChainLink:
    return ChainLink(
        *years,
        factor=series.factor(step),
        percent=(series.growth(step) - 1) * 100,
        spread=series.spread,
        lagged_from=step.years if series.lag else None,
        status=step.status,
        edition=step.edition,
        document=step.document,
        reference=step.reference,
        line=step.line,
        direction=direction,
    )


def _missing(series: PriceSeries, years: tuple[Year, Year], as_of: date) -> MissingStep:
    editions = stated(series, *years)
    later = (step.edition for step in editions if step.edition > as_of)
    known = any(step.edition <= as_of for step in editions)
    return MissingStep(*years, newer_edition=next(later, None), contradicted=known)
