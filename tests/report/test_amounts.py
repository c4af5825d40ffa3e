from __future__ import annotations

import pytest

from grantcheck.model.report import YearAmount
from grantcheck.model.text import Language
from grantcheck.report.amounts import folded
from grantcheck.report.catalogue import wording


def fold(amounts: dict[int, int | None], language: Language = "en") -> str:
    years = [YearAmount(year=year, amount=amount) for year, amount in amounts.items()]
    return folded(years, wording(language), language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (dict.fromkeys(range(2026, 2030), 205_000), "205 000 kr. a year 2026–2029"),
        ({2026: 300_000, 2027: 260_000, 2028: 260_000}, "300 000 kr. in 2026, 260 000 kr. a year 2027–2028"),
        ({2022: 0, 2023: 90_000, 2024: 0, 2025: 90_000}, "90 000 kr. in 2023, 90 000 kr. in 2025"),
        ({2026: 80_000, 2027: None}, "80 000 kr. in 2026, 2027 not read"),
        ({2026: 0, 2027: 0}, "0 kr. a year 2026–2027"),
        ({2027: 5_000, 2026: 5_000}, "5 000 kr. a year 2026–2027"),
        ({2026: -41_000}, "−41 000 kr. in 2026"),
        ({}, ""),
    ],
)
def test_equal_years_in_a_row_are_folded(amounts: dict[int, int | None], said: str) -> None:
    assert fold(amounts) == said


def test_danish() -> None:
    assert (
        fold({2026: 205_000, 2027: 205_000, 2028: 1}, "da") == "205.000 kr. årligt i 2026–2027, 1 kr. i 2028"
    )
