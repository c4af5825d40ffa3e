"""Broken files are read, refused, or read in part; nothing crashes, hangs or goes wrong in silence."""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path

import pytest

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.document import Document
from grantcheck.read.pool import ReaderProcess
from grantcheck.read.reader import read_document

from .corpus import notes
from .files import line, pdf, text
from .mutations import mutated

_SLOWEST = 10.0


@cache
def _bases() -> list[bytes]:
    rows = "".join(
        text(55, 675 - 15 * i, f"Konsulent {i}") + text(160, 675 - 15 * i, f"{i}.250") for i in range(9)
    )
    drawn = (
        "".join(line(50, 700 - 15 * i, 250, 700 - 15 * i) for i in range(11))
        + line(50, 700, 50, 550)
        + line(150, 700, 150, 550)
    )
    head = text(55, 690, "1.000 kr.") + text(160, 690, "2026") + text(210, 690, "2027")
    made = [pdf(head + rows + drawn, squeeze=squeeze) for squeeze in (True, False)]
    return made + [note.read_bytes() for note in notes()]


PROFILE = load_profile(shipped_rules())


@pytest.fixture(scope="module")
def reader():
    made = ReaderProcess(PROFILE)
    yield made
    made.close()


def _tables(document: Document) -> list[str]:
    return [table.kind.value for note in document.notes for table in note.tables]


def _try(reader: ReaderProcess, folder: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    file, base = folder / "note.pdf", rng.choice(_bases())
    file.write_bytes(base)
    sound = read_document(file, "note.pdf", PROFILE)
    file.write_bytes(mutated(base, rng))
    started = time.monotonic()
    broken = reader.read(file)
    assert time.monotonic() - started < _SLOWEST, seed
    assert broken.measure.problem != "reader-ended", seed
    if not broken.notes:
        return
    told = any(note.unread for note in broken.notes)
    assert told or _tables(broken) == _tables(sound), seed


@pytest.mark.parametrize("part", range(10))
def test_mutated_files(reader: ReaderProcess, tmp_path: Path, part: int):
    for seed in range(part * 10, part * 10 + 10):
        _try(reader, tmp_path, seed)
