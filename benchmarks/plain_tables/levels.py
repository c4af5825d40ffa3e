"""The rules that compare what is asked for with the earlier level, across price levels."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from benchmarks.plain_tables.grants import CURRENT
from benchmarks.plain_tables.prices import by_edition, carried, factor, limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.plain_tables.cases import Case

Found = tuple[str, str]
"""A rule and its outcome."""
_SAME, _CARRIED, _NO_RATE, _LIKELY = "GC201", "GC202", "GC203", "GC208"
_BROKEN, _OPEN = "broken", "not_verifiable"
_HALF = 50
"""Øre: half of the krone that an amount is rounded to."""


def level_findings(case: Case) -> Iterator[Found]:
    """What the four rules find, level by level."""
    grant = case.grant
    if grant is None or not grant.moves or case.continues is False:
        return
    if grant.candidates != 1 or grant.last_given is None:
        yield _SAME, _OPEN
        yield _NO_RATE, _OPEN
        return
    earlier = grant.amounts[grant.last_given]
    from_year = grant.last_given if grant.level == CURRENT else grant.level
    for first, amount in _levels(case):
        yield from _level(case, earlier, from_year, amount, first if case.level == CURRENT else case.level)


def _levels(case: Case) -> Iterator[tuple[int, int]]:
    """First year and amount of each run of years with one amount."""
    before = None
    for year, amount in case.asked:
        if amount and (amount != before or case.level == CURRENT):
            yield year, amount
        before = amount


def _level(
    case: Case, earlier: int, from_year: int | None, amount: int, to_year: int | None
) -> Iterator[Found]:
    if from_year is None or to_year is None:
        yield from ((_SAME, _OPEN), (_NO_RATE, _OPEN), (_LIKELY, _OPEN))
        return
    if from_year == to_year:
        if case.continues is None:
            yield _SAME, _OPEN
        elif amount != earlier:
            yield _SAME, _BROKEN
        return
    ratio = factor(from_year, to_year)
    if ratio is None:
        yield _NO_RATE, _OPEN
        if to_year > from_year and (
            case.continues is None or not _is_likely(earlier, amount, to_year - from_year)
        ):
            yield _LIKELY, _OPEN if case.continues is None else _BROKEN
        return
    if case.continues is None or not _is_settled(earlier, amount, from_year, to_year):
        yield _CARRIED, _OPEN
    elif abs(amount - carried(earlier, ratio)) * 100 > _HALF:
        yield _CARRIED, _BROKEN


def _is_settled(earlier: int, amount: int, from_year: int, to_year: int) -> bool:
    """Whether all editions of the rates say the same of the amount."""
    expected = [carried(earlier, ratio) for ratio in by_edition(from_year, to_year)]
    return len({(amount > one) - (amount < one) for one in expected}) <= 1


def _is_likely(earlier: int, amount: int, steps: int) -> bool:
    low, high, _ = limits(steps)
    lowest = floor((earlier * 100 - _HALF) * low - _HALF)
    highest = ceil((earlier * 100 + _HALF) * high + _HALF)
    return lowest <= amount * 100 <= highest
