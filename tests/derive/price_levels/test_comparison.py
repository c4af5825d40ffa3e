"""The requested level beside the earlier level that it continues."""

from __future__ import annotations

import pytest
from builders import (
    FLAT,
    GRANTED,
    READING_ROOM,
    UNREAD,
    activity,
    agreement,
    facts,
    kr,
    note_of,
    overview,
    prior_table,
    the,
)

from grantcheck.model.fact import Fact


def compared(request, prior, *, level=2026, prior_level="current", unit=1000, prior_unit=1000) -> list[Fact]:
    return facts(
        "comparison",
        note_of(
            overview(activity(READING_ROOM, request), level=level, unit=unit),
            prior_table(agreement("Budgetaftale 2022", prior), level=prior_level, unit=prior_unit),
        ),
    )


def only(request, prior, **how) -> Fact:
    (fact,) = compared(request, prior, **how)
    return fact


def two_by_name(*cancellations):
    """Two activities, each named in its agreement."""
    return note_of(
        overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})),
        prior_table(
            agreement("Læsesal 2022", {2025: 200}), agreement("Vagt 2022", {2025: 140}), *cancellations
        ),
    )


def test_a_flat_request_is_one_level_beside_the_last_funded_year():
    fact = only(FLAT, GRANTED)
    assert (fact.fields["paired"], fact.fields["years"]) == (1, "2026-2029")
    assert (fact.fields["requested"], fact.fields["earlier"], fact.fields["earlier_year"]) == (
        kr(340_000),
        kr(340_000),
        2025,
    )
    assert (fact.fields["difference"], fact.fields["tolerance"]) == (0, 0)


def test_equal_years_that_follow_each_other_fold_into_levels():
    found = compared({2026: 340, 2027: 340, 2028: 300, 2029: 340}, GRANTED)
    assert [(fact.fields["years"], fact.fields["requested"]) for fact in found] == [
        ("2026-2027", kr(340_000)),
        ("2028", kr(300_000)),
        ("2029", kr(340_000)),
    ]


def test_years_without_money_are_no_level():
    found = compared({2026: 340, 2027: 0, 2028: 340}, GRANTED)
    assert [fact.fields["years"] for fact in found] == ["2026", "2028"]


def test_a_requested_year_in_doubt_is_a_level_of_unknown_size():
    known, unknown = compared({2026: 340, 2027: UNREAD}, GRANTED)
    assert known.fields["requested"] == kr(340_000)
    assert "requested" not in unknown.fields
    assert unknown.missing["requested"].en == "the request: a figure was not read for certain"


def test_current_prices_are_the_prices_of_the_year_itself():
    fact = only(FLAT, GRANTED)
    assert (fact.fields["earlier_price_year"], fact.fields["requested_price_year"], fact.fields["steps"]) == (
        2025,
        2026,
        1,
    )


def test_a_fixed_level_is_of_its_own_year():
    fact = only(FLAT, GRANTED, prior_level=2022)
    assert (fact.fields["earlier_price_year"], fact.fields["steps"]) == (2022, 4)


def test_a_request_in_current_prices_is_a_level_each_year():
    found = compared({2026: 340, 2027: 340}, GRANTED, level="current")
    assert [(fact.fields["years"], fact.fields["steps"]) for fact in found] == [("2026", 1), ("2027", 2)]


def test_one_price_level_needs_no_step_and_implies_no_change():
    fact = only(FLAT, GRANTED, prior_level=2026)
    assert fact.fields["steps"] == 0
    assert not {"low_limit", "high_limit", "error_limit"} & set(fact.fields)


@pytest.mark.parametrize("side", [{"level": None}, {"prior_level": None}], ids=["request", "prior"])
def test_a_table_without_price_level_leaves_the_steps_open(side):
    fact = only(FLAT, GRANTED, **side)
    assert "steps" not in fact.fields
    assert "prisniveau" in fact.missing["steps"].da


def test_equal_units_need_no_tolerance_and_different_ones_half_the_coarser():
    fact = only({2026: "0.3"}, GRANTED, unit=1_000_000)
    assert fact.fields["tolerance"] == kr(50_000)
    assert (fact.fields["earlier_lower"], fact.fields["earlier_upper"]) == (kr(290_000), kr(390_000))


def test_the_limits_follow_from_the_earlier_level_by_hand():
    fact = only(FLAT, GRANTED)
    assert fact.fields["low_limit"] == kr(339_000)  # (340 000 − 500) × 1.00 − 500
    assert fact.fields["high_limit"] == kr(368_240)  # (340 000 + 500) × 1.08 + 500
    assert fact.fields["error_limit"] == kr(426_125)  # (340 000 + 500) × 1.25 + 500


def test_over_several_years_the_limits_are_compounded():
    fact = only(FLAT, GRANTED, prior_level=2024)
    assert fact.fields["high_limit"] == 39765920  # (340 000 + 500) × 1.1664 + 500 = 397 659.20 kr.
    assert fact.fields["low_limit"] == kr(339_000)


@pytest.mark.parametrize(
    ("asked", "difference", "percent"),
    [(340, 0, "0.0 %"), (374, 34_000, "+10.0 %"), (306, -34_000, "−10.0 %"), (680, 340_000, "+100.0 %")],
)
def test_the_difference_is_the_request_less_the_earlier_level(asked, difference, percent):
    fact = only({2026: asked}, GRANTED)
    assert fact.fields["difference"] == kr(difference)
    assert fact.shown["difference_percent"].en == percent


def test_without_a_rate_nothing_is_indexed_and_the_missing_steps_are_named():
    fact = only(FLAT, GRANTED, prior_level=2024)
    assert "indexed" not in fact.fields
    reason = fact.missing["indexed"]
    assert "2024→2025, 2025→2026" in reason.en
    assert "service" in reason.en
    assert "the printed amounts are equal" in reason.en
    assert "de trykte beløb afviger med 10.000 kr." in only({2026: 350}, GRANTED).missing["indexed"].da


def test_both_sides_are_shown_by_their_cells():
    asked, before = only(FLAT, GRANTED).traces
    assert (asked.role, asked.year, asked.amount) == ("request", 2026, 340_000)
    assert (before.role, before.year, before.price_level) == ("prior", 2025, "current")


def test_a_cancellation_lowers_the_one_grant_there_is():
    note = note_of(
        prior_table(agreement("Budgetaftale 2022", {2025: 340}), agreement("Augustindstilling", {2025: -40})),
        request={2026: 340},
    )
    assert the("comparison", note).fields["earlier"] == kr(300_000)


def test_a_cancellation_counts_against_the_grant_it_is_named_after():
    found = facts("comparison", two_by_name(agreement("Tilbageførsel, vagt", {2025: -40})))
    assert {fact.traces[0].text.split(" | ")[0]: fact.fields["earlier"] for fact in found} == {
        "Læsesal": kr(200_000),
        "Vagt": kr(100_000),
    }


def test_a_cancellation_that_may_be_of_either_grant_leaves_both_open():
    found = facts("comparison", two_by_name(agreement("Augustindstilling", {2025: -40})))
    assert len(found) == 2
    for fact in found:
        assert not {"earlier", "difference", "high_limit"} & set(fact.fields)
        assert fact.missing["earlier"].en == "which agreement a cancellation of that year is taken from"


def test_what_cannot_be_paired_lists_its_candidates_and_compares_nothing():
    note = note_of(overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})), prior=GRANTED)
    fact = the("comparison", note)
    assert fact.fields == {"paired": 0, "years": ""}
    assert fact.shown["candidates"] == ("Budgetaftale 2022 (2025)",)
    for word in ("Læsesal", "Vagt", "Budgetaftale 2022 (2025)"):
        assert word in fact.missing["requested"].en
        assert word in fact.missing["earlier"].da


def test_of_many_activities_a_message_names_a_few():
    note = note_of(overview(*(activity(f"A{i}", {2026: 10}) for i in range(6))), prior=GRANTED)
    assert "A0, A1, A2, A3 and 2 more" in the("comparison", note).missing["requested"].en


def test_a_prior_figure_in_doubt_pairs_nothing_and_says_why():
    fact = only(FLAT, {2024: 340, 2025: UNREAD})
    assert fact.fields["paired"] == 0
    assert fact.missing["earlier"].en == "the prior allocations: a figure was not read for certain"


@pytest.mark.parametrize("prior", [None, {2024: 0, 2025: 0}], ids=["no table", "zeros"])
def test_where_nothing_was_granted_nothing_is_compared(prior):
    assert facts("comparison", note_of(request=FLAT, prior=prior)) == []
