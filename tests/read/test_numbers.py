"""The grammar of printed figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from grantcheck.read.numbers import is_piece, parse_figure


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", "0"), ("205", "205"), ("1.250", "1250"), ("12.345.678", "12345678"), ("-1.250", "-1250"),
        ("−1.250", "-1250"), ("–40,4", "-40.4"), ("-2.093,8", "-2093.8"), ("2,5", "2.5"), ("-", "0"), ("–", "0"),
        ("−", "0"), ("2750", "2750"), ("1\u00a0250", "1250"), ("-12\u202f345\u202f678,5", "-12345678.5"), ("2\u2009775", "2775"),
    ],
)  # fmt: skip
def test_a_well_formed_figure_has_its_value(printed: str, value: str) -> None:
    figure = parse_figure(printed)
    assert figure is not None
    assert figure.value == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    [
        "13.40",
        "−118.2",
        ".250",
        "118.",
        "1.4501)",
        "1.23.456",
        "007",
        "0.500",
        "1,",
        "+5",
        "2021-2022",
        "",
        "205*",
        "1 250",
        "1\u00a025",
        "0\u00a0250",
    ],
)
def test_what_a_line_break_or_a_footnote_left_is_no_figure(printed: str) -> None:
    assert parse_figure(printed) is None


@pytest.mark.parametrize("printed", ["(1.500)", "1.500-", "(205)", "205−"])
def test_brackets_and_a_minus_behind_say_two_things(printed: str) -> None:
    assert parse_figure(printed) is None


@pytest.mark.parametrize(
    "word", ["13.40", "-", "1\u00a0250", "2)", "2021-2022", ".250", "1.4501)", "(1.500)"]
)
def test_pieces_of_figures_are_seen(word: str) -> None:
    assert is_piece(word)


@pytest.mark.parametrize("word", ["U", "p/l", "ver2)", "Etape2", "nfp", "x", "1" * 40])
def test_words_are_no_pieces(word: str) -> None:
    assert not is_piece(word)


def test_a_negative_figure_keeps_digits_beyond_those_that_arithmetic_keeps() -> None:
    figure = parse_figure("-" + "4" * 40)
    assert figure is not None
    assert figure.value == -int("4" * 40)
