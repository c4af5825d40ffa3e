"""What a reader's process does: the profile first, then file after file, a line of JSON each way."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

from grantcheck.data.fault import DataFault
from grantcheck.data.profile import Profile
from grantcheck.isolation.memory import bound_memory
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.read.reader import read_document


def serve() -> None:
    """Answer on standard output what comes on standard input, until that ends.

    The first question is `{"profile": …, "limits": …}`; then each is `{"path": …, "mapping": …, "ocr": …}`, and the answer
    `{"document": …}`, for a mistake in a mapping file `{"mistake": [path, line, problem, remedy]}`, and
    `{"exhausted": "memory"}` where the file needs more than there is.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = json.loads(sys.stdin.readline())
    profile, limits = Profile.model_validate_json(first["profile"]), ReadingLimits(**first["limits"])
    bound_memory(limits.memory_bytes)
    _answer({"ready": True})
    for line in sys.stdin:
        question = json.loads(line)
        _bound_time(limits.computing(ocr=question["ocr"]))
        _answer(_read(question, profile, limits))


def serve_pdf() -> None:
    """As `serve`, with what reads PDF files imported before the first question."""
    import grantcheck.read.laid_out  # noqa: PLC0415
    import grantcheck.read.pdf.reading  # noqa: F401, PLC0415

    serve()


def serve_word() -> None:
    """As `serve`, with what reads Word files imported before the first question."""
    import grantcheck.read.docx.layout  # noqa: PLC0415
    import grantcheck.read.laid_out  # noqa: F401, PLC0415

    serve()


def _read(question: dict[str, Any], profile: Profile, limits: ReadingLimits) -> dict[str, object]:
    """The document without its path, which need not be text that JSON can hold."""
    try:
        document = read_document(
            Path(question["path"]),
            "",
            profile,
            limits,
            mapping=Path(question["mapping"]) if question["mapping"] else None,
            ocr=question["ocr"],
        )
    except DataFault as fault:
        return {"mistake": [str(fault.path), fault.line, fault.problem, fault.remedy]}
    except MemoryError:
        return {"exhausted": "memory"}
    return {"document": document.model_dump_json()}


def _answer(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _bound_time(allowed: int) -> None:
    """So many seconds of computing from now on, also for a program that is started; then the system ends it.

    The system counts a process's whole life, so each file moves the limit on.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + allowed, most))
