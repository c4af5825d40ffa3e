from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.years import funded_years, horizon, longest_gap


@pytest.mark.parametrize(
    ("projection_years", "years"), [(0, (2026,)), (3, (2026, 2027, 2028, 2029))], ids=["alone", "three more"]
)
def test_the_horizon_is_the_budget_year_and_its_projection_years(projection_years, years):
    assert horizon(2026, projection_years) == years


@pytest.mark.parametrize(
    ("funded", "gap"),
    [
        ((), 0),
        ((2022,), 0),
        ((2022, 2023, 2024), 0),
        ((2020, 2022, 2024), 1),
        ((2018, 2020, 2024), 3),
        ((2024, 2020, 2022), 1),
    ],
    ids=["never", "once", "every year", "elections every second year", "uneven", "in any order"],
)
def test_the_longest_gap_is_the_longest_run_of_years_without_money(funded, gap):
    assert longest_gap(funded) == gap


@given(st.sets(st.integers(1990, 2060), min_size=1))
def test_a_grant_has_no_gap_exactly_when_its_years_follow_each_other(years):
    follow = max(years) - min(years) + 1 == len(years)
    assert (longest_gap(years) == 0) is follow


def test_zero_is_no_money_but_a_cancellation_is():
    assert funded_years({2025: 100, 2023: 0, 2022: 340, 2024: -50}) == (2022, 2024, 2025)
