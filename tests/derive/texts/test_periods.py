"""The years that the text names beside the years that the tables fund."""

from __future__ import annotations

import pytest
from builders import (
    FLAT,
    GRANTED,
    UNREAD,
    activity,
    agreement,
    facts,
    note_of,
    overview,
    prior_table,
    says,
    the,
)

from grantcheck.model.terms import ClaimRole, ControlArea, Frequency

SERVICE, CAPITAL = ControlArea.SERVICE, ControlArea.CAPITAL
PER_YEAR, TOTAL, PERMANENT = Frequency.PER_YEAR, Frequency.TOTAL, Frequency.PERMANENT
PRIOR = ClaimRole.PRIOR


def period(*claims, **note) -> dict[str, int | str]:
    return dict(the("period", note_of(*note.pop("tables", ()), claims=claims, **note)).fields)


def test_the_years_named_are_the_years_funded():
    found = period(says("0,3 mio. kr. årligt i 2026-2029", years=(2026, 2029), how=PER_YEAR), request=FLAT)
    assert (found["stated"], found["funded"]) == ("2026-2029", "2026-2029")
    assert (found["unfunded_years"], found["unnamed_years"]) == (0, 0)


def test_a_year_named_without_money_and_a_funded_year_not_named_are_counted():
    found = period(says("0,3 mio. kr. i 2025-2028", years=(2025, 2028)), request=FLAT)
    assert (found["unfunded_years"], found["unnamed_years"]) == (1, 1)


def test_a_column_of_zeros_funds_nothing():
    found = period(
        says("0,3 mio. kr. i 2026-2027", years=(2026, 2027)), request={2026: 340, 2027: 340, 2028: 0}
    )
    assert (found["funded"], found["unnamed_years"]) == ("2026-2027", 0)


@pytest.mark.parametrize(
    ("request_years", "unfunded"),
    [(dict.fromkeys(range(2026, 2030), 340), 0), ({2026: 340, 2027: 340, 2028: 0, 2029: 0}, 2)],
    ids=["to the end", "ends early"],
)
def test_og_frem_fits_when_every_year_from_its_start_is_funded(request_years, unfunded):
    claim = says("0,3 mio. kr. fra 2026 og frem", years=(2026, None), how=PER_YEAR)
    assert period(claim, request=request_years)["unfunded_years"] == unfunded


@pytest.mark.parametrize(
    ("text", "how", "frequency", "fits"),
    [
        ("0,3 mio. kr. årligt i 2026-2029", PER_YEAR, "per_year", "per_year"),
        ("0,3 mio. kr. samlet i 2026-2029", TOTAL, "total", "per_year"),
        ("1,4 mio. kr. samlet i 2026-2029", TOTAL, "total", "total"),
        ("1,4 mio. kr. årligt i 2026-2029", PER_YEAR, "per_year", "total"),
        ("1,4 mio. kr. varigt i 2026-2029", PERMANENT, "permanent", "total"),
        ("0,3 mio. kr. i 2026-2029", None, "none", "per_year"),
        ("9,9 mio. kr. i 2026-2029", None, "none", "neither"),
    ],
)
def test_the_word_is_told_beside_the_reading_the_figures_fit(text, how, frequency, fits):
    found = period(says(text, years=(2026, 2029), how=how), request=FLAT)
    assert (found["frequency"], found["fits"]) == (frequency, fits)


def test_in_a_single_year_both_readings_fit():
    assert period(says("0,3 mio. kr. i 2026", years=(2026, 2026)), request={2026: 340})["fits"] == "both"


def test_phrases_on_one_thing_name_their_years_together():
    claims = [
        says("0,3 mio. kr. på service i 2026", years=(2026, 2026), area=SERVICE),
        says("0,3 i 2027-2029", years=(2027, 2029)),
    ]
    found = period(*claims, request=FLAT)
    assert (found["stated"], found["unnamed_years"]) == ("2026-2029", 0)
    assert found["quote"] == "0,3 mio. kr. på service i 2026; 0,3 i 2027-2029"


def test_phrases_on_different_areas_are_different_periods():
    table = overview(activity("A", {2026: 500, 2027: 500}), activity("B", {2026: 70, 2027: 0}, area=CAPITAL))
    claims = [
        says("0,5 mio. kr. på service i 2026-2027", years=(2026, 2027), area=SERVICE),
        says("0,1 mio. kr. på anlæg i 2026", years=(2026, 2026), area=CAPITAL),
    ]
    found = facts("period", note_of(table, claims=claims))
    assert [(fact.shown["name"].en, fact.fields["funded"]) for fact in found] == [
        ("service", "2026-2027"),
        ("capital", "2026"),
    ]


def test_a_text_without_years_names_no_period():
    assert facts("period", note_of(request=FLAT, claims=[says("0,3 mio. kr. årligt", how=PER_YEAR)])) == []


def test_a_mention_names_no_period():
    claim = says("0,3 mio. kr. i 2026", years=(2026, 2026), role=ClaimRole.MENTION)
    assert facts("period", note_of(request=FLAT, claims=[claim])) == []


def test_money_older_than_the_prior_table_is_not_held_against_it():
    claim = says("0,3 mio. kr. i 2018-2021", years=(2018, 2021), role=PRIOR)
    assert facts("period", note_of(prior=GRANTED, claims=[claim])) == []


def test_the_prior_years_named_are_held_against_the_prior_table():
    claim = says("0,3 mio. kr. årligt i 2022-2024", years=(2022, 2024), how=PER_YEAR, role=PRIOR)
    found = period(claim, request=FLAT, prior=GRANTED)
    assert (found["funded"], found["unnamed_years"]) == ("2022-2025", 1)


def test_a_cancelled_year_was_not_funded():
    table = prior_table(
        agreement("Budgetaftale 2022", {2024: 340, 2025: 0}), agreement("Indstilling", {2024: 0, 2025: -40})
    )
    claim = says("0,3 mio. kr. i 2024", years=(2024, 2024), role=PRIOR)
    assert period(claim, tables=[table])["unnamed_years"] == 0


def test_a_figure_in_doubt_leaves_the_funded_years_open():
    claim = says("0,3 mio. kr. i 2026-2027", years=(2026, 2027))
    found = period(claim, request={2026: 340, 2027: UNREAD})
    assert found["stated"] == "2026-2027"
    assert not {"funded", "unfunded_years", "unnamed_years", "fits"} & set(found)
