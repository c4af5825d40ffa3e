"""Verdicts on all notes become one report, in one order."""

from __future__ import annotations

from datetime import date

from builders import FLAT, GRANTED, UNREAD, at, case_of, document_of, note_of

from grantcheck.engine.ruling import CaseRulings
from grantcheck.judge.assembly import Judged, assembled
from grantcheck.judge.verdict import verdict
from grantcheck.model.hashed import Parameter
from grantcheck.model.judged_by import JudgedBy
from grantcheck.model.note import Note, Unread
from grantcheck.model.outcome import Outcome
from grantcheck.model.report import Report
from grantcheck.model.text import Text
from grantcheck.register.match import match

from .shipped import book, ruling, total

AS_OF = date(2026, 11, 23)
PARAMETER = Parameter(path="profile.yaml", sha256="a" * 64)


def report(*notes: Note, show_all: bool = False) -> Report:
    """Every note has one broken and one open sum, and one that holds."""
    rulings = CaseRulings(
        (
            ruling(Outcome.BROKEN, 0, branch=0),
            ruling(Outcome.NOT_VERIFIABLE, 0, rule="GC402"),
            ruling(Outcome.HOLDS, 0, rule="GC404"),
        )
    )
    judged = [
        Judged(case_of(note), verdict(case_of(note), [total()], rulings, book(), "en")) for note in notes
    ]
    documents = [document_of(note) for note in notes]
    return assembled(documents, judged, book(), [PARAMETER], AS_OF, JudgedBy(), show_all=show_all)


def test_rules_are_counted_by_note_and_every_rule_once():
    summary = report(note_of(code="A"), note_of(code="B")).summary
    assert (summary.documents, summary.broken, summary.not_verifiable, summary.noted) == (2, 2, 2, 0)
    counted = summary.held + summary.broken + summary.noted + summary.not_applicable + summary.not_verifiable
    assert counted == 2 * len(book().rules)


def test_only_what_needs_an_eye_is_listed_unless_all_is_asked_for():
    listed = report(note_of())
    assert [f.outcome for f in listed.findings] == [Outcome.BROKEN, Outcome.NOT_VERIFIABLE]
    assert len(report(note_of(), show_all=True).findings) == len(book().rules)
    assert report(note_of(), show_all=True).summary == listed.summary


def test_notes_stand_in_the_order_of_their_codes():
    found = report(note_of(code="KF2"), note_of(code="BU1"))
    assert [heading.note for heading in found.notes] == ["BU1", "KF2"]
    assert [finding.note for finding in found.findings] == ["BU1", "BU1", "KF2", "KF2"]


def test_a_report_names_what_it_rests_on():
    found = report(note_of())
    assert (found.as_of, found.parameters) == ("2026-11-23", (PARAMETER,))
    assert (found.rules.count, found.rules.sha256) == (len(book().rules), book().sha256)
    assert [one.path for one in found.inputs] == ["notes/KF031.txt"]


def test_a_heading_tells_what_is_asked_and_what_was_granted():
    (heading,) = report(note_of(request={2026: 340, 2027: UNREAD}, prior=GRANTED)).notes
    assert [(one.year, one.amount) for one in heading.asked] == [(2026, 340_000), (2027, None)]
    assert [one.amount for one in heading.granted] == [340_000] * 4 + [0, 0]
    assert (heading.title, heading.budget_year) == ("Natåben læsesal", 2026)


def test_what_was_not_read_is_counted():
    gap = Unread(code="GC904", about="claims", message=Text(en="a", da="b"), location=at(3))
    assert report(note_of(request=FLAT, unread=(gap, gap))).summary.unread == 2


def test_a_file_without_a_note_counts_as_unread_and_is_named_by_its_path():
    case = match(document_of(), None)
    lost = Judged(case, verdict(case, [], CaseRulings((), fault="x"), book(), "en"))
    found = assembled([document_of()], [lost], book(), [], AS_OF, JudgedBy(), show_all=False)
    assert found.summary.unread == 1
    assert found.notes[0].note == "notes/KF031.txt"
    assert found.notes[0].asked == ()


def test_the_same_input_gives_the_same_bytes():
    notes = [note_of(code="A", request=FLAT), note_of(code="B", prior=GRANTED)]
    assert report(*notes).model_dump_json() == report(*notes).model_dump_json()
