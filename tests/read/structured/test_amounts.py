"""Cells to amounts: exact or in doubt, never nearly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.location import LineLocation
from grantcheck.read.structured.amounts import amount_of
from grantcheck.read.structured.cells import Cell, Trouble
from grantcheck.read.structured.mapping import NumberFormat

HERE = LineLocation(line=1, column=1)
DANISH = NumberFormat()
ENGLISH = NumberFormat(decimal=".", thousands=",")
SPACED = NumberFormat(decimal=",", thousands=" ")
BARE = NumberFormat(decimal=",", thousands="")


def kroner(
    content: str | int | Decimal, form: NumberFormat | None = DANISH, unit: int = 1_000, decimals: int = 0
):
    amount = amount_of(Cell(content, HERE), unit, form, decimals)
    return amount.kroner if amount.doubt is None else amount.doubt.en


@pytest.mark.parametrize(
    ("text", "form", "amount"),
    [
        ("205", DANISH, 205_000),
        ("1.250", DANISH, 1_250_000),
        ("1.250,5", DANISH, 1_250_500),
        ("-1.250", DANISH, -1_250_000),
        ("−1.250", DANISH, -1_250_000),
        ("(1.250)", DANISH, -1_250_000),
        ("-", DANISH, 0),
        ("1,250", ENGLISH, 1_250_000),
        ("1,250.5", ENGLISH, 1_250_500),
        ("1.250", ENGLISH, 1_250),
        ("1 250", SPACED, 1_250_000),
        ("1\u00a0250\u202f000,5", SPACED, 1_250_000_500),
        ("1250,5", BARE, 1_250_500),
    ],
)
def test_a_figure_is_read_as_it_is_written(text: str, form: NumberFormat, amount: int):
    assert kroner(text, form) == amount


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("13.40", DANISH),
        ("1,250.5", DANISH),
        ("1 250", DANISH),
        ("12 50", SPACED),
        ("1.250", SPACED),
        ("1.250", BARE),
        ("205*", DANISH),
        ("ca. 205", DANISH),
        ("205 kr.", DANISH),
        ("1e3", DANISH),
        ("٣", DANISH),
        ("1.5", NumberFormat(decimal=".", thousands=".")),
    ],
)
def test_what_is_not_well_formed_is_no_figure(text: str, form: NumberFormat):
    assert kroner(text, form) == "it is no figure"


def test_a_figure_with_two_readings_is_in_doubt_until_somebody_says_how_figures_are_written():
    assert "it is 1.25 or 1250" in str(kroner("1.250", None))
    assert [kroner(text, None) for text in ("205", "1.250,5", "1,250.5", "1.250.000")] == [
        205_000,
        1_250_500,
        1_250_500,
        1_250_000_000,
    ]


def test_a_stored_number_may_have_as_many_decimals_as_the_mapping_says():
    assert kroner(Decimal("0.2"), unit=1_000_000, decimals=1) == 200_000
    assert "more decimals than the 0" in str(kroner(Decimal("0.2"), unit=1_000_000))
    assert "more decimals" in str(kroner(Decimal(repr(0.1 + 0.2)), unit=1_000_000, decimals=3))


def test_a_part_of_a_krone_is_no_amount():
    assert "no whole number of kroner" in str(kroner("0,0005"))
    assert "beyond all budgets" in str(kroner(10**15))


@pytest.mark.parametrize("trouble", Trouble)
def test_a_cell_in_trouble_gives_no_amount_whatever_it_holds(trouble: Trouble):
    amount = amount_of(Cell(100, HERE, trouble), 1, DANISH, 0)
    assert amount.kroner is None
    assert amount.doubt == trouble.value
    assert amount.code == ("GC909" if trouble is Trouble.FORMULA else "GC904")


def test_a_blank_cell_is_blank_and_in_no_doubt():
    assert amount_of(Cell(None, HERE), 1, DANISH, 0).doubt is None


@given(st.integers(-(10**9), 10**9), st.sampled_from([1, 1_000]))
def test_every_whole_number_is_read_back_from_both_forms(value: int, unit: int):
    grouped = f"{value:,}"
    assert kroner(grouped, ENGLISH, unit) == value * unit
    assert kroner(grouped.replace(",", "."), DANISH, unit) == value * unit
    assert kroner(value, unit=unit) == value * unit
