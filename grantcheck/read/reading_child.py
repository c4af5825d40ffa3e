"""What the readers' process does: file after file, a line of JSON each way, within limits of memory and time."""

from __future__ import annotations

import base64
import json
import signal
import sys
from typing import TYPE_CHECKING, Any, Protocol

from grantcheck.read.layout_json import layout_as_json
from grantcheck.read.ocr.tesseract import PAGE_SECONDS
from grantcheck.read.pdf.reading import read_layout as read_pdf_layout
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from grantcheck.read.blocks import Layout

    class _LayoutReader(Protocol):
        def __call__(self, raw: bytes, *, ocr: bool) -> Layout: ...


MEMORY_LIMIT = 1 << 30
CPU_SECONDS = 20
_READERS: dict[str, _LayoutReader] = {".pdf": read_pdf_layout}


def serve() -> None:
    """Answer on standard output what comes on standard input, until that ends.

    A question is `{"suffix": ".pdf", "content": base64, "ocr": false}`; the answer holds a `layout` or a `problem`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    for line in sys.stdin:
        question = json.loads(line)
        _allow_more_time(CPU_SECONDS + PAGE_SECONDS if question["ocr"] else CPU_SECONDS)
        sys.stdout.write(json.dumps(_answer(question)) + "\n")
        sys.stdout.flush()


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    try:
        layout = _READERS[question["suffix"]](base64.b64decode(question["content"]), ocr=question["ocr"])
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


def _allow_more_time(allowed: int) -> None:
    """So many seconds of computing from now on; then the system ends the process, and one that it starts."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    seconds = int(spent.ru_utime + spent.ru_stime) + 1 + allowed
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
