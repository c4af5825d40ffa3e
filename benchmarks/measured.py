"""What a command takes with all processes that it starts: time, processor time, memory.

`python measured.py FIGURES COMMAND…` runs it from a small process that inherits what the command leaves behind, so that
no process is missed, and writes the figures as JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

_LOOKS_EVERY = 0.02
_PR_SET_CHILD_SUBREAPER = 36
_KIBI = 1024


@dataclass(frozen=True)
class Taken:
    """What one run took."""

    seconds: float
    """From start to end, as a person waits."""
    processor_seconds: float
    """Of all its processes."""
    largest_mib: float
    """The most that any one of its processes held."""
    together_mib: float
    """The most that all of them held at a time; what two of them share counts twice."""
    code: int


def measured(command: list[str], folder: Path, env: dict[str, str] | None = None) -> Taken:
    """Run a command in a folder.

    Raises:
        RuntimeError: it ended otherwise than an audit does.
    """
    with TemporaryDirectory() as own:
        figures, said = Path(own) / "figures.json", Path(own) / "said"
        with said.open("wb") as output:
            subprocess.run(
                [sys.executable, __file__, str(figures), *command],
                cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL, stderr=output,
            )  # fmt: skip
        found = Taken(**json.loads(figures.read_text("utf-8")))
        if found.code not in {0, 1, 4}:
            raise RuntimeError(f"{' '.join(command)}: {said.read_text('utf-8')[-400:]}")
        return found


class _Memory(Thread):
    """Looks at a process and its descendants again and again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.ended = Event()
        self.largest = self.together = 0

    def run(self) -> None:
        while not self.ended.wait(_LOOKS_EVERY):
            held = [_held(pid) for pid in _descendants(os.getpid())]
            self.largest = max([self.largest, *(most for _, most in held)])
            self.together = max(self.together, sum(now for now, _ in held))


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(word) for word in task.read_text("ascii").split()]
        except OSError:
            continue
        for child in children:
            found += [child, *_descendants(child)]
    return found


def _held(pid: int) -> tuple[int, int]:
    """KiB now, and the most so far."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0, 0
    known = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(known.get("VmRSS", 0)), int(known.get("VmHWM", 0))


def _run(command: list[str]) -> Taken:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    memory = _Memory()
    memory.start()
    before = perf_counter()
    code = subprocess.run(command, check=False).returncode
    seconds = perf_counter() - before
    while _left():
        pass
    memory.ended.set()
    memory.join()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(
        seconds,
        spent.ru_utime + spent.ru_stime,
        memory.largest / _KIBI,
        max(memory.together, memory.largest) / _KIBI,
        code,
    )


def _left() -> bool:
    """Waits for a process that the command left behind; whether there was one."""
    try:
        os.wait()
    except ChildProcessError:
        return False
    return True


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(asdict(_run(sys.argv[2:]))), "utf-8")
