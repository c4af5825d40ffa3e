"""What `show` prints is read back as the same note."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from grantcheck.audit import audit
from grantcheck.derive.facts import derive
from grantcheck.model.fact import Fact
from grantcheck.model.note import Claim, Note, PageHead, Row, Section, Source, Statement, Table, Unread
from grantcheck.read.copenhagen.note import read_notes
from grantcheck.read.lines import split_lines
from grantcheck.read.reader import read_document
from grantcheck.read.structured import form
from grantcheck.read.structured.schema import note_schema
from grantcheck.register.match import match

from ..drawn.manner import NASTY, ORDINARY
from ..drawn.notes import draw_note
from .reading import profile, read, same_but_for_places, shown

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").glob("*/*.txt"))
SOURCE = Source(path="note.txt", sha256="0" * 64, media_type="text/plain")
SCHEMA = Draft202012Validator(note_schema())


def text_notes(text: str) -> tuple[Note, ...]:
    return read_notes(split_lines(text), SOURCE, profile())


def facts_but_for_places(document, note: Note) -> list[tuple[object, ...]]:
    def bare(fact: Fact) -> tuple[object, ...]:
        missing = {key: text.en for key, text in fact.missing.items()}
        return (fact.kind, dict(fact.fields), str(dict(fact.shown)), missing)

    return [
        bare(fact)
        for fact in derive(match(document, note), profile())
        if fact.kind not in {"document", "unread"}
    ]


@pytest.mark.parametrize("suffix", ["json", "yaml"])
@given(seed=st.integers(0, 10**9), nasty=st.booleans())
@settings(max_examples=25, deadline=None)
def test_a_drawn_note_is_the_same_when_its_show_is_read_back(suffix: str, seed: int, nasty: bool) -> None:
    notes = text_notes(draw_note(seed, NASTY if nasty else ORDINARY).text)
    printed = shown(notes)
    SCHEMA.validate(json.loads(printed))
    back = read(printed, f"note.{suffix}")
    assert back.measure.detail is None
    assert same_but_for_places(notes, back.notes)
    text = back.model_copy(update={"notes": notes})
    for before, after in zip(notes, back.notes, strict=True):
        assert facts_but_for_places(text, before) == facts_but_for_places(back, after)


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_a_fixture_is_the_same_when_its_show_is_read_back(file: Path) -> None:
    notes = read_document(file, file.name, profile()).notes
    if not notes:
        pytest.skip("holds no note")
    back = read(shown(notes), "note.json")
    assert same_but_for_places(notes, back.notes)


def test_an_audit_of_what_show_prints_ends_as_that_of_the_note(tmp_path: Path) -> None:
    chosen = [file for file in FIXTURES if file.parent.name == "notes"][:4]
    for file in chosen:
        notes = text_notes(file.read_text("utf-8"))
        (tmp_path / f"{file.stem}.json").write_text(shown(notes), "utf-8")

    def outcomes(paths: list[Path]) -> list[tuple[str, str | None, str]]:
        report = audit(paths, as_of=date(2026, 1, 1), engine="reference", show_all=True)
        return sorted((finding.note, finding.rule, finding.outcome) for finding in report.findings)

    assert outcomes([tmp_path]) == outcomes(chosen)


CUT_ANEW = {"sentences"}
"""What is not shown: text is cut into sentences whenever it is read."""


@pytest.mark.parametrize(
    ("model", "written"),
    [
        (Note, form.NoteForm),
        (Table, form.TableForm),
        (Row, form.RowForm),
        (Claim, form.ClaimForm),
        (Statement, form.StatementForm),
        (Section, form.SectionForm),
        (PageHead, form.PageHeadForm),
        (Unread, form.UnreadForm),
    ],
    ids=lambda one: one.__name__,
)
def test_a_file_may_hold_every_field_of_the_model(model: type, written: type) -> None:
    assert set(model.model_fields) - CUT_ANEW == set(written.model_fields)


def test_a_file_that_show_could_not_read_stays_unread_when_read_back() -> None:
    unread = {"code": "GC901", "about": "page", "message": "The file is empty."}
    back = read(json.dumps({"notes": [{"code": None, "title": None, "unread": [unread]}]}), "note.json")
    assert back.notes == ()
    assert "The file is empty." in back.measure.detail.en


def test_figures_that_were_changed_by_hand_are_printed_anew() -> None:
    row = {"label": "A", "amounts": {"2026": 410_000}, "printed": {"2026": "310"}}
    table = {"kind": "overview", "unit": 1000, "rows": [row]}
    (note,) = read(json.dumps({"code": "A1", "title": "B", "tables": [table]}), "note.json").notes
    assert note.tables[0].rows[0].printed == {"2026": "410"}
