"""Text of a draft, and parts left empty."""

from __future__ import annotations

from builders import FLAT, activity, at, facts, note_of, overview, section

from grantcheck.model.note import Note, Section


def texts(note: Note) -> list[str]:
    return [f.fields["quote"] for f in facts("leftover", note) if f.fields["what"] == "text"]


def test_a_note_without_such_words_says_so_once():
    (fact,) = (f for f in facts("leftover", note_of()) if f.fields["what"] == "text")
    assert (fact.fields["places"], fact.fields["sentences"]) == (0, 2)


def test_the_words_are_marked_where_they_stand():
    note = note_of(sections=(section("technical", "Alt er klart. Tal for xx skoler mangler."),))
    (fact,) = facts("leftover", note)
    (trace,) = fact.traces
    assert (trace.text[slice(*trace.mark)], trace.location) == ("xx", at(7))


def test_titles_and_names_of_activities_are_looked_at_too():
    note = note_of(overview(activity("Pulje TBD", FLAT)), title="Natåbent på ???", places={"title": at(1)})
    assert texts(note) == ["???", "TBD"]


def test_the_parts_with_running_text_must_hold_some():
    empty = Section(name="economy", heading="Økonomi", text=" ", location=at(9))
    may_be = Section(name="address", heading="Adresse", text="", location=at(20))
    note = note_of(sections=(section("resume"), empty, may_be))
    parts = {
        f.fields["quote"]: f.fields["characters"]
        for f in facts("leftover", note)
        if f.fields["what"] == "part"
    }
    assert list(parts) == ["Resume", "Økonomi"]
    assert parts["Økonomi"] == 0 < parts["Resume"]


def test_a_note_without_text_says_nothing():
    assert facts("leftover", note_of(sections=())) == []
