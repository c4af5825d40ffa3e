"""Durations in words beside the years that the tables fund."""

from __future__ import annotations

import pytest
from builders import (
    FLAT,
    GRANTED,
    UNREAD,
    activity,
    agreement,
    at,
    facts,
    note_of,
    overview,
    prior_table,
    says,
    section,
)

from grantcheck.model.fact import Fact
from grantcheck.model.note import Note
from grantcheck.model.terms import ClaimRole

TWO = {2026: 340, 2027: 340, 2028: 0, 2029: 0}


def told(note: Note) -> list[tuple[str, int | None, int | None]]:
    """Whom each duration speaks of, what of it the table can show, and what is funded."""
    return [
        (fact.fields["role"], fact.fields.get("expected_years"), fact.fields.get("funded_years"))
        for fact in facts("duration", note)
    ]


def in_text(text: str, **how: object) -> Note:
    return note_of(**{"request": FLAT, "prior": GRANTED, "sections": (section("resume", text),), **how})


def test_a_sentence_that_asks_speaks_of_the_request():
    assert told(in_text("Der ansøges om midler til et toårigt projekt.")) == [("request", 2, 4)]


def test_a_sentence_that_tells_of_money_granted_speaks_of_it():
    assert told(in_text("I 2022 blev der afsat midler til et toårigt projekt.")) == [("prior", 2, 4)]


@pytest.mark.parametrize("role", [ClaimRole.REQUEST, ClaimRole.PRIOR])
def test_the_amount_of_a_sentence_decides_whom_it_speaks_of(role):
    claim = says("0,3 mio. kr. til et toårigt projekt", role=role)
    assert told(in_text(f"Projektet får {claim.text}.", claims=[claim])) == [(role.value, 2, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Et toårigt projekt har vist vejen.",
        "I 2022 blev der afsat midler til et toårigt projekt, og nu ansøges der om mere.",
    ],
)
def test_a_sentence_that_could_speak_of_either_is_a_mention(text):
    assert told(in_text(text)) == [("mention", None, None)]


def test_a_project_of_three_years_that_began_before_the_table_has_two_left():
    row = activity("Bogbus, 3 års projekt fom 2012", {2013: 350, 2014: 350, 2015: 0, 2016: 0})
    assert told(note_of(overview(row))) == [("request", 2, 2)]


def test_a_duration_beyond_the_table_is_compared_as_far_as_it_goes():
    assert told(in_text("Der ansøges om midler til et tiårigt projekt.")) == [("request", 4, 4)]


def test_money_whose_beginning_the_prior_table_does_not_show_may_be_older():
    assert told(in_text("I 2020 blev der afsat midler til et seksårigt projekt.")) == [("prior", 4, 4)]


def test_of_rows_of_different_lengths_the_one_named_counts():
    rows = overview(activity("Bogbus", TWO), activity("Læsehold", FLAT))
    named = note_of(rows, sections=(section("resume", "Der ansøges om en toårig indsats med bogbus."),))
    unnamed = note_of(rows, sections=(section("resume", "Der ansøges om en toårig indsats."),))
    assert told(named) == [("request", 2, 2)]
    assert told(unnamed) == [("request", None, None)]
    assert "funded for different years" in facts("duration", unnamed)[0].missing["funded_years"].en


def test_the_title_speaks_of_a_new_wish_but_of_nobody_knows_what_in_a_continuation():
    how = {"title": "Toårigt forsøg med bogbus", "places": {"title": at(1)}, "sections": ()}
    assert told(note_of(request=FLAT, **how)) == [("request", 2, 4)]
    assert told(note_of(request=FLAT, subtitle="bevillingsudløb", **how)) == [("mention", None, None)]


def test_an_agreement_may_be_called_by_its_length():
    row = agreement("Budgetaftale 2023, toårig bevilling", {2022: 0, 2023: 340, 2024: 340, 2025: 340})
    assert told(note_of(prior_table(row))) == [("prior", 2, 3)]


def test_a_figure_in_doubt_leaves_it_open():
    fact: Fact = facts(
        "duration", in_text("Der ansøges om en toårig indsats.", request={**FLAT, 2027: UNREAD})
    )[0]
    assert "not read for certain" in fact.missing["funded_years"].en


def test_the_words_are_marked_in_their_sentence():
    (fact,) = facts("duration", in_text("Der ansøges om midler til et toårigt projekt."))
    trace = fact.traces[0]
    assert trace.text[slice(*trace.mark)] == "toårigt projekt"
    assert trace.location == at(6)
