"""A note says the same in Word, as a PDF and as text; what a form cannot tell it says it cannot."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from read.generated.drawing import NoteDrawing
from read.generated.manner import draw_manner
from read.generated.text_file import write_text_file
from read.generated.word_file import write_word_file
from read.reading import SHARED, profile

from grantcheck.model.note import Note
from grantcheck.read.reader import read_document

from .forms import differences

CORPUS = SHARED / "corpus" / "notes"
FORMS = sorted(
    path
    for suffix in ("pdf", "txt")
    for path in CORPUS.glob(f"*.{suffix}")
    if path.with_suffix(".docx").exists()
)


def note_of(path: Path) -> Note:
    (note,) = read_document(path, path.name, profile()).notes
    return note


@pytest.mark.skipif(not FORMS, reason="the rebuilt notes are not beside the repository")
@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_the_forms_of_a_note_say_the_same(path: Path) -> None:
    assert differences(note_of(path.with_suffix(".docx")), note_of(path)) == []


@pytest.mark.parametrize("seed", range(40))
def test_a_drawn_note_says_the_same_in_word_and_as_text(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    manner = replace(draw_manner(rng, printed=True), hyphens=0, split_tables=0, tall_heading=False, hidden=0)
    note = replace(NoteDrawing(rng, manner).draw(), more_prose=seed % 3)
    write_word_file(tmp_path / "note.docx", [(note, manner)], rng)
    write_text_file(tmp_path / "note.txt", note, rng)
    assert differences(note_of(tmp_path / "note.docx"), note_of(tmp_path / "note.txt")) == []


def test_a_form_that_says_otherwise_is_told() -> None:
    if not FORMS:
        pytest.skip("the rebuilt notes are not beside the repository")
    note = note_of(FORMS[0])
    changed = note.model_copy(update={"budget_year": 2031, "claims": note.claims[1:]})
    assert len(differences(note, changed)) == 2
