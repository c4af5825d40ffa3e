from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.formatting import format_kroner, format_number, format_ore, format_percent
from grantcheck.model.text import Language


@pytest.mark.parametrize(
    ("amount", "en", "da"),
    [
        (0, "0 kr.", "0 kr."),
        (999, "999 kr.", "999 kr."),
        (205_000, "205 000 kr.", "205.000 kr."),
        (-5_740, "−5 740 kr.", "−5.740 kr."),
        (1_234_567_890, "1 234 567 890 kr.", "1.234.567.890 kr."),
    ],
)
def test_kroner(amount: int, en: str, da: str) -> None:
    assert (format_kroner(amount, "en"), format_kroner(amount, "da")) == (en, da)
    assert format_kroner(amount, "en") == f"{format_number(amount, 'en')} kr."


@pytest.mark.parametrize(
    ("ore", "language", "said"),
    [
        (20_500_000, "en", "205 000 kr."),
        (50, "en", "0.50 kr."),
        (50, "da", "0,50 kr."),
        (-5, "da", "−0,05 kr."),
        (123_456_01, "da", "123.456,01 kr."),
    ],
)
def test_ore_show_only_where_the_amount_is_not_whole(ore: int, language: Language, said: str) -> None:
    assert format_ore(ore, language) == said


@pytest.mark.parametrize(
    ("value", "places", "en", "da"),
    [
        ("2.8", 1, "2.8 %", "2,8 %"),
        ("-2.724", 1, "−2.7 %", "−2,7 %"),
        ("2.25", 1, "2.3 %", "2,3 %"),
        ("-2.25", 1, "−2.3 %", "−2,3 %"),
        ("-0.04", 1, "0.0 %", "0,0 %"),
        ("12.345", 2, "12.35 %", "12,35 %"),
        ("99.5", 0, "100 %", "100 %"),
        ("1234.56", 1, "1 234.6 %", "1.234,6 %"),
    ],
)
def test_percent_rounds_half_away_from_zero(value: str, places: int, en: str, da: str) -> None:
    assert format_percent(Decimal(value), "en", places) == en
    assert format_percent(Decimal(value), "da", places) == da


def read_back(said: str, language: Language) -> int:
    """What a reader of the report takes the amount for, in øre."""
    group, point = {"en": (" ", "."), "da": (".", ",")}[language]
    number = said.removesuffix(" kr.").replace("−", "-").replace(group, "").replace(point, ".")
    return int(Decimal(number) * 100)


@given(st.integers(-(10**15), 10**15), st.sampled_from(["en", "da"]))
def test_an_amount_reads_back_as_it_was(ore: int, language: Language) -> None:
    assert read_back(format_ore(ore, language), language) == ore


@given(st.integers(-(10**15), 10**15))
def test_thousands_are_set_apart_in_threes(number: int) -> None:
    assert re.fullmatch(r"−?\d{1,3}( \d{3})*", format_number(number, "en"))
    assert format_number(number, "da") == format_number(number, "en").replace(" ", ".")


@given(st.decimals(-1000, 1000, places=3))
def test_no_rate_is_ever_minus_zero(rate: Decimal) -> None:
    assert not format_percent(rate, "en").startswith("−0.0 ")
