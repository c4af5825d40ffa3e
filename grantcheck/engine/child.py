"""What the engine's process does: rulesets first, then batch after batch, a line of JSON each way."""

from __future__ import annotations

import json
import signal
import sys
from typing import TYPE_CHECKING, Any

from grantcheck.engine.fault import EngineFault, EngineMissing
from grantcheck.engine.session import Session
from grantcheck.isolation.memory import bound_memory

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_MEMORY = 4 << 30
"""Bytes; a batch takes some 25 MB. A case that needs more would take the machine down with it."""


def serve(open_session: Callable[[Any], Session] = Session) -> None:
    """Answer on standard output what comes on standard input, until that ends.

    Answers are `{"ready": true}` once, then `{"firings": […]}` for each batch; or `{"missing": why}` or
    `{"fault": what}`, after which the process ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory(_MOST_MEMORY)
    try:
        session = open_session(json.loads(sys.stdin.readline()))
        _answer(ready=True)
        for line in sys.stdin:
            _answer(firings=session.run(json.loads(line)))
    except EngineMissing as missing:
        _answer(missing=missing.reason)
    except MemoryError:
        _answer(fault="the engine needed more memory than it may have")
    except EngineFault as fault:
        _answer(fault=str(fault))


def _answer(**answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
