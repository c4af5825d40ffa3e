"""What the engine's process does: rulesets first, then batch after batch, a line of JSON each way."""

from __future__ import annotations

import json
import signal
import sys
from typing import TYPE_CHECKING, Any

from grantcheck.engine.fault import EngineFault, EngineMissing
from grantcheck.engine.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable


def serve(open_session: Callable[[Any], Session] = Session) -> None:
    """Answer on standard output what comes on standard input, until that ends.

    Answers are `{"ready": true}` once, then `{"firings": […]}` for each batch; or `{"missing": why}` or
    `{"fault": what}`, after which the process ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        session = open_session(json.loads(sys.stdin.readline()))
        _answer(ready=True)
        for line in sys.stdin:
            _answer(firings=session.run(json.loads(line)))
    except EngineMissing as missing:
        _answer(missing=missing.reason)
    except EngineFault as fault:
        _answer(fault=str(fault))


def _answer(**answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
