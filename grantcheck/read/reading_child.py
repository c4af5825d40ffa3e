"""What the readers' process does: file after file, a line of JSON each way, within limits of memory and time."""

from __future__ import annotations

import base64
import json
import signal
import sys
from typing import TYPE_CHECKING, Any

from grantcheck.read.layout_json import layout_as_json
from grantcheck.read.pdf.reading import read_layout as read_pdf_layout
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from grantcheck.read.blocks import Layout

MEMORY_LIMIT = 1 << 30
CPU_SECONDS = 20
_READERS: dict[str, Callable[[bytes], Layout]] = {".pdf": read_pdf_layout}


def serve() -> None:
    """Answer on standard output what comes on standard input, until that ends.

    A question is `{"suffix": ".pdf", "content": base64}`; the answer holds a `layout` or a `problem`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    for line in sys.stdin:
        _allow_more_time()
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    try:
        layout = _READERS[question["suffix"]](base64.b64decode(question["content"]))
    except RefusedError as refused:
        return {"problem": refused.problem.value}
    except MemoryError:
        return {"problem": Problem.FAILED.value}
    return {"layout": layout_as_json(layout)}


def _limit_memory() -> None:
    """No more memory than a note needs by far, and no core files; where the system has no such limits, none."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_more_time() -> None:
    """So many seconds of computing from now on; then the system ends the process."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    seconds = int(spent.ru_utime + spent.ru_stime) + 1 + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
