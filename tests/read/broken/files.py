"""Sound files of every kind, and damage to them."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.report.note_json import NotesJson

from ..drawn.manner import ORDINARY
from ..drawn.notes import draw_note
from ..generated.drawing import NoteDrawing
from ..generated.manner import draw_manner
from ..generated.mutation import spoilt
from ..generated.word_file import write_word_file
from ..pdf.corpus import notes
from ..pdf.mutations import mutated
from ..reading import notes_in
from ..structured.reading import workbook

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNT = 10
_HEADINGS = ["kode", "titel", "aktivitet", "udvalg", "2026", "2027", "enhed"]


@cache
def sound_files(suffix: str) -> tuple[bytes, ...]:
    """Some sound files of a kind; none where they cannot be had."""
    return tuple(_SOUND[suffix]())


def damaged(suffix: str, raw: bytes, rng: random.Random) -> bytes:
    """The file as a broken disk, transfer or hand leaves it."""
    return (mutated if suffix == ".pdf" else spoilt)(raw, rng)


def _texts() -> list[bytes]:
    return [draw_note(seed, ORDINARY).text.encode() for seed in range(_COUNT)]


def _data() -> list[bytes]:
    shown = NotesJson("en")
    return [shown.rendered(notes_in(draw_note(seed, ORDINARY).text)).encode() for seed in range(_COUNT)]


def _rows(rng: random.Random) -> list[list[object]]:
    return [
        [
            f"KF{n:03}",
            "Byttestationer",
            f"Aktivitet {n}",
            "Kultur- og Fritidsudvalget",
            *_two(rng),
            "1.000 kr.",
        ]
        for n in range(1, 9)
    ]


def _two(rng: random.Random) -> tuple[int, int]:
    return rng.randint(1, 9_999), rng.randint(1, 9_999)


def _csv() -> list[bytes]:
    return [
        "\n".join(";".join(map(str, row)) for row in [_HEADINGS, *_rows(random.Random(seed))]).encode()  # noqa: S311
        for seed in range(_COUNT)
    ]


def _sheets() -> list[bytes]:
    return [workbook(_HEADINGS, *_rows(random.Random(seed))) for seed in range(_COUNT)]  # noqa: S311


def _word() -> list[bytes]:
    return [_word_file(seed) for seed in range(_COUNT)]


def _word_file(seed: int) -> bytes:
    rng = random.Random(seed)  # noqa: S311
    manner = replace(draw_manner(rng, printed=True), misprints=0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "note.docx")
        write_word_file(file, [(NoteDrawing(rng, manner).draw(), manner)], rng)
        return file.read_bytes()


def _pdf() -> list[bytes]:
    return [note.read_bytes() for note in notes()]


_SOUND: dict[str, Callable[[], list[bytes]]] = {
    ".txt": _texts, ".yaml": _data, ".csv": _csv, ".xlsx": _sheets, ".docx": _word, ".pdf": _pdf,
}  # fmt: skip
