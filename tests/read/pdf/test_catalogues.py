"""A catalogue of many notes in one PDF, as a word processor prints it."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from grantcheck.read.reader import read_document
from read.generated.comparison import compared
from read.generated.drawing import NoteDrawing
from read.generated.manner import draw_manner
from read.generated.word_file import write_word_file
from read.reading import profile

COUNT = 40
OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice, which prints the catalogue, is not installed"),
]


def _printed(word: Path) -> Path:
    profile_folder = (word.parent / "office").as_uri()
    command = [
        str(OFFICE), f"-env:UserInstallation={profile_folder}", "--headless",
        "--convert-to", "pdf", "--outdir", str(word.parent), str(word),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return word.with_suffix(".pdf")


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_catalogue_is_read_note_by_note(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    manners = [draw_manner(rng, printed=True) for _ in range(COUNT)]
    notes = [(NoteDrawing(rng, manner, 2026).draw(), manner) for manner in manners]
    write_word_file(tmp_path / "catalogue.docx", notes, rng)
    document = read_document(_printed(tmp_path / "catalogue.docx"), "catalogue.pdf", profile())
    assert [note.code for note in document.notes] == [note.truth["code"] for note, _ in notes]
    found = [compared(note.truth, read) for (note, _), read in zip(notes, document.notes, strict=True)]
    assert [wrong for one in found for wrong in one.wrong] == []
    assert sum(one.right for one in found) > 0.95 * sum(one.right + len(one.flagged) for one in found)
