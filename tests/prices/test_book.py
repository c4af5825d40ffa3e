"""A series serves the control area its kind is made for, or the one it is chosen for; nothing is chosen by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.model.terms import ControlArea
from grantcheck.prices.book import Choice, PriceBook, price_book
from grantcheck.prices.fault import SeriesChoiceFault

from .written import TODAY, file, step

SERVICE, CAPITAL, TRANSFERS = ControlArea


@pytest.fixture
def town(tmp_path: Path) -> Path:
    for kind in ("service", "capital", "general", "wages"):
        text = file(step(2025, "2.8"), kind=kind).replace("series: town", f"series: {kind}")
        (tmp_path / f"{kind}.yaml").write_text(text, "utf-8")
    return tmp_path


def book(town: Path, *choices: Choice) -> PriceBook:
    return price_book(choices, shipped_rules(), town, TODAY)


def served(found: PriceBook) -> list[str | None]:
    areas: list[ControlArea | None] = [*ControlArea, None]
    return [series and series.name for series in map(found.serving, areas)]


def test_without_a_choice_nothing_serves(town: Path):
    found = book(town)
    assert served(found) == [None] * 4
    assert found.series == ()


def test_a_service_series_serves_service_alone(town: Path):
    assert served(book(town, (None, "service.yaml"))) == ["service", None, None, None]


def test_a_general_series_serves_what_has_none_of_its_own(town: Path):
    found = book(town, (None, "general.yaml"), (None, "capital.yaml"))
    assert served(found) == ["general", "capital", "general", "general"]
    assert [series.name for series in found.series] == ["capital", "general"]


def test_a_series_serves_the_area_it_is_chosen_for(town: Path):
    found = book(town, (TRANSFERS, "service.yaml"), (CAPITAL, "service.yaml"))
    assert served(found) == [None, "service", "service", None]
    assert [series.name for series in found.series] == ["service"]


def test_an_indicative_series_is_used_where_it_is_asked_for_by_name(town: Path):
    assert served(book(town, (None, "dk-state-general-pl"))) == ["dk-state-general-pl"] * 4


@pytest.mark.parametrize(
    ("choices", "money"),
    [
        ([(None, "service.yaml"), (SERVICE, "general.yaml")], "the area 'service'"),
        ([(None, "wages.yaml"), (None, "general.yaml")], "every area without a series of its own"),
    ],
)
def test_two_series_for_the_same_money_are_refused(town: Path, choices: list[Choice], money: str):
    with pytest.raises(SeriesChoiceFault) as caught:
        book(town, *choices)
    assert f"'{choices[0][1]}' and '{choices[1][1]}' would serve {money}." in str(caught.value)
    assert "Keep one of them" in str(caught.value)
