"""Whether the whole note is there."""

from __future__ import annotations

import pytest
from builders import (
    FLAT,
    SOURCE,
    activity,
    at,
    document_of,
    facts,
    note_of,
    overview,
    profile,
    section,
    table_of,
    the,
)

from grantcheck.derive.completeness import document_fact
from grantcheck.model.note import DATA_TYPES, PageHead, Unread
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text


def unread(about: str, code: str = "GC903") -> Unread:
    return Unread(
        code=code, about=about, message=Text(en="torn", da="revet"), excerpt="1 2 3", location=at(50)
    )


def numbered(note) -> tuple[int, int, int]:
    """Highest, missing, repeated."""
    fields = the("numbering", note).fields
    return fields["highest"], fields["missing"], fields["repeated"]


def heads(*numbers: tuple[int, int]):
    return note_of(page_heads=tuple(PageHead(page=page, pages=of, location=at(30)) for page, of in numbers))


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ([(2, 2)], (2, 0, 0)),
        ([(1, 2), (2, 2)], (2, 0, 0)),
        ([(2, 3)], (3, 1, 0)),
        ([(2, 4), (4, 4)], (4, 1, 0)),
        ([(2, 2), (2, 2)], (2, 0, 1)),
        ([(3, 2)], (3, 1, 0)),
    ],
    ids=[
        "whole",
        "first page too",
        "last page lost",
        "middle page lost",
        "page twice",
        "more pages than stated",
    ],
)
def test_running_heads_number_the_pages_from_the_second_on(printed, found):
    assert numbered(heads(*printed)) == found


def test_a_note_without_running_heads_numbers_no_pages():
    assert facts("numbering", note_of()) == []


@pytest.mark.parametrize(
    ("numbers", "found"),
    [((1, 2), (2, 0, 0)), ((1, 3), (3, 1, 0)), ((2,), (2, 1, 0)), ((1, 1), (1, 0, 1))],
    ids=str,
)
def test_tables_are_numbered_from_one(numbers, found):
    tables = [table_of(TableKind.SERVICE, activity("A", FLAT), number=number) for number in numbers]
    assert numbered(note_of(*tables)) == found


def test_the_prior_table_has_no_number():
    assert facts("numbering", note_of(prior=FLAT)) == []


def test_a_numbered_table_that_was_seen_but_not_read_is_not_missing():
    tables = [table_of(TableKind.SERVICE, activity("A", FLAT), number=number) for number in (1, 3)]
    assert numbered(note_of(*tables, unread=(unread("capital"),)))[1] == 0


def test_the_numbers_found_are_told_in_both_languages():
    detail = the("numbering", heads((2, 4), (4, 4), (4, 4))).shown["detail"]
    assert detail.en == "found 2, 4, 4; missing 3; twice 4"
    assert detail.da == "fundet 2, 4, 4; mangler 3; to gange 4"


def sections(note) -> dict[str, tuple[int, int]]:
    """Heading to (required, occurrences)."""
    return {
        f.fields["heading"]: (f.fields["required"], f.fields["occurrences"]) for f in facts("section", note)
    }


def test_every_part_of_the_template_is_counted():
    found = sections(note_of(sections=(section("resume"), section("economy"), section("economy"))))
    assert (found["Resume"], found["Økonomi"], found["Indhold"]) == ((1, 1), (1, 2), (1, 0))
    assert found["Adresse"] == (0, 0)
    assert len(found) == len(profile().sections) + 1


def test_the_overview_is_a_part_of_the_template_too():
    heading = "Oversigt over ønskets aktiviteter"
    assert sections(note_of(request=FLAT))[heading] == (1, 1)
    assert sections(note_of())[heading] == (1, 0)
    assert sections(note_of(overview(activity("A", FLAT)), overview(activity("A", FLAT))))[heading] == (1, 2)


def test_a_note_given_as_data_without_any_text_follows_no_template():
    source = SOURCE.model_copy(update={"media_type": min(DATA_TYPES)})
    assert sections(note_of(source=source, sections=())) == {}
    assert sections(note_of(source=source)) != {}


def test_an_overview_that_was_seen_but_not_read_is_not_absent():
    assert sections(note_of(unread=(unread("overview"),)))["Oversigt over ønskets aktiviteter"] == (1, 1)


def test_what_was_not_read_is_shown_with_its_reason():
    found = [fact for fact in facts("unread", note_of(unread=(unread("capital"),))) if fact.fields["places"]]
    (fact,) = found
    assert (fact.fields["code"], fact.fields["about"], fact.shown["reason"].da) == (
        "GC903",
        "capital",
        "revet",
    )
    assert fact.traces[0].text == "1 2 3"


def test_of_a_kind_of_doubt_that_does_not_occur_there_are_no_places():
    found = facts("unread", note_of(unread=(unread("capital"),)))
    assert all(fact.fields["places"] == 0 for fact in found if fact.fields["code"] != "GC903")


def test_a_file_is_told_by_what_was_measured():
    fact = document_fact(document_of(note_of(), note_of()))
    assert (fact.fields["bytes"], fact.fields["notes"], fact.fields["path"]) == (4_000, 2, "notes/KF031.txt")
    assert [trace.role for trace in fact.traces] == ["document"]


def test_the_place_of_a_file_is_the_whole_of_it():
    (trace,) = document_fact(document_of(note_of())).traces
    assert (trace.place.en, trace.place.da) == ("the whole file", "hele filen")
