"""Broken files are read, refused, or read in part; nothing crashes, hangs or goes wrong in silence."""

from __future__ import annotations

import random
import time
from functools import cache

import pytest

from grantcheck.read.blocks import Layout, Trouble
from grantcheck.read.isolation import IsolatedReader
from grantcheck.read.pdf.reading import read_layout
from grantcheck.read.refused import Problem, RefusedError

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


def _read(reader: IsolatedReader, raw: bytes) -> Layout | Problem:
    try:
        return reader.layout(raw, ".pdf")
    except RefusedError as refused:
        return refused.problem


def _try(reader: IsolatedReader, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    base = rng.choice(_bases())
    started = time.monotonic()
    layout = _read(reader, mutated(base, rng))
    assert time.monotonic() - started < _SLOWEST, seed
    if layout is Problem.FAILED:
        pytest.fail(f"the reader broke on the file of seed {seed}")
    if isinstance(layout, Problem):
        return
    told = any(isinstance(block, Trouble) for block in layout.blocks)
    assert told or layout.pages == read_layout(base).pages, seed


@pytest.fixture(scope="module")
def reader():
    made = IsolatedReader()
    yield made
    made.close()


@pytest.mark.parametrize("part", range(10))
def test_mutated_files(reader: IsolatedReader, part: int):
    for seed in range(part * 10, part * 10 + 10):
        _try(reader, seed)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(20))
def test_many_mutated_files(reader: IsolatedReader, part: int):
    for seed in range(1000 + part * 100, 1100 + part * 100):
        _try(reader, seed)
