"""Years, and spans of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

Year = int


def funded_years(amounts: Mapping[Year, int]) -> tuple[Year, ...]:
    """The years with money in them, in order; zero is no money."""
    return tuple(year for year in sorted(amounts) if amounts[year] != 0)


def longest_gap(years: Iterable[Year]) -> int:
    """The longest run of years missing between two that are present.

    >>> longest_gap([2020, 2022, 2024])
    1
    >>> longest_gap([2020, 2021])
    0
    """
    ordered = sorted(years)
    return max((later - earlier - 1 for earlier, later in pairwise(ordered)), default=0)


def horizon(budget_year: Year, projection_years: int) -> tuple[Year, ...]:
    """The budget year and its projection years.

    >>> horizon(2026, 3)
    (2026, 2027, 2028, 2029)
    """
    return tuple(range(budget_year, budget_year + projection_years + 1))
