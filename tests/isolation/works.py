"""Work for a cluster in tests: workers import it by name."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from grantcheck.isolation import versions

DEADLY = -1


def doubled(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


def doubled_slowly(batch: Sequence[int]) -> list[int]:
    time.sleep(0.2)
    return doubled(batch)


def doubled_until_deadly(batch: Sequence[int]) -> list[int]:
    """An item that kills the process it is worked on in."""
    if DEADLY in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(batch)


def killed_once(marks: Sequence[str]) -> list[int]:
    """The first process that gets each mark is killed, the next is not; its answer is its number."""
    for mark in marks:
        if not Path(mark).exists():
            Path(mark).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [os.getpid() for _ in marks]


def first_only(batch: Sequence[int]) -> list[int]:
    return doubled(batch[:1])


def refused(batch: Sequence[int]) -> list[int]:
    raise PermissionError(13, "not for you", "/there")


def how_many(batch: Sequence[int]) -> list[int]:
    """Of each item, how many came with it, itself counted."""
    return [len(batch) for _ in batch]


def with_another_library() -> str:
    """As from a machine with another one where tests run; workers and scheduler answer truly."""
    return "0.1.0 (lxml 1.0)" if "pytest" in sys.modules else versions.described()
