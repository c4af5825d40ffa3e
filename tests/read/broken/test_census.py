"""Damaged files of every kind: read whole, refused, or read in part and said so; never lost in silence."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from grantcheck.read.pool import ReaderProcess

from .files import damaged, sound_files
from .losses import PROFILE, Fact, same, silent_losses

_SLOWEST = 10.0
KINDS = (".txt", ".yaml", ".csv", ".xlsx", ".docx", ".pdf")
WINDOW = {".txt": 30, ".yaml": 40, ".csv": 1}
"""Kinds without checksums, where changed letters are what the file now says; and over how many lines a row stands."""


EXPLAINED = {".pdf": {840, 1450}}
"""Damage to pages that are not compressed, so that a figure of a row of totals is no longer printed there."""


def census(suffix: str, count: int, folder: Path) -> tuple[Counter[str], dict[int, list[Fact]]]:
    """How many damaged files were read how, and those that lost a fact in silence, by their seeds."""
    file, tally, silent = folder / f"note{suffix}", Counter[str](), dict[int, list[Fact]]()
    reader = ReaderProcess(PROFILE)
    sound = {}
    for base in sound_files(suffix):
        file.write_bytes(base)
        sound[base] = reader.read(file)
        assert sound[base].notes, sound[base].measure
    for seed in range(count):
        rng = random.Random(f"{suffix} {seed}")  # noqa: S311 - to repeat the run
        base = rng.choice(sound_files(suffix))
        raw = damaged(suffix, base, rng)
        file.write_bytes(raw)
        started = time.monotonic()
        found = reader.read(file)
        assert time.monotonic() - started < _SLOWEST, seed
        assert found.measure.problem != "reader-ended", (seed, found.measure.detail)
        losses = silent_losses(sound[base], found)
        window = WINDOW.get(suffix)
        lost = [loss for loss in losses if window is None or _still_there(loss, window, base, raw)]
        if same(sound[base], found):
            tally["whole"] += 1
        elif lost:
            tally["silent"] += 1
            silent[seed] = lost
        elif losses:
            tally["other text"] += 1
        else:
            tally["in part, told" if found.notes and not found.measure.problem else "unreadable"] += 1
    reader.close()
    return tally, silent


def _still_there(loss: Fact, window: int, base: bytes, raw: bytes) -> bool:
    """Whether the first line and those that a fact stands in are in the damaged text as they were."""
    if loss.line is None:
        return False
    lines = base.split(b"\n")
    own = b"\n".join(lines[loss.line - 1 : loss.line - 1 + window])
    return raw.startswith(lines[0]) and own in raw


@pytest.mark.parametrize("suffix", KINDS)
def test_damaged_files(suffix: str, tmp_path: Path):
    if not sound_files(suffix):
        pytest.skip("the rebuilt notes are not beside the repository")
    tally, silent = census(suffix, 40, tmp_path)
    assert tally.total() == 40
    assert silent == {}


@pytest.mark.slow
@pytest.mark.parametrize("suffix", KINDS)
def test_two_thousand_damaged_files(suffix: str, tmp_path: Path):
    if not sound_files(suffix):
        pytest.skip("the rebuilt notes are not beside the repository")
    tally, silent = census(suffix, 2_000, tmp_path)
    assert tally.total() == 2_000
    assert silent.keys() <= EXPLAINED.get(suffix, set()), silent
