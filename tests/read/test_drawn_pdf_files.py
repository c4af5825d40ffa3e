"""Notes drawn as PDF files with ruled tables hold what was drawn."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from grantcheck.read.reader import read_document

from .generated.drawing import NoteDrawing
from .generated.manner import draw_manner
from .generated.pdf_file import write_pdf_file
from .reading import profile


@pytest.mark.parametrize("seed", range(5))
def test_every_table_of_a_drawn_pdf_note_is_read_with_all_its_rows(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    drawn = NoteDrawing(rng, draw_manner(rng, printed=True)).draw()
    file = tmp_path / "note.pdf"
    write_pdf_file(file, drawn, rng)
    (note,) = read_document(file, "note.pdf", profile()).notes
    assert note.code == drawn.truth["code"]
    assert [len(table.rows) for table in note.tables] == [len(one.truth["rows"]) for one in drawn.tables]
