"""What the register says of a note reaches the rules with its score, its lead and both sides of it."""

from __future__ import annotations

from builders import FLAT, GRANTED, READING_ROOM, activity, case_of, note_of, overview, profile
from register.grants import grant_of

from grantcheck.data.matches import SettledMatch
from grantcheck.derive.facts import derive
from grantcheck.model.fact import Fact
from grantcheck.model.location import GrantLocation, LineLocation
from grantcheck.register.joining import KnownGrants, with_grants

NOTE = note_of(request=FLAT, prior=GRANTED)


def looked_up(note, *grants, settled=()) -> list[Fact]:
    (case,) = with_grants([case_of(note)], KnownGrants(grants, settled), profile())
    assert case.with_register
    return [fact for fact in derive(case, profile()) if fact.kind == "grant-match"]


def test_a_match_shows_its_score_and_what_it_is_made_of():
    (fact,) = looked_up(NOTE, grant_of("G1", READING_ROOM))
    assert (fact.fields["grant"], fact.fields["score"], fact.fields["score_needed"]) == ("G1", 100, 90)
    assert "lead" not in fact.fields
    assert fact.shown["parts"].en.startswith("title 100 × 70 («Natåben læsesal», register «Natåben læsesal»)")
    assert "beløb i det sidste finansierede år 100 × 8 (»2025: 340.000 kr.«" in fact.shown["parts"].da


def test_a_match_rests_on_the_note_and_on_the_grant():
    (fact,) = looked_up(NOTE, grant_of("G1", READING_ROOM))
    assert [type(trace.location) for trace in fact.traces] == [LineLocation, GrantLocation]
    assert fact.traces[1].text == f"{READING_ROOM} | Budgetaftale 2022 | Kultur- og Fritidsudvalget"
    assert fact.traces[1].place.da == "register, bevilling G1"


def test_grants_alike_are_all_named_with_the_lead_of_the_first():
    (fact,) = looked_up(NOTE, grant_of("G1", READING_ROOM), grant_of("G2", READING_ROOM))
    assert (fact.fields["grants"], fact.fields["lead"], fact.fields["lead_needed"]) == (2, 0, 5)
    assert fact.shown["named"].da == "G1 »Natåben læsesal« (100), G2 »Natåben læsesal« (100)"


def test_an_activity_is_looked_up_by_itself():
    note = note_of(overview(activity("Mæglerindsats", FLAT), activity("Skolehaver", FLAT)), title="Tryghed")
    (fact,) = looked_up(note, grant_of("G1", "Mæglingsindsats"))
    assert fact.shown["subject"].en == "the activity «Mæglerindsats»"
    assert fact.traces[0].text.startswith("Mæglerindsats | 340")


def test_what_a_person_settled_is_marked():
    settled = SettledMatch(note="KF031", grants=("G1", "G2"), by="A. Holm", on="2026-02-03")
    (fact,) = looked_up(NOTE, grant_of("G1", "Ro"), grant_of("G2", "Uro"), settled=(settled,))
    assert (fact.fields["settled"], fact.fields["grants"]) == (1, 2)


def test_without_a_register_nothing_is_looked_up():
    assert [fact for fact in derive(case_of(NOTE), profile()) if fact.kind == "grant-match"] == []
    assert not case_of(NOTE).with_register


def test_a_register_without_anything_like_it_gives_no_match():
    assert looked_up(NOTE, grant_of("G1", "Skolehaver i Valby")) == []
