"""What a reader's process does: the profile first, then file after file, a line of JSON each way."""

from __future__ import annotations

import json
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from grantcheck.data.fault import DataFault
from grantcheck.data.profile import Profile
from grantcheck.read.reader import read_document

MEMORY_LIMIT = 1 << 30
CPU_SECONDS = 20


def serve() -> None:
    """Answer on standard output what comes on standard input, until that ends.

    The first question is the profile; then each is `{"path": …, "mapping": …, "ocr": …}`, and the answer
    `{"document": …}` or, for a mistake in a mapping file, `{"mistake": [path, line, problem, remedy]}`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    profile = Profile.model_validate_json(json.loads(sys.stdin.readline()))
    _answer({"ready": True})
    for line in sys.stdin:
        _bound_time()
        question = json.loads(line)
        _answer(_read(question, profile))


def _read(question: dict[str, Any], profile: Profile) -> dict[str, object]:
    """The document without its path, which need not be text that JSON can hold."""
    try:
        document = read_document(
            Path(question["path"]),
            "",
            profile,
            mapping=Path(question["mapping"]) if question["mapping"] else None,
            ocr=question["ocr"],
        )
    except DataFault as fault:
        return {"mistake": [str(fault.path), fault.line, fault.problem, fault.remedy]}
    return {"document": document.model_dump_json()}


def _answer(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _bound_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_time() -> None:
    """The kernel counts a process's whole life, so each file moves the limit on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + CPU_SECONDS, resource.RLIM_INFINITY)
    )
