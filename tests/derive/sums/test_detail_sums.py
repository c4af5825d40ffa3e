"""The overview beside the detail table of each control area."""

from __future__ import annotations

from builders import SOURCE, UNREAD, activity, facts, kr, note_of, overview, table_of, total_row

from grantcheck.model.fact import Fact
from grantcheck.model.note import SHEET_TYPES
from grantcheck.model.terms import ControlArea, TableKind

CAPITAL = ControlArea.CAPITAL


def detail(kind: TableKind, *lines):
    return table_of(kind, *lines, number=2)


def compared(*tables) -> list[Fact]:
    return [fact for fact in facts("sum", note_of(*tables)) if fact.fields["scope"] == "detail"]


def differences(*tables) -> dict[str, int | None]:
    return {fact.shown["name"].en.split(",")[0]: fact.fields.get("difference") for fact in compared(*tables)}


def test_every_area_and_year_is_compared():
    found = differences(
        overview(activity("A", {2026: 100, 2027: 100}), activity("B", {2026: 40, 2027: 0}, area=CAPITAL)),
        detail(TableKind.SERVICE, activity("A", {2026: 100, 2027: 90})),
        detail(TableKind.CAPITAL, activity("B", {2026: 40, 2027: 0})),
    )
    assert found == {"service 2026": 0, "service 2027": kr(10_000), "capital 2026": 0, "capital 2027": 0}


def test_the_detail_tables_total_speaks_for_its_rows():
    found = compared(
        overview(activity("A", {2026: 100})),
        detail(
            TableKind.SERVICE, activity("A", {2026: 60}), activity("B", {2026: 40}), total_row({2026: 110})
        ),
    )
    assert [fact.fields["stated"] for fact in found] == [kr(110_000)]


def test_without_a_total_the_detail_rows_are_added():
    assert differences(
        overview(activity("A", {2026: 100})),
        detail(TableKind.SERVICE, activity("A", {2026: 60}), activity("B", {2026: 40})),
    ) == {"service 2026": 0}


def test_money_in_a_detail_table_that_the_overview_does_not_name_is_a_difference():
    assert differences(
        overview(activity("A", {2026: 100})),
        detail(TableKind.SERVICE, activity("A", {2026: 100})),
        detail(TableKind.CAPITAL, activity("B", {2026: 40})),
    ) == {"service 2026": 0, "capital 2026": kr(40_000)}


def test_a_year_that_one_table_lacks_is_zero_there():
    assert differences(
        overview(activity("A", {2026: 100, 2027: 100})), detail(TableKind.SERVICE, activity("A", {2026: 100}))
    ) == {"service 2026": 0, "service 2027": kr(100_000)}


def test_a_missing_detail_table_leaves_its_area_open_and_says_so():
    (fact,) = compared(overview(activity("A", {2026: 100})))
    assert fact.fields["computed"] == kr(100_000)
    assert "stated" not in fact.fields
    assert fact.missing["difference"].da == "detaljetabellen"


def test_a_row_of_no_certain_area_leaves_every_area_open():
    found = differences(
        overview(activity("A", {2026: 100}), activity("B", {2026: 40}, area=None, doubt=("control_area",))),
        detail(TableKind.SERVICE, activity("A", {2026: 100})),
        detail(TableKind.CAPITAL, activity("B", {2026: 40})),
    )
    assert found["service 2026"] is None
    assert found["capital 2026"] is None


def test_a_figure_in_doubt_leaves_its_year_open():
    found = differences(
        overview(activity("A", {2026: 100, 2027: 100})),
        detail(TableKind.SERVICE, activity("A", {2026: UNREAD, 2027: 100})),
    )
    assert found == {"service 2026": None, "service 2027": 0}


def test_one_overview_row_leaves_nothing_to_rounding_two_do():
    one = compared(overview(activity("A", {2026: 1})), detail(TableKind.SERVICE, activity("A", {2026: 1})))
    two = compared(
        overview(activity("A", {2026: 1}), activity("B", {2026: 1})),
        detail(TableKind.SERVICE, activity("A", {2026: 2})),
    )
    assert [fact.fields["allowance"] for fact in (*one, *two)] == [0, kr(1_500)]


def test_without_an_overview_the_comparison_stays_open_and_says_so():
    (fact,) = compared(detail(TableKind.SERVICE, activity("A", {2026: 100})))
    assert fact.fields["stated"] == kr(100_000)
    assert fact.missing["difference"].en == "the overview"


def test_an_overview_that_may_lack_rows_leaves_the_comparison_open():
    torn = overview(activity("A", {2026: 100}), total_row({2026: 140}, doubt=("label",)))
    assert differences(torn, detail(TableKind.SERVICE, activity("A", {2026: 140}))) == {"service 2026": None}


def test_rows_of_a_sheet_state_each_figure_once_so_nothing_is_compared():
    source = SOURCE.model_copy(update={"media_type": min(SHEET_TYPES)})
    note = note_of(overview(activity("A", {2026: 100})), source=source)
    assert [fact for fact in facts("sum", note) if fact.fields["scope"] == "detail"] == []
