"""Judging on a worker that dies of some cases; workers import it by name."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grantcheck.engine import cluster

if TYPE_CHECKING:
    from grantcheck.engine.cluster import Numbered
    from grantcheck.engine.ruling import CaseRulings
    from grantcheck.model.judged_by import EngineName

HIT = 1
"""The number of the case that kills the worker."""
_USUAL = cluster.judged_there


def judged_unless_hit(book: bytes, engine: EngineName, cases: Sequence[Numbered]) -> tuple[CaseRulings, ...]:
    if any(number == HIT for number, _ in cases):
        os.kill(os.getpid(), signal.SIGKILL)
    return _USUAL(book, engine, cases)


def judged_slowly(book: bytes, engine: EngineName, cases: Sequence[Numbered]) -> tuple[CaseRulings, ...]:
    time.sleep(0.3)
    return _USUAL(book, engine, cases)
