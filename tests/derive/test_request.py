"""What a note asks for: in all, by year, by control area."""

from __future__ import annotations

from builders import (
    FLAT,
    GRANTED,
    READING_ROOM,
    UNREAD,
    activity,
    facts,
    kr,
    note_of,
    overview,
    table_of,
    the,
    total_row,
)

from grantcheck.model.terms import ControlArea, TableKind

CAPITAL = ControlArea.CAPITAL


def areas(*tables, **fields) -> dict[str, dict[str, int]]:
    found = facts("requested-area", note_of(*tables, **fields))
    return {fact.fields["area"]: dict(fact.fields) for fact in found}


def test_a_request_runs_from_its_first_to_its_last_year_with_money():
    fact = the("request", note_of(request={2025: 0, 2026: 340, 2027: 340, 2028: 0}))
    assert fact.fields == {"first_year": 2026, "last_year": 2027}
    assert [trace.year for trace in fact.traces] == [2026, 2027]


def test_a_year_in_doubt_at_an_end_leaves_that_end_open():
    fact = the("request", note_of(request={2026: UNREAD, 2027: 340, 2028: 0}))
    assert fact.fields == {"last_year": 2027}
    assert fact.missing["first_year"].en == "the request: a figure was not read for certain"


def test_a_request_without_money_has_no_years_and_blames_no_figure():
    fact = the("request", note_of(request={2026: 0, 2027: 0}))
    assert fact.fields == {}
    assert "not read" not in fact.missing["first_year"].en


def test_every_year_has_the_net_of_all_rows():
    note = note_of(
        overview(
            activity("A", {2026: 340, 2027: 10}),
            activity("Refusion", {2026: -40, 2027: UNREAD}, area=CAPITAL),
        )
    )
    assert [dict(fact.fields) for fact in facts("requested-year", note)] == [
        {"year": 2026, "amount": kr(300_000)},
        {"year": 2027},
    ]


def test_every_area_has_its_years_beside_the_horizon():
    found = areas(
        overview(activity("A", FLAT), activity("B", {2026: 0, 2027: 90, 2028: 0, 2029: 0}, area=CAPITAL))
    )
    service = found["service"]
    assert (service["first_year"], service["last_year"]) == (2026, 2029)
    assert (service["horizon_first"], service["horizon_last"]) == (2026, 2029)
    assert (found["capital"]["first_year"], found["capital"]["last_year"]) == (2027, 2027)


def test_areas_are_named_in_words():
    (fact,) = facts("requested-area", note_of(overview(activity("B", FLAT, area=CAPITAL))))
    assert (fact.shown["area_name"].en, fact.shown["area_name"].da) == ("capital", "anlæg")


def test_a_budget_year_that_was_not_read_leaves_the_horizon_open():
    (fact,) = facts("requested-area", note_of(request=FLAT, budget_year=None))
    assert fact.missing["horizon_last"].da == "budgetåret er ikke læst"
    assert "horizon_first" not in fact.fields


def test_a_row_of_no_certain_area_leaves_every_area_open_rather_than_unasked():
    (fact,) = facts("requested-area", note_of(overview(activity("A", FLAT), activity("B", FLAT, area=None))))
    assert fact.fields["area"] == ""
    assert "first_year" not in fact.fields


def test_a_total_that_may_have_swallowed_rows_leaves_the_request_open():
    note = note_of(overview(activity("A", FLAT), total_row(FLAT, doubt=("label",))))
    assert the("request", note).fields == {}


def test_without_an_overview_the_detail_tables_are_the_request():
    found = areas(
        table_of(TableKind.SERVICE, activity(READING_ROOM, FLAT, area=None), total_row(FLAT)),
        table_of(TableKind.CAPITAL, activity(READING_ROOM, {2026: 90}, area=None)),
    )
    assert sorted(found) == ["capital", "service"]


def test_a_prior_table_asks_for_nothing():
    assert facts("request", note_of(prior=GRANTED)) == []
    assert facts("requested-area", note_of(prior=GRANTED)) == []
