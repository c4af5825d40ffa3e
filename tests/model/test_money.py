"""Money is whole kroner, or øre where half a krone matters; never a float."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from builders import says
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from grantcheck.model.money import Kroner, rounded_half_up, to_ore, whole_kroner
from grantcheck.model.note import Claim

AMOUNTS = st.decimals(-(10**12), 10**12, places=4)


def test_a_krone_is_a_hundred_ore():
    assert to_ore(Kroner(205_000)) == 20_500_000
    assert to_ore(Kroner(-1)) == -100


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("0.5", 1),
        ("1.5", 2),
        ("2.5", 3),
        ("-0.5", -1),
        ("-2.5", -3),
        ("2.4999", 2),
        ("-2.4999", -2),
        ("0", 0),
        ("-0.4", 0),
    ],
)
def test_a_half_goes_away_from_zero(exact, rounded):
    assert rounded_half_up(Decimal(exact)) == rounded


@given(AMOUNTS)
def test_rounding_moves_an_amount_by_half_a_krone_at_most(amount):
    assert abs(Fraction(amount) - rounded_half_up(amount)) <= Fraction(1, 2)


@given(AMOUNTS)
def test_a_cost_and_an_equal_income_round_alike(amount):
    assert rounded_half_up(-amount) == -rounded_half_up(amount)


@pytest.mark.parametrize(
    ("figure", "unit", "kroner"),
    [
        ("205", 1_000, 205_000),
        ("0.2", 1_000_000, 200_000),
        ("-1.25", 1_000_000, -1_250_000),
        ("0.0005", 1_000, None),
        ("0.5", 1, None),
    ],
)
def test_a_printed_figure_times_its_unit_is_whole_kroner_or_nothing(figure, unit, kroner):
    assert whole_kroner(Decimal(figure), unit) == kroner


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_a_figure_in_millions_is_exact_however_it_is_printed(thousands, places):
    figure = Decimal(thousands).scaleb(-places)
    assert whole_kroner(figure, 1_000_000) == thousands * 10 ** (6 - places)


@pytest.mark.parametrize("amount", [0.5, 205_000.25, float("nan"), float("inf"), "205.5", None])
def test_no_noun_takes_part_of_a_krone(amount):
    claim = says("0,2 mio. kr.").model_dump()
    with pytest.raises(ValidationError):
        Claim.model_validate({**claim, "amount": amount})


def test_what_a_noun_took_as_money_is_an_int():
    claim = says("0,2 mio. kr. årligt")
    assert type(claim.amount) is int
    assert type(claim.precision) is int


@given(whole=st.integers(1, 10**6), zeros=st.integers(20, 60))
def test_the_smallest_part_of_a_krone_is_seen_however_many_digits_stand_before_it(whole, zeros):
    figure = Decimal(f"{whole}.{'0' * zeros}1")
    assert whole_kroner(figure, 1_000_000) is None
    assert whole_kroner(Decimal(f"{whole}.{'0' * zeros}0"), 1_000_000) == whole * 1_000_000


def test_an_amount_of_many_digits_keeps_them_all():
    assert whole_kroner(Decimal("4" * 50), 1_000) == int("4" * 50) * 1_000
