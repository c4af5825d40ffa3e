"""Amounts between price levels, in whole numbers."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from benchmarks.bulk_tables import RATES

_LOW, _HIGH, _ERROR = Fraction(0), Fraction(8, 100), Fraction(25, 100)
"""What an amount may have risen by in a year where no rate is known."""


@cache
def factor(first: int, last: int) -> tuple[int, int] | None:
    """What carries an amount from one year's prices to another's, as a ratio; None where a rate is missing."""
    found = _chain([max(RATES.get(step, {}).items(), default=None) for step in _steps(first, last)])
    if found is None:
        return None
    return (found if first <= last else 1 / found).as_integer_ratio()


@cache
def by_edition(first: int, last: int) -> list[tuple[int, int]]:
    """The same by each edition of the rates since all were known, as long as they were in force."""
    steps = [RATES.get(step, {}) for step in _steps(first, last)]
    found: list[Fraction] = []
    for day in sorted({day for step in steps for day in step}):
        known = [max(((d, rate) for d, rate in step.items() if d <= day), default=None) for step in steps]
        chained = _chain(known)
        if chained is not None and chained not in found[-1:]:
            found.append(chained)
    return [(one if first <= last else 1 / one).as_integer_ratio() for one in found]


def carried(amount: int, ratio: tuple[int, int]) -> int:
    """Whole kroner, a half away from zero."""
    up, down = ratio
    size = (2 * abs(amount) * up + down) // (2 * down)
    return size if amount >= 0 else -size


@cache
def limits(steps: int) -> tuple[Fraction, Fraction, Fraction]:
    """The factors of the lowest and the highest likely rise, and of one that is an error."""
    low, high, error = ((1 + rate) ** steps for rate in (_LOW, _HIGH, _ERROR))
    return low, high, error


def _steps(first: int, last: int) -> list[tuple[int, int]]:
    return [(year, year + 1) for year in range(min(first, last), max(first, last))]


def _chain(known: list[tuple[str, str] | None]) -> Fraction | None:
    found = Fraction(1)
    for one in known:
        if one is None:
            return None
        found *= 1 + Fraction(one[1]) / 100
    return found
