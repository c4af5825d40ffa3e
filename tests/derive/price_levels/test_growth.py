"""How rows grow from year to year."""

from __future__ import annotations

import pytest
from builders import UNREAD, activity, facts, note_of, overview, table_of
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.fact import Fact
from grantcheck.model.terms import TableKind


def growth(*figures: int | str, **how: object) -> Fact:
    row = activity("Rensning", dict(enumerate(figures, start=2026)))
    (fact,) = facts("growth", note_of(overview(row, **how)))
    return fact


def test_a_row_of_one_rate_a_year_is_told_with_its_rate():
    found = growth(1000, 1020, 1040, 1061).fields
    assert (found["steps"], found["rising_steps"], found["rate"], found["deviation"]) == (3, 3, 199, 0)


def test_a_flat_row_rises_in_no_step():
    assert growth(1000, 1000, 1000).fields["rising_steps"] == 0


def test_half_a_unit_each_way_is_rounding():
    assert growth(50, 51, 52, 53).fields["deviation"] == 0
    assert growth(5000, 5050, 5200, 5300).fields["deviation"] > 50


def test_coarse_figures_are_rounded_by_half_their_last_digit():
    assert growth("5.0", "5.1", "5.2", unit=1_000_000).fields["deviation"] == 0


@pytest.mark.parametrize("figures", [(-1000, -1020, -1040), (1000, 1020, 1040)])
def test_a_cost_below_zero_is_judged_by_its_size(figures):
    found = growth(*figures).fields
    assert (found["rising_steps"], found["rate"]) == (2, 198)


@pytest.mark.parametrize(
    "figures", [(1000, 1020), (1000,), (0, 0, 0), (1000, 0, 1040), (1000, -1020, 1040)], ids=str
)
def test_fewer_than_three_years_in_a_row_of_one_sign_make_no_steps_to_judge(figures):
    assert growth(*figures).fields["steps"] < 2


def test_years_before_the_money_are_no_steps():
    assert growth(0, 1000, 1020, 1040).fields["steps"] == 2


def test_a_falling_row_has_no_rate():
    found = growth(1040, 1020, 1000).fields
    assert (found["rising_steps"], found["rate"]) == (0, 0)


def test_a_figure_in_doubt_leaves_the_steps_open():
    fact = growth(1000, UNREAD, 1040)
    assert "steps" not in fact.fields
    assert "not read for certain" in fact.missing["steps"].en


def test_limits_come_from_the_profile_in_hundredths_of_a_per_cent():
    found = growth(1000, 1020, 1040)
    assert [found.fields[name] for name in ("low_limit", "high_limit", "spread_limit")] == [50, 430, 50]
    assert found.shown["limits"].da == "0,5 % til 4,3 % om året"


def test_detail_tables_and_prior_tables_grow_too():
    note = note_of(
        table_of(TableKind.SERVICE, activity("A", {2026: 1, 2027: 2})),
        table_of(TableKind.PRIOR, activity("B", {2024: 1, 2025: 2})),
    )
    assert [fact.fields["label"] for fact in facts("growth", note)] == ["A", "B"]


@given(start=st.integers(500, 10**6), rate=st.integers(50, 430))
def test_whatever_is_indexed_at_one_rate_and_rounded_deviates_by_nothing_but_rounding(start, rate):
    figures = [round(start * (1 + rate / 10_000) ** step) for step in range(4)]
    found = growth(*figures).fields
    assert found["rate"] == pytest.approx(rate, abs=10_000 // start + 2)
    assert found["deviation"] <= 10_000 // start + 2
