"""One thing under two names."""

from __future__ import annotations

import pytest
from builders import FLAT, activity, at, facts, note_of, overview, section

from grantcheck.model.note import Note


def named(label: str, text: str, title: str = "Et ønske") -> Note:
    return note_of(
        overview(activity(label, FLAT)),
        title=title,
        places={"title": at(1)},
        sections=(section("resume", text),),
    )


def pairs(note: Note) -> list[tuple[str, str, int, int, int]]:
    keys = ("name", "variant", "same_start", "same_end", "between")
    return [tuple(fact.fields[key] for key in keys) for fact in facts("name-pair", note)]


def test_a_word_with_other_letters_in_its_middle_is_a_pair():
    assert pairs(named("Mæglerindsats", "De vil videreføre mæglingsindsatsen.")) == [
        ("Mæglerindsats", "mæglingsindsatsen", 4, 6, 4)
    ]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Læsevejledere", "Læsevejlederen og læsevejlederne tester."),
        ("Natåben læsesal", "Læsesalen er åben om natten."),
        ("Sommerkoncerter", "Der holdes vinterkoncerter."),
        ("Borgerrådgiver", "Borgernes rådhus."),
        ("Natcafé", "Natcafeen har åbent."),
    ],
)
def test_inflections_and_other_words_are_none(label, text):
    assert pairs(named(label, text)) == []


def test_names_of_title_and_activity_are_compared_once():
    note = named("Mæglerindsats", "Intet her.", title="Mæglingsindsats for borgere")
    assert [(one, other) for one, other, *_ in pairs(note)] == [("Mæglingsindsats", "Mæglerindsats")]


def test_the_first_places_of_both_are_shown():
    (fact,) = facts("name-pair", named("Mæglerindsats", "En mæglingsindsats. En mæglingsindsats til."))
    assert [trace.location for trace in fact.traces] == [at(51), at(6)]
