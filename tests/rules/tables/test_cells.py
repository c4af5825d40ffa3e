"""What cells say: figures and spans."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.fault import Unfit
from grantcheck.rules.tables.figures import Notation
from grantcheck.rules.tables.spans import ANYTHING, Span, span
from grantcheck.rules.vocabulary import FieldType

DANISH, ENGLISH, WHOLE = Notation(1, ","), Notation(1, "."), Notation(1, None)
THOUSANDS = Notation(1000, ",")
MONEY, YEAR, COUNT, FLAG, TEXT = (
    FieldType.MONEY, FieldType.YEAR, FieldType.COUNT, FieldType.FLAG, FieldType.TEXT,
)  # fmt: skip


@pytest.mark.parametrize(
    ("notation", "written", "ore"),
    [
        (WHOLE, "5000", 500_000),
        (WHOLE, "5 000", 500_000),
        (WHOLE, "5\u00a0000", 500_000),
        (WHOLE, "−250", -25_000),
        (DANISH, "5.000", 500_000),
        (DANISH, "1.250,5", 125_050),
        (DANISH, "1 250,55", 125_055),
        (ENGLISH, "5,000", 500_000),
        (ENGLISH, "1,250.5", 125_050),
        (THOUSANDS, "2,5", 250_000),
        (THOUSANDS, Decimal("2.125"), 212_500),
    ],
)
def test_an_amount_is_read_to_its_last_coin(notation, written, ore):
    assert notation.value(written, MONEY) == ore


@pytest.mark.parametrize(
    ("notation", "written"),
    [
        (WHOLE, "5.000"), (WHOLE, "2,5"), (WHOLE, "5 00"), (WHOLE, "12 0000"), (WHOLE, "kr. 5"), (WHOLE, "+5"),
        (DANISH, "2.5"), (DANISH, "5,000"), (DANISH, "1.250.00"), (DANISH, "1.250 000"), (DANISH, "1,2,3"),
        (ENGLISH, "2,5"), (ENGLISH, "5.000"), (WHOLE, "5e3"), (WHOLE, "٥"), (WHOLE, True), (WHOLE, Decimal("0.001")),
    ],
)  # fmt: skip
def test_a_figure_that_could_be_read_otherwise_is_refused(notation, written):
    with pytest.raises(Unfit):
        notation.value(written, MONEY)


@given(st.integers(-(10**9), 10**9))
def test_an_amount_printed_in_danish_is_read_back(kroner):
    printed = f"{kroner:,}".replace(",", ".")
    assert DANISH.value(printed, MONEY) == kroner * 100


@pytest.mark.parametrize("written", ["1899", "2201", "20 26 ", "26", "2026,0", Decimal("2026.5")])
def test_what_is_no_year_is_refused(written):
    with pytest.raises(Unfit):
        WHOLE.value(written, YEAR)


def test_flags_speak_both_languages():
    assert [WHOLE.value(word, FLAG) for word in ("ja", "Yes", "1", True)] == [1, 1, 1, 1]
    assert [WHOLE.value(word, FLAG) for word in ("nej", "NO", "0", False)] == [0, 0, 0, 0]
    with pytest.raises(Unfit, match="neither yes nor no"):
        WHOLE.value("perhaps", FLAG)


def test_a_number_is_no_text():
    with pytest.raises(Unfit, match="Format the cell as text"):
        WHOLE.value(Decimal(5), TEXT)


@pytest.mark.parametrize(
    ("written", "of_type", "found"),
    [
        ("-", MONEY, ANYTHING),
        ("-", TEXT, ANYTHING),
        ("2026", YEAR, Span(2026, 2026)),
        (Decimal(2026), YEAR, Span(2026, 2026)),
        ("2023..2026", YEAR, Span(2023, 2026)),
        ("2023 .. 2026", YEAR, Span(2023, 2026)),
        (">= 5 000", COUNT, Span(low=5000)),
        ("≥5 000", COUNT, Span(low=5000)),
        ("> 5 000", MONEY, Span(low=500_001)),
        ("< 5", COUNT, Span(high=4)),
        ("<= -5", COUNT, Span(high=-5)),
        ("> 5 and <= 9", COUNT, Span(6, 9)),
        ("> 5 og <= 9", COUNT, Span(6, 9)),
        ("-5..5", COUNT, Span(-5, 5)),
        ("5.000..10.000", MONEY, Span(500_000, 1_000_000)),
        ("ja", FLAG, Span(1, 1)),
        ("Anlæg", TEXT, Span(text="anlæg")),
    ],
)
def test_a_condition_is_a_value_a_range_or_anything(written, of_type, found):
    assert span(written, of_type, DANISH) == found


@pytest.mark.parametrize(
    "written",
    ["2023-2026", "2026..2023", "2023...2026", "2023..", "..2026", ">", "> 5 and < 3", "5, 6", "=5", "!= 5"],
)
def test_a_condition_of_another_form_is_refused(written):
    with pytest.raises(Unfit):
        span(written, COUNT, WHOLE)


@given(
    st.integers(-50, 50),
    st.sampled_from(["{}", ">= {}", "<= {}", "> {}", "< {}", "{}..{}"]),
    st.integers(-60, 60),
)
def test_a_span_fits_what_its_comparison_says(bound, form, value):
    told = {
        "{}": value == bound, ">= {}": value >= bound, "<= {}": value <= bound,
        "> {}": value > bound, "< {}": value < bound, "{}..{}": bound <= value <= bound,
    }[form]  # fmt: skip
    assert span(form.format(bound, bound), COUNT, WHOLE).fits(value) is told


def test_a_missing_value_fits_only_where_nothing_is_asked():
    assert ANYTHING.fits(None) is True
    assert Span(low=5).fits(None) is None
