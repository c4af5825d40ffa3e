"""Forms of one note beside each other: only what both state for certain can differ."""

from __future__ import annotations

from builders import FLAT, GRANTED, UNREAD, at, document_of, marked, note_of, profile, says

from grantcheck.derive.facts import derive
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note, Unread
from grantcheck.model.text import Text
from grantcheck.register.match import match


def compared(note: Note, other: Note) -> Fact:
    case = match(document_of(note), note, (other,))
    (fact,) = [fact for fact in derive(case, profile()) if fact.kind == "form"]
    return fact


def differences(note: Note, other: Note) -> int:
    return compared(note, other).fields["differences"]


def test_equal_forms_do_not_differ():
    note = note_of(request=FLAT, prior=GRANTED, categories=marked("Need to"), claims=[says("0,3 mio. kr.")])
    fact = compared(note, note)
    assert fact.fields["differences"] == 0
    assert fact.fields["compared"] > len(FLAT) + len(GRANTED)


def test_a_figure_a_mark_a_code_or_an_amount_may_differ():
    note = note_of(request=FLAT, categories=marked("Need to"), claims=[says("0,3 mio. kr.")])
    assert (
        differences(
            note, note_of(request={**FLAT, 2027: 341}, categories=marked("Need to"), claims=note.claims)
        )
        == 1
    )
    assert differences(note, note_of(request=FLAT, categories=marked(), claims=note.claims)) == 1
    assert (
        differences(
            note, note_of(request=FLAT, categories=marked("Need to"), claims=note.claims, code="KF032")
        )
        == 1
    )
    assert (
        differences(note, note_of(request=FLAT, categories=marked("Need to"), claims=[says("0,4 mio. kr.")]))
        == 1
    )


def test_what_one_form_could_not_read_for_certain_is_no_difference():
    note = note_of(request=FLAT, categories=marked("Need to"))
    assert (
        differences(note, note_of(request={**FLAT, 2027: UNREAD}, categories=marked(unread=["Need to"]))) == 0
    )


def test_a_table_that_one_form_lacks_is_a_difference_unless_it_was_seen():
    seen = Unread(code="GC903", about="prior", message=Text(en="a", da="b"), location=at(90))
    note = note_of(request=FLAT, prior=GRANTED)
    assert differences(note, note_of(request=FLAT)) == 1
    assert differences(note, note_of(request=FLAT, unread=(seen,))) == 0


def test_amounts_in_the_text_that_were_not_all_read_are_not_compared():
    gap = Unread(code="GC904", about="claims", message=Text(en="a", da="b"), location=at(10))
    assert differences(note_of(claims=[says("0,3 mio. kr.")]), note_of(unread=(gap,))) == 0


def test_the_first_differences_are_named_and_the_others_counted():
    fact = compared(
        note_of(request=FLAT, prior=GRANTED),
        note_of(request=dict.fromkeys(FLAT, 1), prior=dict.fromkeys(GRANTED, 1)),
    )
    assert fact.fields["differences"] == 10
    assert fact.shown["detail"].en.endswith("; and 5 more")
    assert fact.shown["detail"].da.endswith("; og 5 til")
    assert "overview row 1 2026: 1000 ≠ 340000" in fact.shown["detail"].en


def test_forms_are_named_by_their_files():
    fields = compared(note_of(), note_of()).fields
    assert (fields["best"], fields["path"]) == ("KF031.txt", "KF031.txt")
