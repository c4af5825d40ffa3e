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
from time import monotonic

from benchmarks.measured import Taken, measured
from benchmarks.reading import drawn

_BARE = "import pydantic, rich, typer, pypdfium2"
_IMPORTS = "python -c 'import pydantic, …'"
"""Beside which the others are told."""
_YEARS = range(2022, 2026)
_ROOT = Path(__file__).parents[1]
_COLD = ", cold"
_WARM = ", warm"
_MANY_COLD = f"{_COLD}: every note anew"


@dataclass(frozen=True)
class Timed:
    """A command."""

    name: str
    taken: tuple[Taken, ...]

    @property
    def median(self) -> float:
        """Seconds from start to end, of the median run."""
        return median(one.seconds for one in self.taken)

    @property
    def processor_seconds(self) -> float:
        """Of all processes, of the median run."""
        return median(one.processor_seconds for one in self.taken)

    @property
    def largest_mib(self) -> float:
        """The most that a process held in any run."""
        return max(one.largest_mib for one in self.taken)

    @property
    def together_mib(self) -> float:
        """The most that all processes held at a time in any run."""
        return max(one.together_mib for one in self.taken)


def commands(notes: int, grants: int, runs: int, cold_runs: int, budget: float) -> list[Timed]:
    """Each command `runs` times, in turn; those that read every note anew `cold_runs` times.

    No round begins after `budget` seconds but the first.
    """
    ends = monotonic() + budget
    with TemporaryDirectory() as made:
        folder = Path(made)
        every = drawn(folder, notes)
        pdf = min(every.glob("*.pdf")).rename(folder / "note.pdf")
        for other in (*every.glob("*.docx"), *every.glob("*.pdf")):
            other.unlink()
        register = _register(folder, grants)
        asked = _asked(every, pdf, register)
        measured(
            next(command for name, command in asked.items() if name.endswith(_WARM)), folder, _env(folder)
        )
        taken: dict[str, list[Taken]] = {name: [] for name in asked}
        for run in range(runs):
            if run and monotonic() > ends:
                break
            for name, command in asked.items():
                if run < cold_runs or _MANY_COLD not in name:
                    taken[name].append(measured(command, folder, _env(folder)))
    return [Timed(name, tuple(found)) for name, found in taken.items()]


def _asked(notes: Path, pdf: Path, register: Path) -> dict[str, list[str]]:
    say = [sys.executable, "-m", "grantcheck"]
    found = {
        _IMPORTS: [sys.executable, "-c", _BARE],
        "grantcheck --version": [*say, "--version"],
        f"audit of one PDF note{_COLD}": [*say, "audit", str(pdf), "--no-cache"],
    }
    many = len(list(notes.iterdir()))
    audit = [*say, "audit", str(notes), "--register", str(register), "-o", "json=audit.json"]
    for jobs in (1, 2):
        one = [*audit, "--jobs", str(jobs)]
        found[f"{many} text notes, register, {jobs} job(s){_WARM}"] = one
        found[f"{many} text notes, register, {jobs} job(s){_MANY_COLD}"] = [*one, "--no-cache"]
    return found


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


def _env(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT), "XDG_CACHE_HOME": str(folder / "cache")}
