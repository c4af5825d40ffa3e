from __future__ import annotations

from grantcheck.model.location import WHOLE_FILE, GrantLocation, PageLocation
from grantcheck.model.waiver import Waiver
from grantcheck.report.annotated.marks import comment, marks_of

from ..conftest import ABOVE, HOLDS, NOTED, PATH, UNREADABLE

UPPER, LOWER = PageLocation(page=1, bbox=(50, 90, 80, 100)), PageLocation(page=1, bbox=(50, 190, 80, 200))


def at(finding, *places, path=None):
    sides = [ABOVE.evidence[0].model_copy(update={"location": place, "path": path}) for place in places]
    return finding.model_copy(update={"evidence": tuple(sides)})


def test_findings_are_numbered_down_the_pages_and_those_without_a_place_come_last() -> None:
    found = [at(NOTED), at(ABOVE, LOWER, UPPER), at(NOTED, UPPER), UNREADABLE, HOLDS]
    marks = marks_of(found, PATH)
    assert [(mark.number, mark.finding.rule, mark.places) for mark in marks] == [
        (1, "GC101", (UPPER,)),
        (2, "GC202", (LOWER, UPPER)),
        (3, "GC101", ()),
    ]


def test_a_place_elsewhere_is_none_in_the_file() -> None:
    nowhere = PageLocation(page=1, bbox=(0, 0, 0, 0))
    (mark,) = marks_of([at(ABOVE, WHOLE_FILE, GrantLocation(grant="G1"), nowhere)], PATH)
    assert mark.places == ()
    (mark,) = marks_of([at(ABOVE, UPPER, path="register.csv")], PATH)
    assert mark.places == ()


def test_a_waived_finding_says_why_it_may_stand() -> None:
    waiver = Waiver(
        reason="I høring",
        owner="B. Friis",
        approved_by="A. Holm",
        approved_on="2026-10-01",
        expires="2026-12-31",
    )
    (mark,) = marks_of([ABOVE.model_copy(update={"waiver": waiver})], PATH)
    told = comment([mark], "da")
    assert told.startswith("1. GC202 fraveget: ")
    assert "I høring" in told.splitlines()[-1]
    assert "A. Holm" in told.splitlines()[-1]


def test_text_of_a_note_acts_in_no_comment() -> None:
    hostile = ABOVE.model_copy(update={"message": "a\x1b[31mb\u202ec\x00", "title": "\x07"})
    told = comment(marks_of([hostile], PATH), "en")
    assert "a␛[31mb<U+202E>c␀" in told
    assert "\x07" not in told
