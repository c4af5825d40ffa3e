from __future__ import annotations

from decimal import Decimal

import pytest

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
