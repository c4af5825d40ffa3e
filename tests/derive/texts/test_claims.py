"""Amounts of the running text beside the table figures they speak of."""

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
    says,
    the,
)

from grantcheck.model.fact import Fact
from grantcheck.model.terms import ClaimRole, ControlArea, Frequency

SERVICE, CAPITAL = ControlArea.SERVICE, ControlArea.CAPITAL
PER_YEAR, TOTAL = Frequency.PER_YEAR, Frequency.TOTAL
PRIOR, MENTION = ClaimRole.PRIOR, ClaimRole.MENTION
TWO_AREAS = overview(
    activity("Læsesal", {2026: 5000, 2027: 5000}), activity("Ombygning", {2026: 700, 2027: 0}, area=CAPITAL)
)


def claimed(*claims, **note) -> list[Fact]:
    return facts("claim", note_of(*note.pop("tables", ()), claims=claims, **note))


def figures(*claims, **note) -> list[tuple[str, int, int] | None]:
    """Which figures each claim is held against: their name in English, lowest and highest in kroner."""
    return [
        (fact.shown["figure_name"].en, fact.fields["figure_low"] // 100, fact.fields["figure_high"] // 100)
        if "figure_low" in fact.fields
        else None
        for fact in claimed(*claims, **note)
    ]


def agrees(fact: Fact) -> bool:
    """What the rule asks."""
    low, high = fact.fields["figure_low"], fact.fields["figure_high"]
    return fact.fields["low"] <= low and high <= fact.fields["high"]


@pytest.mark.parametrize(
    ("text", "low", "high_exclusive"),
    [
        ("0,2 mio. kr.", kr(150_000), kr(250_000)),
        ("0,34 mio. kr.", kr(335_000), kr(345_000)),
        ("5 mio. kr.", kr(4_500_000), kr(5_500_000)),
        ("340.000 kr.", kr(340_000) - 50, kr(340_000) + 50),
    ],
)
def test_an_amount_admits_what_rounds_half_up_to_it(text, low, high_exclusive):
    (fact,) = facts("stated-amount", note_of(claims=[says(text)]))
    assert (fact.fields["low"], fact.fields["high_exclusive"]) == (low, high_exclusive)


def test_an_income_admits_what_rounds_away_from_zero_to_it():
    (fact,) = facts("stated-amount", note_of(claims=[says("−0,2 mio. kr.")]))
    assert (fact.fields["low"], fact.fields["high_exclusive"]) == (kr(-250_000) + 1, kr(-150_000) + 1)


@pytest.mark.parametrize(
    ("asked", "fits"), [(149, False), (150, True), (205, True), (249, True), (250, False)], ids=str
)
def test_a_table_figure_agrees_where_it_rounds_to_the_texts(asked, fits):
    (fact,) = claimed(says("0,2 mio. kr. i 2026", years=(2026, 2026)), request={2026: asked})
    assert agrees(fact) is fits


@pytest.mark.parametrize(
    ("asked", "fits"), [(-149, False), (-150, True), (-249, True), (-250, False)], ids=str
)
def test_an_income_agrees_alike(asked, fits):
    (fact,) = claimed(says("−0,2 mio. kr. i 2026", years=(2026, 2026)), request={2026: asked})
    assert agrees(fact) is fits


def test_an_amount_a_year_is_held_against_the_lowest_and_the_highest_year():
    claim = says("0,2 mio. kr. årligt i 2026-2028", years=(2026, 2028), how=PER_YEAR)
    note = {"request": {2026: 205, 2027: 180, 2028: 220}}
    assert figures(claim, **note) == [("the request in all", 180_000, 220_000)]


def test_a_year_without_money_is_no_low_figure():
    claim = says("0,2 mio. kr. årligt i 2026-2027", years=(2026, 2027), how=PER_YEAR)
    assert figures(claim, request={2026: 205, 2027: 0}) == [("the request in all", 205_000, 205_000)]


def test_a_total_is_held_against_the_sum_of_its_years():
    claim = says("0,8 mio. kr. samlet i 2026-2029", years=(2026, 2029), how=TOTAL)
    assert figures(claim, request=dict.fromkeys(FLAT, 205)) == [("the request in all", 820_000, 820_000)]


def test_an_amount_without_years_is_held_against_the_funded_ones():
    assert figures(says("0,7 mio. kr."), request={2026: 340, 2027: 340, 2028: 0}) == [
        ("the request in all", 680_000, 680_000)
    ]


@pytest.mark.parametrize(
    ("claim", "low"),
    [
        (says("0,5 mio. kr. årligt", years=(2026, 2029), how=PER_YEAR), 340_000),
        (says("0,5 mio. kr. samlet", years=(2026, 2029), how=TOTAL), 1_360_000),
        (says("0,5 mio. kr. i 2026", years=(2026, 2026)), 340_000),
        (says("9,0 mio. kr. i 2026-2029", years=(2026, 2029)), 1_360_000),
        (says("0,5 mio. kr. i 2026-2029", years=(2026, 2029)), 340_000),
    ],
    ids=["says årligt", "says samlet", "one year", "nearer the total", "nearer the year"],
)
def test_an_amount_that_fits_neither_way_is_told_apart_from_what_its_words_mean(claim, low):
    ((_, found, _),) = figures(claim, request=FLAT)
    assert found == low


def test_5_0_on_service_in_2026_and_5_0_in_2027_speaks_of_service_twice():
    claims = [
        says("5,0 mio. kr. på service i 2026", years=(2026, 2026), area=SERVICE),
        says("5,0 i 2027", years=(2027, 2027)),
    ]
    assert figures(*claims, tables=[TWO_AREAS]) == [
        ("service", 5_000_000, 5_000_000),
        ("service", 5_000_000, 5_000_000),
    ]


def test_an_amount_without_area_may_be_of_all_areas_together():
    assert figures(says("5,7 mio. kr. i 2026", years=(2026, 2026)), tables=[TWO_AREAS]) == [
        ("the request in all", 5_700_000, 5_700_000)
    ]


def test_an_amount_that_names_its_area_is_held_against_no_other():
    claim = says("5,0 mio. kr. på anlæg i 2026", years=(2026, 2026), area=CAPITAL)
    assert figures(claim, tables=[TWO_AREAS]) == [("capital", 700_000, 700_000)]


def test_years_are_taken_from_the_next_amount_of_the_sentence_or_the_one_before():
    later = says("0,7 mio. kr. på anlæg i 2026", years=(2026, 2026), area=CAPITAL)
    first, _ = figures(says("5,0 mio. kr. på service", area=SERVICE), later, tables=[TWO_AREAS])
    _, last = figures(later, says("5,0 mio. kr. på service", area=SERVICE), tables=[TWO_AREAS])
    assert first == last == ("service", 5_000_000, 5_000_000)


def test_another_sentence_lends_neither_years_nor_area():
    claims = [
        says("0,7 mio. kr. på anlæg i 2026", years=(2026, 2026), area=CAPITAL, sentence=1),
        says("10,7 mio. kr.", sentence=2),
    ]
    assert figures(*claims, tables=[TWO_AREAS])[1] == ("the request in all", 10_700_000, 10_700_000)


def test_of_several_amounts_one_may_speak_of_a_single_activity():
    table = overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140}))
    claims = [
        says("0,34 mio. kr. i 2026", years=(2026, 2026), sentence=1),
        says("0,14 mio. kr. i 2026", years=(2026, 2026), sentence=2),
    ]
    assert figures(*claims, tables=[table]) == [
        ("the request in all", 340_000, 340_000),
        ("«Vagt»", 140_000, 140_000),
    ]


def test_the_only_amount_speaks_of_no_single_activity():
    table = overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140}))
    assert figures(says("0,14 mio. kr. i 2026", years=(2026, 2026)), tables=[table]) == [
        ("the request in all", 340_000, 340_000)
    ]


def test_an_open_end_reaches_to_the_last_heading():
    claim = says("0,34 mio. kr. årligt fra 2027", years=(2027, None), how=PER_YEAR)
    assert figures(claim, request={2026: 100, **dict.fromkeys((2027, 2028, 2029), 340)}) == [
        ("the request in all", 340_000, 340_000)
    ]


def test_what_was_granted_is_held_against_the_prior_table():
    claim = says("0,3 mio. kr. årligt i 2022-2025", years=(2022, 2025), how=PER_YEAR, role=PRIOR)
    assert figures(claim, request=dict.fromkeys(FLAT, 900), prior=GRANTED) == [
        ("the prior allocations", 340_000, 340_000)
    ]


def test_of_several_agreements_the_nearest_is_meant():
    table = prior_table(
        agreement("Budgetaftale 2022", {2025: 200}), agreement("Budgetaftale 2024", {2025: 140})
    )
    claim = says("0,14 mio. kr. i 2025", years=(2025, 2025), role=PRIOR)
    assert figures(claim, tables=[table]) == [("«Budgetaftale 2024»", 140_000, 140_000)]


def test_an_amount_outside_the_tables_years_is_tied_to_nothing_and_says_so():
    claim = says("0,3 mio. kr. i 2018", years=(2018, 2018), role=PRIOR)
    (fact,) = claimed(claim, request=FLAT, prior=GRANTED)
    assert "figure_low" not in fact.fields
    assert fact.missing["figure_low"].en == "the tables have no figure for the years of this amount"


def test_a_figure_in_doubt_leaves_the_amount_open():
    (fact,) = claimed(says("0,3 mio. kr. i 2026", years=(2026, 2026)), request={2026: UNREAD, 2027: 340})
    assert "figure_high" not in fact.fields
    assert "not read for certain" in fact.missing["figure_high"].en


def test_without_tables_an_amount_is_held_against_nothing():
    (fact,) = claimed(says("0,3 mio. kr."))
    assert fact.missing["figure_low"].da == "intet tal i tabellerne kan knyttes til dette beløb"


def test_a_mention_is_held_only_against_what_it_fits():
    note = {"request": FLAT, "prior": GRANTED}
    assert figures(says("0,3 mio. kr. i 2026", years=(2026, 2026), role=MENTION), **note) != [None]
    assert figures(says("7,5 mio. kr. i 2026", years=(2026, 2026), role=MENTION), **note) == [None]


def test_an_income_may_be_told_without_its_sign():
    table = overview(activity("Refusion", {2026: -200}))
    (fact,) = claimed(says("0,2 mio. kr. i 2026", years=(2026, 2026)), tables=[table])
    assert agrees(fact)


def test_a_table_coarser_than_the_text_decides_how_near_is_near_enough():
    table = overview(activity(READING_ROOM, {2026: "0.2"}), unit=1_000_000)
    (fact,) = claimed(says("205.000 kr. i 2026", years=(2026, 2026)), tables=[table])
    assert agrees(fact)
    assert fact.fields["low"] == kr(155_000)


def test_a_claim_shows_its_phrase_and_the_cell():
    (fact,) = claimed(says("0,3 mio. kr. i 2026", years=(2026, 2026)), request=FLAT)
    assert [(trace.role, trace.year) for trace in fact.traces] == [("text", None), ("request", 2026)]
    assert fact.fields["quote"] == "0,3 mio. kr. i 2026"


def test_an_amount_written_twice_is_one_stated_amount_with_two_places():
    note = note_of(claims=[says("0,2 mio. kr.", sentence=1), says("0,2 mio. kr. årligt", sentence=2)])
    assert len(the("stated-amount", note).traces) == 2


def test_an_amount_written_more_finely_is_another_stated_amount():
    note = note_of(claims=[says("0,2 mio. kr."), says("0,20 mio. kr.")])
    assert [fact.fields["half_band"] for fact in facts("stated-amount", note)] == [kr(50_000), kr(5_000)]


@pytest.mark.parametrize(
    ("text", "coarse"),
    [("0,2 mio. kr.", True), ("0,4 mio. kr.", True), ("0,5 mio. kr.", False), ("5,0 mio. kr.", False)],
)
def test_a_text_is_coarse_where_it_admits_more_than_a_tenth_to_either_side(text, coarse):
    fact = the("stated-amount", note_of(claims=[says(text)]))
    assert (fact.fields["half_band"] > fact.fields["tenth"]) is coarse


def test_a_mention_is_no_stated_amount():
    assert facts("stated-amount", note_of(claims=[says("0,2 mio. kr.", role=MENTION)])) == []
