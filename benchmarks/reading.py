"""Documents a second by format, through the reading that an audit uses: anew, and remembered."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.read.reading import REMEMBERED, Reading, ReadingOptions
from grantcheck.report.note_json import NotesJson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TESTS = Path(__file__).parents[1] / "tests"
_SEED = 8


@dataclass(frozen=True)
class Read:
    """The notes of one format."""

    format: str
    notes: int
    cold: tuple[float, ...]
    """Seconds for all of them, each run."""
    warm: tuple[float, ...]
    """The same where they were read before; empty of formats that are not remembered."""

    @property
    def cold_rate(self) -> float:
        """Documents a second."""
        return self.notes / median(self.cold)

    @property
    def warm_rate(self) -> float | None:
        """Documents a second, of remembered ones."""
        return self.notes / median(self.warm) if self.warm else None


def drawn(folder: Path, notes: int) -> Path:
    """A folder with drawn notes, each as text, DOCX and PDF."""
    target = folder / "notes"
    subprocess.run(
        [
            sys.executable, "-m", "read.generated", str(target), "--count", str(notes), "--seed", str(_SEED),
            "--printed", "--every-form",
        ],
        cwd=_TESTS, check=True, capture_output=True,
    )  # fmt: skip
    for truth in target.glob("*.truth.json"):
        truth.unlink()
    return target


def reading(notes: int, runs: int) -> list[Read]:
    """The same notes in each format, one at a time, in a process of their own; the formats in turn."""
    with TemporaryDirectory() as made, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        folder = Path(made)
        texts = drawn(folder, notes)
        files = {end: sorted(texts.glob(f"*{end}")) for end in (".txt", ".docx", ".pdf")}
        return pool.submit(_read, folder, files, runs).result()


def _read(folder: Path, files: Mapping[str, Sequence[Path]], runs: int) -> list[Read]:
    profile = load_profile(shipped_rules())
    files = {**files, ".json": _structured(Reading(profile), files[".txt"])}
    anew = Reading(profile)
    remembering = {end: Reading(profile, ReadingOptions(cache=folder / f"cache{end}")) for end in files}
    cold: dict[str, list[float]] = {end: [] for end in files}
    warm: dict[str, list[float]] = {end: [] for end in files}
    for end, paths in files.items():
        remembering[end].documents(paths)
        anew.documents(paths[:1])
    for _ in range(runs):
        for end, paths in files.items():
            cold[end].append(_seconds(anew, paths))
            if end in REMEMBERED:
                warm[end].append(_seconds(remembering[end], paths))
    return [Read(end, len(paths), tuple(cold[end]), tuple(warm[end])) for end, paths in files.items()]


def _structured(way: Reading, texts: Sequence[Path]) -> list[Path]:
    """What the texts hold, as data."""
    found = []
    for path, document in zip(texts, way.documents(texts), strict=True):
        found.append(path.with_suffix(".json"))
        found[-1].write_text(NotesJson("en").rendered(document.notes), "utf-8")
    return found


def _seconds(way: Reading, paths: Sequence[Path]) -> float:
    before = perf_counter()
    found = way.documents(paths)
    took = perf_counter() - before
    if not all(document.notes for document in found):
        raise RuntimeError("a drawn note was not read; it would be read too fast")
    return took
