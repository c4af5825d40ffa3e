"""Rates that are rates, and factors that are 1 + rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from grantcheck.model.formatting import format_decimal, format_exact
from grantcheck.model.text import Language, Text
from grantcheck.prices.checks.fault import SeriesFault
from grantcheck.prices.rounding import decimals, rounded
from grantcheck.prices.series import PriceSeries, SeriesUnit, Step

STEEPEST = 25
"""Per cent a year beyond which a rise is taken for a slip; the roughest of the state's indices rose 13.8 %."""

_FACTOR_BAND = Decimal("0.8"), Decimal("1.3")
_INDEX_BAND = Decimal(80), Decimal(130)
_SHARE_BAND = Decimal("0.001"), Decimal("0.3")
_FACTOR_DECIMALS = 3
"""Rates are published with one decimal or two; factors and shares of them have three or more."""

_INDEX_AS_PERCENTAGE = Text(
    en="an index number written as a percentage", da="et indekstal skrevet som procent"
)
_FACTOR_AS_PERCENTAGE = Text(en="a factor written as a percentage", da="en faktor skrevet som procent")
_SHARE_AS_PERCENTAGE = Text(en="a share of 1 written as a percentage", da="en andel af 1 skrevet som procent")
_FACTOR_AS_INDEX = Text(en="a factor written as an index number", da="en faktor skrevet som indekstal")
_PERCENTAGE_AS_INDEX = Text(
    en="a percentage written as an index number", da="en procent skrevet som indekstal"
)
_CHECK_SOURCE = Text(
    en="Compare rate and factor with the source.", da="Sammenlign sats og faktor med kilden."
)


def figure_faults(series: PriceSeries) -> Iterator[SeriesFault]:
    """Faults in the figures of a series."""
    for step in series.steps:
        if step.factor is not None and not _agrees(series, step, step.factor):
            yield _not_one_plus_rate(series, step, step.factor)
        elif step.factor is None:
            yield from _implausible(series, step)
    if series.fixed and abs(series.fixed.percent) > STEEPEST:
        yield _steep(series.fixed.line, Fraction(series.fixed.percent))


def _agrees(series: PriceSeries, step: Step, factor: Decimal) -> bool:
    """A rate has an end, and so has its factor; the ratio of two index numbers is as exact as it is printed."""
    growth = series.growth(step)
    if series.unit is SeriesUnit.PERCENT:
        return growth == Fraction(factor)
    return rounded(growth, decimals(factor)) == factor


def _not_one_plus_rate(series: PriceSeries, step: Step, factor: Decimal) -> SeriesFault:
    def said(language: Language) -> tuple[str, str, str]:
        growth = series.growth(step)
        percent = format_exact((growth - 1) * 100, language, 4)
        return format_decimal(factor, language), percent, format_exact(growth, language)

    en, da = said("en"), said("da")
    problem = Text(
        en=f"The factor {en[0]} is not 1 + {en[1]} %, which is {en[2]}.",
        da=f"Faktoren {da[0]} er ikke 1 + {da[1]} %, som er {da[2]}.",
    )
    return SeriesFault(line=step.line, problem=problem, remedy=_CHECK_SOURCE)


def _implausible(series: PriceSeries, step: Step) -> Iterator[SeriesFault]:
    rise = (series.growth(step) - 1) * 100
    if series.numbers:
        mistaken = None
    elif series.unit is SeriesUnit.INDEX:
        mistaken = _no_index_number(step)
    else:
        mistaken = _no_percentage(step)
    if mistaken:
        yield mistaken
    elif abs(rise) > STEEPEST:
        yield _steep(step.line, rise)


def _no_percentage(step: Step) -> SeriesFault | None:
    value, confirmed = step.value, f'factor: "{1 + step.value / 100:f}"'
    fine = decimals(value) >= _FACTOR_DECIMALS
    if _within(value, _INDEX_BAND):
        return _mistaken(value, step.line, _INDEX_AS_PERCENTAGE, value - 100, confirmed)
    if fine and _within(value, _FACTOR_BAND):
        return _mistaken(value, step.line, _FACTOR_AS_PERCENTAGE, (value - 1) * 100, confirmed)
    if fine and _within(value, _SHARE_BAND):
        return _mistaken(value, step.line, _SHARE_AS_PERCENTAGE, value * 100, confirmed)
    return None


def _no_index_number(step: Step) -> SeriesFault | None:
    value, confirmed = step.value, f'factor: "{step.value / 100:f}"'
    if _within(value, _FACTOR_BAND) and decimals(value) >= _FACTOR_DECIMALS - 1:
        return _mistaken(value, step.line, _FACTOR_AS_INDEX, value * 100, confirmed)
    if value <= STEEPEST:
        return _mistaken(value, step.line, _PERCENTAGE_AS_INDEX, value + 100, confirmed)
    return None


def _mistaken(value: Decimal, line: int, what: Text, meant: Decimal, confirmed: str) -> SeriesFault:
    en, da = format_decimal(value, "en"), format_decimal(value, "da")
    right = f'"{meant.normalize():f}"'
    return SeriesFault(
        line=line,
        problem=Text(en=f"{en} looks like {what.en}.", da=f"{da} ligner {what.da}."),
        remedy=Text(
            en=f"Write {right} if that is meant. If {en} is right, confirm it with {confirmed}.",
            da=f"Skriv {right}, hvis det er meningen. Er {da} rigtigt, så bekræft det med {confirmed}.",
        ),
    )


def _steep(line: int, rise: Fraction) -> SeriesFault:
    en, da = format_exact(rise, "en", 1), format_exact(rise, "da", 1)
    return SeriesFault(
        line=line,
        problem=Text(
            en=f"{en} % in one year is no likely change of prices.",
            da=f"{da} % på et år er ingen sandsynlig prisændring.",
        ),
        remedy=Text(
            en="Compare value and unit with the source; in a step, confirm a true value with its factor.",
            da="Sammenlign værdi og enhed med kilden; bekræft i et trin en rigtig værdi med dens faktor (factor).",
        ),
    )


def _within(value: Decimal, band: tuple[Decimal, Decimal]) -> bool:
    return band[0] <= value <= band[1]
