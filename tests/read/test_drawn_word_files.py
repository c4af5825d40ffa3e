"""Notes drawn at random as Word files are read as they were meant, or said not to be."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from grantcheck.model.document import Document
from grantcheck.model.note import Source
from grantcheck.model.reading_limits import USUAL
from grantcheck.read.laid_out import WORD, read_laid_out_file
from grantcheck.read.reader import read_document

from .generated.__main__ import write_notes
from .generated.comparison import Comparison, compared
from .generated.drawing import NoteDrawing
from .generated.manner import draw_manner
from .generated.mutation import mutated, spoilt
from .generated.word_file import Note, write_word_file
from .reading import profile


def drawn(seed: int, count: int = 1, misprints: float = 0) -> tuple[list[Note], random.Random]:
    rng = random.Random(seed)  # noqa: S311
    manners = [replace(draw_manner(rng, printed=False), misprints=misprints) for _ in range(count)]
    return [(NoteDrawing(rng, manner).draw(), manner) for manner in manners], rng


def read_back(folder: Path, notes: list[Note], rng: random.Random) -> Document:
    file = folder / "note.docx"
    write_word_file(file, notes, rng)
    return read_document(file, "note.docx", profile())


def comparisons(folder: Path, seed: int, count: int = 1, misprints: float = 0) -> list[Comparison]:
    notes, rng = drawn(seed, count, misprints)
    document = read_back(folder, notes, rng)
    assert len(document.notes) == count
    return [compared(note.truth, read) for (note, _), read in zip(notes, document.notes, strict=True)]


@pytest.mark.parametrize("seed", range(30))
def test_a_drawn_note_is_read_whole(tmp_path: Path, seed: int) -> None:
    (found,) = comparisons(tmp_path, seed)
    assert (found.wrong, found.flagged) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1_000, 1_300))
def test_more_drawn_notes_are_read_whole(tmp_path: Path, seed: int) -> None:
    (found,) = comparisons(tmp_path, seed)
    assert (found.wrong, found.flagged) == ([], [])


@pytest.mark.parametrize("seed", range(10))
def test_marked_and_broken_figures_are_never_misread(tmp_path: Path, seed: int) -> None:
    (found,) = comparisons(tmp_path, seed, misprints=0.2)
    assert found.wrong == []


@pytest.mark.parametrize(("seed", "count"), [(1, 3), (2, 8), (3, 40)])
def test_a_file_of_several_notes(tmp_path: Path, seed: int, count: int) -> None:
    for found in comparisons(tmp_path, seed, count):
        assert (found.wrong, found.flagged) == ([], [])


def test_tracked_changes_are_told_once_a_note(tmp_path: Path) -> None:
    notes, rng = drawn(5, 3)
    changed = [(note, replace(manner, changes=0.5)) for note, manner in notes]
    for note in read_back(tmp_path, changed, rng).notes:
        assert [unread.code for unread in note.unread] == ["GC908"]


def test_drawn_files_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_notes(tmp_path / folder, 2, 9, printed=True)
    for name in ("001.docx", "002.truth.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert json.loads((tmp_path / "a" / "001.truth.json").read_text("utf-8"))["tables"]


def _written(folder: Path, seed: int) -> tuple[bytes, Note]:
    notes, rng = drawn(seed)
    file = folder / "note.docx"
    write_word_file(file, notes, rng)
    return file.read_bytes(), notes[0]


def _read(raw: bytes) -> Document:
    source = Source(path="note.docx", sha256="", media_type=WORD)
    return read_laid_out_file(raw, source, profile(), USUAL)


def _spoilt_is_refused_or_right(folder: Path, seed: int) -> None:
    raw, (note, _) = _written(folder, seed % 10)
    document = _read(spoilt(raw, random.Random(seed)))  # noqa: S311
    if not document.notes:
        assert document.measure.problem
    for read in document.notes:
        assert compared(note.truth, read).wrong == []


@pytest.mark.parametrize("seed", range(100))
def test_a_spoilt_file_is_refused_or_read_right(tmp_path: Path, seed: int) -> None:
    _spoilt_is_refused_or_right(tmp_path, seed)


@pytest.mark.parametrize("seed", range(100))
def test_a_file_with_faulty_parts_raises_nothing(tmp_path: Path, seed: int) -> None:
    raw, _ = _written(tmp_path, seed % 10)
    _read(mutated(raw, random.Random(seed)))  # noqa: S311


@pytest.mark.slow
@pytest.mark.parametrize("start", range(100, 1_100, 100))
def test_more_faulty_files(tmp_path: Path, start: int) -> None:
    for seed in range(start, start + 100):
        _spoilt_is_refused_or_right(tmp_path, seed)
        raw, _ = _written(tmp_path, seed % 10)
        _read(mutated(raw, random.Random(seed)))  # noqa: S311
