"""The years with money, and where they end."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from grantcheck.model.funding import Funding


class Row(NamedTuple):
    year: int
    amount: int
    permanent: bool = False


def funding(*rows: Row, covered: tuple[int, ...] = ()) -> Funding:
    return Funding.of(rows, covered)


def test_rows_of_a_year_are_added():
    found = funding(Row(2024, 340), Row(2025, 340), Row(2025, -40), covered=(2026,))
    assert (found.net(2025), found.last_funded_year, found.last_amount) == (300, 2025, 300)
    assert (found.net(2026), found.net(2027), found.first_unfunded_year) == (0, None, 2026)


def test_beyond_what_is_covered_the_end_is_unknown():
    found = funding(Row(2025, 340), covered=(2024, 2025))
    assert found.first_unfunded_year is None
    assert found.end_unknown_after(2025)
    assert not found.end_unknown_after(2024)
    assert not funding(Row(2025, 340), covered=(2026,)).end_unknown_after(2025)


def test_money_without_an_end_neither_ends_nor_may_end():
    found = funding(Row(2025, 340, permanent=True), covered=(2026,))
    assert (found.permanent, found.first_unfunded_year, found.net(2026)) == (True, None, None)
    assert not found.end_unknown_after(2025)


def test_a_later_row_takes_back_what_had_no_end():
    found = funding(Row(2025, 340, permanent=True), Row(2026, 0), covered=(2026,))
    assert (found.permanent, found.first_unfunded_year) == (False, 2026)


def test_a_permanent_row_of_nothing_gives_nothing():
    assert not funding(Row(2025, 340), Row(2025, 0, permanent=True), covered=(2026,)).permanent


@pytest.mark.parametrize(
    ("amounts", "years"),
    [
        ({2024: 5, 2025: -5}, (2024,)),
        ({2024: -5, 2025: -5}, (2024, 2025)),
        ({2024: 0}, ()),
    ],
)
def test_below_zero_is_no_money_unless_all_is(amounts, years):
    assert funding(*(Row(year, amount) for year, amount in amounts.items())).funded_years == years


def test_without_money_there_is_no_end():
    found = funding(Row(2025, 0), covered=(2026,))
    assert (found.last_funded_year, found.last_amount, found.first_unfunded_year) == (None, None, None)
