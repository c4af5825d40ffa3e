"""The requests that an indicative yearly price change would explain."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.profile import ImpliedChange
from grantcheck.derive.price_levels.implied_change import LIMITS, implied_limits, limits_in_words
from grantcheck.model.money import Kroner
from grantcheck.model.text import Text

SOURCE = Text(en="indicative", da="vejledende")
INDICATIVE = ImpliedChange(low=0, high=8, error_above=25, source=SOURCE)
EXACT = (Decimal(0), Decimal(0))


def limits(earlier, steps, halves=EXACT, change=INDICATIVE):
    return tuple(implied_limits(earlier, Kroner(0), steps, halves, change)[name] for name in LIMITS)


def test_one_year_of_the_indicative_change():
    assert limits(Kroner(100_000), 1) == (10_000_000, 10_800_000, 12_500_000)


def test_two_years_are_compounded_not_added():
    assert limits(Kroner(100_000), 2) == (10_000_000, 11_664_000, 15_625_000)


def test_half_a_unit_of_either_figure_widens_the_range():
    assert limits(Kroner(100_000), 1, (Decimal(500), Decimal(50))) == (9_945_000, 10_859_000, 12_567_500)


def test_a_fall_of_prices_lowers_the_low_limit():
    falling = ImpliedChange(low="-2.5", high=8, error_above=25, source=SOURCE)
    assert limits(Kroner(100_000), 2, change=falling)[0] == 9_506_250


@pytest.mark.parametrize(
    ("earlier", "requested", "steps"),
    [(None, Kroner(1), 1), (Kroner(1), None, 1), (Kroner(1), Kroner(1), None), (Kroner(1), Kroner(1), 0)],
    ids=["earlier in doubt", "request in doubt", "no price level", "same price level"],
)
def test_there_are_no_limits_where_something_is_unknown_or_no_year_lies_between(earlier, requested, steps):
    assert implied_limits(earlier, requested, steps, EXACT, INDICATIVE) == dict.fromkeys(LIMITS)


@given(st.integers(1, 10**9), st.integers(1, 10))
def test_rounding_to_ore_never_narrows_the_range(earlier, steps):
    low, high, error = limits(Kroner(earlier), steps)
    assert low <= earlier * 100
    assert high >= Fraction(108, 100) ** steps * earlier * 100
    assert high <= error


def test_the_limits_are_said_in_both_languages():
    words = limits_in_words(ImpliedChange(low=0, high="7.7", error_above=25, source=SOURCE))
    assert words.en.startswith("0.0 % to 7.7 % a year")
    assert words.da.startswith("0,0 % til 7,7 % om året")
