"""The side box and the title: what kind of note this says it is."""

from __future__ import annotations

import pytest
from builders import CATEGORIES, FLAT, ORDERERS, at, continues, facts, marked, note_of, section, the

EXPIRY = "Bevillingsudløb"
NO_LIST_YEAR = 2019


def note(**fields):
    return the("note", note_of(request=FLAT, **{"categories": marked(), **fields}))


@pytest.mark.parametrize(
    ("fields", "signals"),
    [
        ({}, 0),
        ({"categories": marked(EXPIRY)}, 1),
        ({"subtitle": "bevillingsudløb"}, 1),
        ({"subtitle": "Bevillingsudløb"}, 1),
        ({"statements": (continues(),)}, 1),
        ({"categories": marked(EXPIRY), "subtitle": "bevillingsudløb", "statements": (continues(),)}, 3),
        ({"subtitle": "2. version"}, 0),
        ({"statements": (continues(agreed=2022),)}, 0),
    ],
    ids=[
        "nothing",
        "mark",
        "suffix",
        "suffix in capitals",
        "wording",
        "all three",
        "another suffix",
        "history",
    ],
)
def test_mark_suffix_and_the_requests_own_wording_are_signs_of_a_continuation(fields, signals):
    assert note(**fields).fields["continuation_signals"] == signals


def test_one_sign_is_enough_where_another_is_in_doubt():
    fields = note(categories=marked(unread=[EXPIRY]), subtitle="bevillingsudløb").fields
    assert fields["continuation_signals"] == 1
    assert "expiry_marked" not in fields


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"categories": marked(unread=[EXPIRY])}, "expiry_marked"),
        ({"categories": marked(without=[EXPIRY])}, "expiry_marked"),
        ({"title": None}, "expiry_in_title"),
        ({"sections": (section("prior"),)}, "asks_to_continue"),
    ],
    ids=["mark in doubt", "label not found", "no title", "no running text"],
)
def test_without_a_sign_a_sign_in_doubt_leaves_open_whether_it_continues(fields, field):
    fact = note(**fields)
    assert not {field, "continuation_signals"} & set(fact.fields)
    assert fact.missing["continuation_signals"] == fact.missing[field]


def test_the_reason_for_an_unknown_mark_is_the_real_one():
    reasons = [
        note(**fields).missing["expiry_marked"].en
        for fields in (
            {"categories": marked(unread=[EXPIRY])},
            {"budget_year": NO_LIST_YEAR},
            {"budget_year": None},
        )
    ]
    assert len(set(reasons)) == 3
    assert "budget year was not read" in reasons[2]


def test_signs_are_shown_where_they_stand():
    places = {"title": at(3), f"category: {EXPIRY}": at(40)}
    fact = note(
        categories=marked(EXPIRY), subtitle="bevillingsudløb", statements=(continues("Der søges om at videreføre."),), places=places
    )  # fmt: skip
    assert [trace.text for trace in fact.traces] == [
        "Natåben læsesal (bevillingsudløb)",
        "Bevillingsudløb: x",
        "Der søges om at videreføre.",
    ]
    title = fact.traces[0]
    assert title.text[slice(*title.mark)] == "bevillingsudløb"


def test_every_label_has_its_place_in_the_years_list():
    found = facts("category", note_of(categories=marked()))
    assert [fact.fields["position"] for fact in found] == list(range(1, len(CATEGORIES + ORDERERS) + 1))
    assert {fact.fields["list_length"] for fact in found} == {len(CATEGORIES + ORDERERS)}


def test_a_label_that_the_list_lacks_has_no_place():
    (fact,) = facts("category", note_of(categories={"Tværgående pakke": True}))
    assert fact.fields["position"] == 0


@pytest.mark.parametrize("year", [NO_LIST_YEAR, None], ids=["no list for the year", "year not read"])
def test_without_a_list_no_place_and_no_count_is_known(year):
    note = note_of(categories=marked(EXPIRY), budget_year=year)
    assert all("position" not in fact.fields for fact in facts("category", note))
    assert the("marks", note).fields == {}
    assert the("marks", note).missing["categories"] == facts("category", note)[0].missing["position"]


def test_categories_and_orderers_are_counted_apart():
    fields = the("marks", note_of(categories=marked(EXPIRY, "Need to", *ORDERERS[:1]))).fields
    assert (fields["categories"], fields["orderers"]) == (2, 1)


@pytest.mark.parametrize(
    "box", [marked(unread=["Need to"]), marked(without=["Need to"])], ids=["unread", "absent"]
)
def test_a_mark_in_doubt_leaves_only_its_own_count_open(box):
    fact = the("marks", note_of(categories=box))
    assert "categories" not in fact.fields
    assert fact.fields["orderers"] == 0


def test_the_marked_categories_are_named():
    fact = the("marks", note_of(categories=marked(EXPIRY, ORDERERS[0])))
    assert fact.shown["marked"] == (EXPIRY,)


def test_a_note_without_a_side_box_has_no_marks():
    assert facts("marks", note_of(request=FLAT)) == []


@pytest.mark.parametrize(
    ("box", "shown"), [(marked("Need to"), "x"), (marked(), "–"), (marked(unread=["Need to"]), "?")]
)
def test_a_label_is_shown_with_its_mark(box, shown):
    (first, *_) = facts("category", note_of(categories=box, places={"category: Need to": at(40)}))
    assert [trace.text for trace in first.traces] == [f"Need to: {shown}"]
