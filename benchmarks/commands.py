"""What a person waits for: start-up, one note, many notes with a register."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

_BARE = "import pydantic, rich, typer, pypdfium2"
_YEARS = range(2022, 2026)
_TESTS = Path(__file__).parents[1] / "tests"


@dataclass(frozen=True)
class Timed:
    """A command."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Of its runs."""
        return median(self.seconds)


def commands(notes: int, grants: int, runs: int, pdf: Path | None) -> list[Timed]:
    """Each command `runs` times, in turn; `pdf` is a note to audit cold."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        drawn = _drawn(folder, notes)
        register = _register(folder, grants)
        say = [sys.executable, "-m", "grantcheck"]
        asked = {
            f"python -c '{_BARE}'": [sys.executable, "-c", _BARE],
            "grantcheck --version": [*say, "--version"],
            f"audit of {notes} notes, warm, {grants} grants known": [
                *say, "audit", str(drawn), "--register", str(register), "-o", "json=audit.json",
            ],
        }  # fmt: skip
        if pdf:
            asked["audit of one PDF note, cold"] = [*say, "audit", str(pdf.resolve()), "--no-cache"]
        for command in asked.values():
            _seconds(command, folder)
        taken: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(runs):
            for name, command in asked.items():
                taken[name].append(_seconds(command, folder))
    return [Timed(name, tuple(seconds)) for name, seconds in taken.items()]


def _drawn(folder: Path, notes: int) -> Path:
    drawn = folder / "notes"
    subprocess.run(
        [sys.executable, "-m", "read.generated", str(drawn), "--count", str(notes), "--seed", "8"],
        cwd=_TESTS, check=True, capture_output=True,
    )  # fmt: skip
    for other in (*drawn.glob("*.json"), *drawn.glob("*.docx")):
        other.unlink()
    return drawn


def _register(folder: Path, grants: int) -> Path:
    listed, register = folder / "allocations.csv", folder / "register.sqlite"
    with listed.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            [
                "grant",
                "agreement",
                "control_area",
                "committee",
                "appropriation",
                "activity",
                "price_level",
                "year",
                "amount",
            ]
        )
        for grant in range(grants):
            for year in _YEARS:
                rows.writerow(
                    [f"G{grant:05} indsats", "Budget 2022", "service", "Børneudvalget", "Skole",
                     f"{grant % 90} aktivitet", 2025, year, 100_000 + grant]
                )  # fmt: skip
    command = [
        sys.executable,
        "-m",
        "grantcheck",
        "register",
        "import",
        str(listed),
        "--register",
        str(register),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return register


def _seconds(command: list[str], folder: Path) -> float:
    home = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    before = perf_counter()
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=home)
    took = perf_counter() - before
    if ended.returncode not in {0, 1, 4}:
        raise RuntimeError(f"{' '.join(command)}: {ended.stderr.decode()[-400:]}")
    return took
