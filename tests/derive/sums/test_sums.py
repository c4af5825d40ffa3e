"""A printed total beside the figures it stands over, and what rounding may explain between them."""

from __future__ import annotations

import pytest
from builders import (
    BLANK,
    UNREAD,
    activity,
    agreement,
    facts,
    kr,
    note_of,
    overview,
    prior_table,
    subtotal,
    table_of,
    total_row,
)

from grantcheck.derive.sums.sum_fact import rounding_allowance
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea, TableKind

CAPITAL = ControlArea.CAPITAL


def sums(scope: str, *tables) -> dict[str, dict[str, int]]:
    """The sums of one scope: by what is summed, in English."""
    found = [fact for fact in facts("sum", note_of(*tables)) if fact.fields["scope"] == scope]
    return {fact.shown["name"].en: dict(fact.fields) for fact in found}


def only_sum(scope: str, *tables) -> dict[str, int]:
    (found,) = sums(scope, *tables).values()
    return found


def test_a_rows_total_stands_over_its_years():
    found = only_sum("row", overview(activity("Vagt", {2026: 100, 2027: 120}, total=220)))
    assert (found["computed"], found["stated"], found["difference"]) == (kr(220_000), kr(220_000), 0)


def test_a_difference_has_no_sign():
    found = only_sum("row", overview(activity("Vagt", {2026: 100, 2027: 120}, total=250)))
    assert found["difference"] == kr(30_000)
    found = only_sum("row", overview(activity("Vagt", {2026: 100, 2027: 120}, total=190)))
    assert found["difference"] == kr(30_000)


def test_income_and_expense_are_netted():
    found = only_sum("row", overview(activity("Refusion", {2026: -100, 2027: 40}, total=-60)))
    assert (found["computed"], found["difference"]) == (kr(-60_000), 0)


def test_a_blank_cell_adds_nothing():
    found = only_sum("row", overview(activity("Vagt", {2026: BLANK, 2027: 120}, total=120)))
    assert found["difference"] == 0


def test_a_row_without_a_total_has_no_sum():
    assert sums("row", overview(activity("Vagt", {2026: 100, 2027: 120}))) == {}


@pytest.mark.parametrize(
    ("figures", "total"),
    [({2026: UNREAD, 2027: 120}, 220), ({2026: 100, 2027: 120}, UNREAD)],
    ids=["year", "total"],
)
def test_a_figure_in_doubt_leaves_the_sum_open(figures, total):
    (fact,) = facts("sum", note_of(prior_table(activity("Vagt", figures, total=total))))
    assert "difference" not in fact.fields
    assert fact.missing["difference"].en == "a figure was not read for certain"


def test_without_a_unit_every_sum_is_open():
    found = only_sum("row", overview(activity("Vagt", {2026: 100}, total=100), unit=None))
    assert not {"computed", "stated", "difference"} & set(found)


@pytest.mark.parametrize("scope", ["column", "prior"])
def test_a_total_rows_figures_stand_over_the_rows_of_each_year(scope):
    kind = TableKind.PRIOR if scope == "prior" else TableKind.OVERVIEW
    table = table_of(
        kind,
        activity("A", {2026: 100, 2027: 50}),
        activity("B", {2026: 40, 2027: 50}),
        total_row({2026: 140, 2027: 110}, label="I alt"),
    )
    found = sums(scope, table)
    assert [(one["computed"], one["stated"]) for one in found.values()] == [
        (kr(140_000), kr(140_000)),
        (kr(100_000), kr(110_000)),
    ]
    assert list(found) == [f"{kind.value}, «I alt», 2026", f"{kind.value}, «I alt», 2027"]


def test_a_cancellation_counts_in_the_prior_total():
    table = prior_table(
        agreement("Budgetaftale 2022", {2025: 340}),
        agreement("Augustindstilling", {2025: -40}),
        total_row({2025: 300}),
    )
    assert only_sum("prior", table)["difference"] == 0


def test_the_total_of_totals_is_a_column_too():
    table = overview(activity("A", {2026: 100}, total=100), total_row({2026: 100}, total=90))
    assert sums("column", table)["Tabel 1, «I alt (netto)», total"]["difference"] == kr(10_000)


def test_a_subtotal_stands_over_the_rows_of_its_area():
    table = overview(
        activity("A", {2026: 100}),
        activity("B", {2026: 40}, area=CAPITAL),
        subtotal("Service i alt", {2026: 100}),
        subtotal("Anlæg i alt", {2026: 50}),
        total_row({2026: 140}),
    )
    found = {name.split("«")[1].split("»")[0]: one["computed"] for name, one in sums("column", table).items()}
    assert found == {"Service i alt": kr(100_000), "Anlæg i alt": kr(40_000), "I alt (netto)": kr(140_000)}


def test_a_row_of_no_certain_area_leaves_the_subtotals_open_but_not_the_total():
    table = overview(
        activity("A", {2026: 100}),
        activity("B", {2026: 40}, area=None, doubt=("control_area",)),
        subtotal("Service i alt", {2026: 140}),
        total_row({2026: 140}),
    )
    service, total = sums("column", table).values()
    assert "computed" not in service
    assert total["difference"] == 0


def test_a_total_whose_name_is_in_doubt_may_have_swallowed_rows():
    table = overview(activity("A", {2026: 100}), total_row({2026: 140}, doubt=("label",)))
    assert "computed" not in only_sum("column", table)


def test_whole_units_in_a_row_leave_nothing_to_rounding():
    assert only_sum("row", overview(activity("A", {2026: 100, 2027: 1}, total=101)))["allowance"] == 0


def test_decimals_in_a_row_round_each_year_and_the_total():
    table = overview(activity("A", {2026: "0.2", 2027: "0.2", 2028: "0.2"}, total="0.7"), unit=1_000_000)
    found = only_sum("row", table)
    assert found["allowance"] == kr(4 * 50_000)
    assert found["difference"] == kr(100_000)


@pytest.mark.parametrize(("rows", "allowance"), [(1, 0), (2, 1_500), (5, 3_000)])
def test_a_column_may_be_off_by_half_a_unit_for_each_of_several_rows_and_the_total(rows, allowance):
    table = overview(*(activity(f"A{i}", {2026: 10}) for i in range(rows)), total_row({2026: 10 * rows}))
    assert only_sum("column", table)["allowance"] == kr(allowance)


def test_a_subtotal_over_one_row_has_no_tolerance_beside_other_areas():
    table = overview(
        activity("A", {2026: 1}), *(activity(f"B{i}", {2026: 1}, area=CAPITAL) for i in range(2)),
        subtotal("Service i alt", {2026: 1}), subtotal("Anlæg i alt", {2026: 2}),
    )  # fmt: skip
    assert [one["allowance"] for one in sums("column", table).values()] == [0, kr(1_500)]


def test_half_a_krone_is_the_smallest_allowance():
    assert rounding_allowance(1, Kroner(1)) == 100
    assert rounding_allowance(2, Kroner(1)) == 150
    assert rounding_allowance(3, None) == 0


def test_a_sum_shows_its_terms_and_every_cell_it_stands_over():
    table = prior_table(agreement("A", {2026: 100}), agreement("B", {2026: UNREAD}), total_row({2026: 140}))
    (fact,) = facts("sum", note_of(table))
    assert fact.shown["terms"] == (kr(100_000),)
    assert [trace.text for trace in fact.traces] == ["I alt (netto) | 140", "A | 100", "B | ?"]
