"""Editions of a step live side by side; which one is in force depends on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from grantcheck.model.years import Year
from grantcheck.prices.series import PriceSeries, Step, StepStatus


def stated(series: PriceSeries, from_year: Year, to_year: Year) -> tuple[Step, ...]:
    """All editions of a step, oldest first. A fixed percentage states every step."""
    if series.fixed:
        return (_fixed_step(series, from_year, to_year),)
    return tuple(sorted((step for step in series.steps if step.years == (from_year, to_year)), key=_order))


def in_force(series: PriceSeries, from_year: Year, to_year: Year, as_of: date) -> Step | None:
    """The step as the latest edition dated at or before `as_of` states it.

    None where no edition does, or where that edition states two different values: neither is chosen.
    """
    known = [step for step in stated(series, from_year, to_year) if step.edition <= as_of]
    latest = [step for step in known if step.edition == known[-1].edition]
    if len({series.growth(step) for step in latest}) != 1:
        return None
    return latest[0]


def newer(series: PriceSeries, as_of: date) -> tuple[Step, ...]:
    """The steps of editions dated after `as_of`, oldest edition first."""
    return tuple(sorted((step for step in series.steps if step.edition > as_of), key=_order))


def edition_dates(series: PriceSeries) -> tuple[date, ...]:
    """The dates of all editions, oldest first."""
    dates = {step.edition for step in series.steps} | {number.edition for number in series.numbers}
    return tuple(sorted(dates | ({series.fixed.edition} if series.fixed else set())))


def stated_years(series: PriceSeries, from_year: Year, to_year: Year) -> tuple[Year, Year]:
    """The years whose values a step uses: its own, or those before by the lag of the series."""
    return from_year - series.lag, to_year - series.lag


def years_between(first: Year, last: Year) -> Iterator[tuple[Year, Year]]:
    """The steps between two years, the earliest first, whichever of them is earlier.

    >>> list(years_between(2024, 2022))
    [(2022, 2023), (2023, 2024)]
    """
    start, end = sorted((first, last))
    return ((year, year + 1) for year in range(start, end))


def knowledge_dates(series: PriceSeries, first: Year, last: Year, as_of: date) -> tuple[date, ...]:
    """The edition dates up to `as_of` at which the chain between two years was known, and changed; oldest first.

    The conversion on each of these days differs from the one on the day before in at least one factor. Empty
    where the chain was never wholly known, and where both years are the same and no rate is needed.
    """
    steps = [stated_years(series, *years) for years in years_between(first, last)]
    days = sorted(
        {step.edition for years in steps for step in stated(series, *years) if step.edition <= as_of}
    )
    found: list[date] = []
    before: list[Fraction] | None = None
    for day in days:
        factors = _factors(series, steps, day)
        if factors is None:
            before = None
        elif factors != before:
            before = factors
            found.append(day)
    return tuple(found)


def _factors(series: PriceSeries, steps: list[tuple[Year, Year]], day: date) -> list[Fraction] | None:
    found = [in_force(series, *years, day) for years in steps]
    known = [series.factor(step) for step in found if step]
    return known if len(known) == len(steps) else None


def _fixed_step(series: PriceSeries, from_year: Year, to_year: Year) -> Step:
    if series.fixed is None:
        raise ValueError(f"The series '{series.name}' has no fixed percentage. Ask `stated` for its steps.")
    return Step(
        from_year=from_year,
        to_year=to_year,
        value=series.fixed.percent,
        status=StepStatus.FIXED,
        edition=series.fixed.edition,
        reference=series.fixed.reference,
        line=series.fixed.line,
    )


def _order(step: Step) -> tuple[date, Year, Fraction, str, str, str]:
    """Does not depend on where a step stands in the file."""
    value = Fraction(step.value) / Fraction(step.base)
    return step.edition, step.from_year, value, step.status, step.document or "", step.reference
