"""Tables from file to file: grantcheck beside plain Python on the same Parquet, at growing sizes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from benchmarks.bulk_tables import AS_OF, BulkTables, make_tables
from benchmarks.measured import Taken, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

ONE_JOB, TWO_JOBS, PLAIN = "grantcheck, one job", "grantcheck, two jobs", "plain Python"
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class BulkRuns:
    """One way of judging, at one size."""

    name: str
    cases: int
    taken: tuple[Taken, ...]
    trouble: str = ""
    """Why there is no figure."""

    @property
    def seconds(self) -> float:
        """From start to end, of the median run."""
        return median(one.seconds for one in self.taken)

    @property
    def processor_seconds(self) -> float:
        """Of all processes, of the median run."""
        return median(one.processor_seconds for one in self.taken)

    @property
    def rate(self) -> float:
        """Cases for each second of a processor, with everything from start to end."""
        return self.cases / self.processor_seconds

    @property
    def largest_mib(self) -> float:
        """The most that a process held in any run."""
        return max(one.largest_mib for one in self.taken)

    @property
    def together_mib(self) -> float:
        """The most that all processes held at a time in any run."""
        return max(one.together_mib for one in self.taken)


def bulk(sizes: Sequence[int], runs: int, budget: float) -> list[BulkRuns]:
    """Every way at every size, `runs` times in turn; plain Python gets a figure only for the same findings.

    No round begins after `budget` seconds but the first of each size.
    """
    ends = monotonic() + budget
    with TemporaryDirectory() as made:
        return [
            one
            for cases in sizes
            for one in _at_size(make_tables(Path(made) / f"{cases}", cases), runs, ends)
        ]


def flatness(found: Sequence[BulkRuns], name: str) -> float | None:
    """What a case costs between the two largest sizes, by what it costs between the two before; the start is taken off.

    None where fewer than three sizes were run.
    """
    own = [one for one in found if one.name == name]
    if len(own) < len(("a", "b", "c")):
        return None
    costs = [
        (later.processor_seconds - one.processor_seconds) / (later.cases - one.cases)
        for one, later in pairwise(own)
    ]
    return costs[-1] / costs[-2]


def _at_size(tables: BulkTables, runs: int, ends: float) -> list[BulkRuns]:
    folder = tables.proposals.parent
    commands = _commands(tables)
    env = {**os.environ, "PYTHONPATH": str(_ROOT)}
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for run in range(runs):
        if run and monotonic() > ends:
            break
        for name, command in commands.items():
            taken[name].append(measured(command, folder, env))
    trouble = {name: _difference(_findings(folder, ONE_JOB), _findings(folder, name)) for name in commands}
    return [
        BulkRuns(name, tables.cases, () if trouble[name] else tuple(found), trouble[name])
        for name, found in taken.items()
    ]


def _commands(tables: BulkTables) -> dict[str, list[str]]:
    folder = tables.proposals.parent
    found = {}
    for jobs, name in enumerate((ONE_JOB, TWO_JOBS), 1):
        found[name] = [
            sys.executable, "-m", "grantcheck", "audit", "--proposals", str(tables.proposals),
            "--register", str(tables.allocations), "--series", str(tables.series), "--as-of", AS_OF,
            "--jobs", str(jobs), "--findings", str(_findings(folder, name)),
        ]  # fmt: skip
    found[PLAIN] = [
        sys.executable, "-m", "benchmarks.plain_tables",
        str(tables.proposals), str(tables.allocations), str(_findings(folder, PLAIN)),
    ]  # fmt: skip
    return found


def _findings(folder: Path, name: str) -> Path:
    return folder / f"{name.replace(' ', '-').replace(',', '')}.parquet"


def _difference(ours: Path, theirs: Path) -> str:
    """How two files of findings differ in rows, rules and outcomes; empty where they do not."""
    import duckdb  # noqa: PLC0415 - of the extra for benchmarks

    each = [
        f"SELECT row, rule, outcome, count(*) AS many FROM '{file}' GROUP BY ALL" for file in (ours, theirs)
    ]
    counted = [
        duckdb.execute(f"SELECT count(*), min(row) FROM (({one}) EXCEPT ({other}))").fetchall()[0]
        for one, other in (each, each[::-1])
    ]
    if not any(many for many, _ in counted):
        return ""
    (lost, first_lost), (added, first_added) = counted
    return f"{lost} findings less (row {first_lost}), {added} more (row {first_added})"
