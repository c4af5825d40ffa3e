"""Whether a case costs the same whether it is one of a thousand or one of a million."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.peers.grantchecks import Grantcheck
from benchmarks.workload import workload

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_ONCE = 1_000
_MEBI = 1024


@dataclass(frozen=True)
class Stage:
    """After so many cases."""

    cases: int
    microseconds: float
    """Of processor time in this process for each of the last thousand."""
    peak_mib: float


def growth(sizes: Sequence[int]) -> list[Stage]:
    """Thousand after thousand through one new process, told at each of `sizes`."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_grown, tuple(sizes)).result()


def _grown(sizes: Sequence[int]) -> list[Stage]:
    made = workload(_AT_ONCE)
    ours = Grantcheck(made)
    found: list[Stage] = []
    recent: list[float] = []
    for done in range(_AT_ONCE, max(sizes) + 1, _AT_ONCE):
        before = process_time()
        ours.judged(made.cases)
        recent = [*islice(reversed(recent), 4), process_time() - before]
        if done in sizes:
            peak = _peak_kib() / _MEBI
            found.append(Stage(done, sorted(recent)[len(recent) // 2] / _AT_ONCE * 1e6, peak))
    return found


def _peak_kib() -> int:
    """The most memory of this process; what `getrusage` tells includes its parent's from before it was started."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
