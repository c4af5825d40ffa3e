"""Reading on a worker that dies; workers import it by name."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.read import cluster

if TYPE_CHECKING:
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.cluster import Sent

HIT = b"deadly"
"""A file that holds this kills the worker."""
_USUAL = cluster.read_there


def read_unless_hit(profile: str, limits: ReadingLimits, files: Sequence[Sent]) -> list[str]:
    if any(HIT in content for _, content in files):
        os.kill(os.getpid(), signal.SIGKILL)
    return _USUAL(profile, limits, files)


def read_after_a_death(mark: str, profile: str, limits: ReadingLimits, files: Sequence[Sent]) -> list[str]:
    """The first worker that gets a batch dies in the middle of it."""
    found = _USUAL(profile, limits, files)
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return found
