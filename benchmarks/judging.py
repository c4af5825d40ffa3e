"""Cases a second from facts in memory to every outcome, on one core, beside the peers."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.peers.clips import Clips
from benchmarks.peers.duckdb_query import DuckDb
from benchmarks.peers.expression_engines import Cel, CelPython, RuleEngine, Zen
from benchmarks.peers.grantchecks import Grantcheck, GrantcheckInProcess, Reference, Unscreened
from benchmarks.peers.host import PublicHost
from benchmarks.peers.plain_python import PlainPython
from benchmarks.peers.rego import Rego
from benchmarks.workload import workload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.workload import Workload

PEERS = (
    Grantcheck, GrantcheckInProcess, PlainPython, Unscreened, PublicHost, Reference, Cel, CelPython, Zen, Clips, RuleEngine,
    Rego, DuckDb,
)  # fmt: skip


@dataclass
class Measured:
    """A peer's runs."""

    name: str
    cases: int = 0
    seconds: tuple[float, ...] = ()
    trouble: str = ""
    """Why there is no figure."""

    @property
    def rate(self) -> float | None:
        """Cases a second, by the median run."""
        return self.cases / median(self.seconds) if self.seconds else None


@dataclass
class _Runner:
    peer: Any
    prepared: Any
    measured: Measured

    def run(self) -> None:
        before = busy_seconds()
        self.peer.judged(self.prepared)
        took = getattr(self.peer, "seconds", None) or busy_seconds() - before
        self.measured.seconds += (took,)


def judging(cases: int, runs: int) -> list[Measured]:
    """Every peer on the same cases, run after run in turn; those with other outcomes get no figure."""
    made = workload(cases)
    with one_core():
        expected = [sorted(case) for case in PlainPython(made).judged(PlainPython(made).prepared(made.cases))]
        runners = [_runner(kind, made, expected) for kind in PEERS]
        for _ in range(runs):
            for runner in runners:
                if not runner.measured.trouble:
                    runner.run()
        for runner in runners:
            getattr(runner.peer, "close", lambda: None)()
    return [runner.measured for runner in runners]


def _runner(kind: Any, made: Workload, expected: Any) -> _Runner:  # noqa: ANN401
    count = max(5, int(len(made.cases) * kind.share))
    measured = Measured(kind.name, count)
    try:
        peer = kind(made)
        prepared = peer.prepared(made.cases[:count])
        judged = peer.judged(prepared)
        said = peer.said(judged) if hasattr(peer, "said") else judged
        if [sorted(case) for case in said] != expected[:count]:
            measured.trouble = "other outcomes"
    except ImportError as error:
        return _Runner(None, None, Measured(kind.name, 0, (), f"not installed ({error.name})"))
    except Exception as error:  # noqa: BLE001 - a peer that fails is told, and the others go on
        return _Runner(None, None, Measured(kind.name, 0, (), f"{type(error).__name__}: {error}"[:160]))
    return _Runner(peer, prepared, measured)


def busy_seconds() -> float:
    """What this process and those it started and that ended took of a core; others at work do not count."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


@contextmanager
def one_core() -> Iterator[None]:
    """This process and those it starts on one core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
