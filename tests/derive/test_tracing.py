"""Where a fact comes from: the row as printed, with the figure marked and its place in words."""

from __future__ import annotations

import pytest
from builders import FLAT, GRANTED, UNREAD, activity, agreement, at, overview, prior_table

from grantcheck.derive.naming import span
from grantcheck.derive.tracing import trace_caption, trace_cell, trace_row, trace_text
from grantcheck.model.note import TOTAL

TABLE = overview(
    activity("Læsesal", FLAT), activity("Vagt", {2026: 0, 2027: 340, 2028: 12}, total=352), line=60
)
SECOND = TABLE.rows[1]


def test_a_figure_is_marked_within_its_row_as_printed():
    trace = trace_cell(TABLE, SECOND, "2027")
    assert trace.text == "Vagt | 0 | 340 | 12 | 352"
    assert trace.text[slice(*trace.mark)] == "340"
    assert (trace.amount, trace.year, trace.price_level) == (340_000, 2027, 2026)


def test_a_place_is_told_by_line_table_row_and_column():
    trace = trace_cell(TABLE, SECOND, "2027")
    assert trace.place.en == "line 62, Tabel 1, row 2, 2027"
    assert trace.place.da == "linje 62, Tabel 1, række 2, 2027"
    assert trace.location == SECOND.places["2027"]


def test_the_total_has_no_year():
    trace = trace_cell(TABLE, SECOND, TOTAL)
    assert (trace.year, trace.amount) == (None, 352_000)
    assert trace.place.da.endswith("i alt")


def test_a_blank_cell_is_shown_where_its_row_stands_without_a_mark():
    trace = trace_cell(TABLE, SECOND, "2029")
    assert (trace.mark, trace.amount, trace.location) == (None, None, SECOND.location)


@pytest.mark.parametrize("how", [{}, {"unit": None}], ids=["doubt", "no unit"])
def test_a_figure_in_doubt_is_shown_without_an_amount(how):
    table = overview(activity("Vagt", {2026: UNREAD if not how else 340}), **how)
    trace = trace_cell(table, table.rows[0], "2026")
    assert trace.amount is None
    assert trace.mark is not None


def test_prior_rows_are_the_other_side():
    table = prior_table(agreement("Budgetaftale 2022", GRANTED))
    assert trace_cell(table, table.rows[0], "2025").role == "prior"
    assert trace_row(table, table.rows[0]).role == "prior"
    assert trace_row(TABLE, SECOND).role == "request"


def test_a_table_is_shown_by_its_caption():
    trace = trace_caption(TABLE)
    assert (trace.role, trace.text, trace.location) == ("table", "Tabel 1. overview", at(60))


@pytest.mark.parametrize(("mark", "shown"), [("2025", (11, 15)), ("1999", None), (None, None), ("", None)])
def test_a_part_of_a_text_is_marked_where_it_stands(mark, shown):
    assert trace_text("text", "udløber i, 2025", at(3), mark).mark == shown


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ([], ""),
        ([2026], "2026"),
        ([2026, 2027, 2029], "2026-2027, 2029"),
        ([2029, 2026, 2026], "2026, 2029"),
        (range(2022, 2030), "2022-2029"),
    ],
)
def test_years_are_told_as_runs(years, said):
    assert span(years) == said
