"""Whether two processes do twice the work: each judges half of the cases, which it holds in its own memory."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median
from time import perf_counter

from benchmarks.peers.grantchecks import Grantcheck
from benchmarks.workload import workload


def speedup(cases: int, runs: int) -> float:
    """How many times as fast two processes are as one, by the medians of alternating runs."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(_judged, [100, 100]))
        alone: list[float] = []
        together: list[float] = []
        for _ in range(runs):
            alone.append(max(pool.map(_judged, [cases])))
            together.append(max(pool.map(_judged, [cases, cases])))
    return 2 * median(alone) / median(together)


def _judged(cases: int) -> float:
    made = workload(cases)
    ours = Grantcheck(made)
    before = perf_counter()
    ours.judged(made.cases)
    return perf_counter() - before
