"""Exact numbers are rounded by a named rule, whatever their size."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.prices.rounding import in_decimals, rounded


@pytest.mark.parametrize(
    ("number", "digits", "half_up", "half_even"),
    [
        ("2.5", 0, "3", "2"),
        ("-2.5", 0, "-3", "-2"),
        ("3.5", 0, "4", "4"),
        ("0.05", 1, "0.1", "0.0"),
        ("2.4999", 0, "2", "2"),
        ("-0.4", 0, "0", "0"),
        ("210739.5", 0, "210740", "210740"),
    ],
)
def test_a_half_goes_where_the_rule_says(number, digits, half_up, half_even):
    assert str(rounded(Fraction(number), digits)) == half_up
    assert str(rounded(Fraction(number), digits, "half-even")) == half_even


def test_no_precision_is_lost_in_large_numbers():
    assert rounded(Fraction(10**40 + 1, 2)) == 10**40 // 2 + 1


@given(st.decimals(-(10**12), 10**12, places=6))
def test_a_decimal_is_written_out_again(number):
    assert in_decimals(Fraction(number)) == number


def test_decimals_without_end_are_none():
    assert in_decimals(Fraction(1, 3)) is None
