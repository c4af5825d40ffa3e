"""The money that falls away, year by year, as bars."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.report.expiring.cliff import cliff_lines


def lines(cliff, width=40) -> list[str]:
    return [line.plain for line in cliff_lines(cliff, "en", width)]


def test_bars_are_as_long_as_their_share_of_the_largest():
    assert lines({2026: 1000, 2027: 0, 2028: 500, 2029: 1}) == [
        "  2026  1 000 kr.  █████████████████████",
        "  2027      0 kr.",
        "  2028    500 kr.  ███████████",
        "  2029      1 kr.  █",
    ]


def test_a_saving_that_ends_has_a_bar_of_its_own():
    assert [line[-1] for line in lines({2026: -500, 2027: 500})] == ["░", "█"]


def test_nothing_falls_away():
    assert lines({}) == []
    assert lines({2026: 0}) == ["  2026  0 kr."]


@given(st.dictionaries(st.integers(2020, 2060), st.integers(-(10**12), 10**12), max_size=9))
def test_what_is_not_zero_shows_and_no_line_is_too_long(cliff):
    for line, amount in zip(lines(cliff, 80), cliff.values(), strict=True):
        assert len(line) <= 80
        assert (line[-1] in "█░") == (amount != 0)
