"""A Dask cluster of processes on this machine: a scheduler, and workers with their nanny."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0


@dataclass
class LocalCluster:
    """What was started."""

    folder: Path
    address: str
    scheduler: subprocess.Popen[bytes]

    def kill_scheduler(self) -> None:
        self.scheduler.kill()
        self.scheduler.wait()


@contextmanager
def local_cluster(folder: Path, workers: int = 2, allowed_failures: int = 1) -> Iterator[LocalCluster]:
    """A cluster of so many worker processes; a task that killed more than `allowed_failures` is given up."""
    file = folder / "scheduler.json"
    started = []
    try:
        scheduler = _dask(
            folder,
            [
                "scheduler",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--scheduler-file",
                str(file),
                "--no-dashboard",
            ],
            allowed_failures,
        )
        started.append(scheduler)
        address = _written(file)
        if workers:
            many = ["--nworkers", str(workers), "--nthreads", "1", "--no-dashboard"]
            at = ["--host", "127.0.0.1", "--local-directory", str(folder)]
            started.append(_dask(folder, ["worker", address, *many, *at], allowed_failures))
            _registered(folder / "worker.log", workers)
        yield LocalCluster(folder, address, scheduler)
    finally:
        for process in reversed(started):
            _end(process)


def _dask(folder: Path, words: list[str], allowed_failures: int) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests"), *filter(None, [os.environ.get("PYTHONPATH")])])
    told = {
        "PYTHONPATH": paths,
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(allowed_failures),
        "DASK_DISTRIBUTED__WORKER__MEMORY__PAUSE": "False",
        "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False",
    }
    with (folder / f"{words[0]}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            cwd=folder,
            env=os.environ | told,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _written(file: Path) -> str:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            return str(json.loads(file.read_text("utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise TimeoutError(file)


def _registered(log: Path, workers: int) -> None:
    until = time.monotonic() + _PATIENCE
    while log.read_text("utf-8").count("Registered to") < workers:
        if time.monotonic() > until:
            raise TimeoutError(log)
        time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With its children, which are of its session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
