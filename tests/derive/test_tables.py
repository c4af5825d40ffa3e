"""Tables and their rows: units, price levels, profiles over the years, directions."""

from __future__ import annotations

import pytest
from builders import (
    BLANK,
    FLAT,
    GRANTED,
    UNREAD,
    activity,
    agreement,
    facts,
    kr,
    note_of,
    overview,
    prior_table,
    table_of,
    the,
)

from grantcheck.derive.tables import longest_equal_run
from grantcheck.model.terms import Direction, TableKind


def row(figures, **how):
    (fact,) = facts("row", note_of(overview(activity("Vagt", figures, **how))))
    return fact


@pytest.mark.parametrize(
    ("level", "basis", "year"),
    [(2026, "fixed", 2026), ("current", "current", None), (None, "unstated", None)],
    ids=str,
)
def test_a_table_stands_at_a_fixed_level_at_current_prices_or_does_not_say(level, basis, year):
    fact = the("table", note_of(overview(activity("A", FLAT), level=level)))
    assert (fact.fields["price_basis"], fact.fields.get("price_year")) == (basis, year)


def test_a_table_without_unit_misses_it():
    fact = the("table", note_of(overview(activity("A", FLAT), unit=None)))
    assert "unit" not in fact.fields
    assert "unit" in fact.missing


def test_only_the_prior_table_does_not_ask():
    found = facts("table", note_of(request=FLAT, prior=GRANTED))
    assert [fact.fields["in_request"] for fact in found] == [1, 0]


def test_a_table_is_named_by_its_number_or_by_its_caption():
    found = facts("table", note_of(request=FLAT, prior=GRANTED))
    assert [fact.shown["name"].da for fact in found] == ["Tabel 1", "prior"]


@pytest.mark.parametrize(
    ("figures", "years", "span"),
    [
        ({2022: 340, 2023: 340, 2024: 340}, 3, "2022-2024"),
        ({2022: 340, 2023: 350, 2024: 350, 2025: 340}, 2, "2023-2024"),
        ({2022: 340, 2023: 350}, 1, "2022"),
        ({2022: 340, 2023: 0, 2024: 340}, 1, "2022"),
        ({2022: 0, 2023: 0, 2024: 0, 2025: 340}, 1, "2025"),
        ({2022: 340, 2023: 340, 2024: 350, 2025: 350}, 2, "2022-2023"),
        ({2022: 0}, 0, ""),
    ],
)
def test_the_longest_run_of_equal_years_is_of_money_and_the_first_of_its_length(figures, years, span):
    fields = row(figures).fields
    assert (fields["equal_years"], fields["equal_span"]) == (years, span)


def test_years_that_the_heading_leaves_out_do_not_break_a_run():
    assert longest_equal_run({2022: 5, 2024: 5}).years == (2022, 2024)


def test_a_row_counts_its_years_with_money_above_and_below_zero():
    fields = row({2026: 340, 2027: -40, 2028: 0, 2029: BLANK}).fields
    assert (fields["funded_years"], fields["positive_years"], fields["negative_years"]) == (2, 1, 1)


def test_a_figure_in_doubt_leaves_the_rows_counts_open_under_its_name():
    fact = row({2026: 340, 2027: UNREAD})
    assert not {"funded_years", "equal_years", "equal_amount", "positive_years"} & set(fact.fields)
    assert "Vagt" in fact.missing["equal_years"].en


def test_the_equal_amount_is_shown_where_it_first_stands():
    fact = row({2026: 100, 2027: 340, 2028: 340})
    assert fact.fields["equal_amount"] == kr(340_000)
    (trace,) = fact.traces
    assert (trace.year, trace.text[slice(*trace.mark)]) == (2027, "340")


def test_a_row_without_money_is_shown_as_a_whole():
    (trace,) = row({2026: 0, 2027: 0}).traces
    assert (trace.text, trace.mark) == ("Vagt | 0 | 0", None)


def directed(kind, direction, **how):
    (fact,) = facts("row", note_of(table_of(kind, activity("Vagt", FLAT, direction=direction, **how))))
    return fact


def test_detail_tables_tell_income_from_expense():
    fields = directed(TableKind.SERVICE, Direction.INCOME).fields
    assert (fields["has_direction"], fields["direction"]) == (1, "I")


def test_the_overview_tells_no_direction():
    fields = directed(TableKind.OVERVIEW, Direction.INCOME).fields
    assert (fields["has_direction"], fields.get("direction")) == (0, None)


@pytest.mark.parametrize(("direction", "doubt"), [(None, ()), (Direction.EXPENSE, ("direction",))])
def test_a_direction_that_was_not_read_for_certain_is_missing(direction, doubt):
    fact = directed(TableKind.SERVICE, direction, doubt=doubt)
    assert "direction" not in fact.fields
    assert "direction" in fact.missing


def test_words_that_explain_a_fall_are_counted_in_the_row_and_over_the_table():
    note = note_of(
        overview(activity("Færre vagter", FLAT), activity("Læsesal", FLAT), activity("Refusion", FLAT))
    )
    found = facts("row", note)
    assert [fact.fields["reduction_words"] for fact in found] == [1, 0, 1]
    assert {fact.fields["reduction_rows"] for fact in found} == {2}


def test_sums_are_no_rows_and_agreements_are():
    note = note_of(prior_table(agreement("Budgetaftale 2022", GRANTED)), request=FLAT)
    assert [fact.fields["price_basis"] for fact in facts("row", note)] == ["current", "fixed"]
