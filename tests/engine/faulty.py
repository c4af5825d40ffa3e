"""Sessions that fail on the case that holds the word BOOM; entry points for a worker's child."""

from __future__ import annotations

import ctypes
import json
import os
import re
import resource
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.engine import session
from grantcheck.engine.child import serve
from grantcheck.engine.fault import EngineFault, EngineMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.engine.session import Firing

BOOM = "boom"


class FaultySession(session.Session):
    """A session that does `harm` where a fact of the batch says so."""

    harm: Callable[[], None]

    def run(self, facts: Sequence[tuple[str, str]]) -> list[Firing]:
        if any(BOOM in text for _, text in facts):
            type(self).harm()
        return super().run(facts)


class SegmentationFault(FaultySession):
    harm = staticmethod(lambda: os.kill(os.getpid(), signal.SIGSEGV))


class Killed(FaultySession):
    harm = staticmethod(lambda: os.kill(os.getpid(), signal.SIGKILL))


class Exits(FaultySession):
    harm = staticmethod(lambda: sys.exit(7))


class Hangs(FaultySession):
    harm = staticmethod(lambda: time.sleep(60))


class Raises(FaultySession):
    @staticmethod
    def harm() -> None:
        raise EngineFault("the engine refused the facts (error 303)")


class Stumbles(FaultySession):
    """Raises something nobody foresaw."""

    @staticmethod
    def harm() -> None:
        raise KeyError("f0")


class DropsTheTail(session.Session):
    """The engine's own way to drop facts: a number it cannot read ends the batch."""

    def run(self, facts: Sequence[tuple[str, str]]) -> list[Firing]:
        return super().run([(kind, text.replace('"boom"', "1e16")) for kind, text in facts])


PLAN = "DEATHS_OF_THE_ENGINE"
"""The variable that names the folder of the plan."""
_CASE = re.compile(r'"case": ?(\d+)')


def out_of_memory() -> None:
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 27), used + (1 << 27)))
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


WAYS: dict[str, Callable[[], object]] = {
    "SIGSEGV": lambda: ctypes.string_at(0),
    "SIGFPE": lambda: os.kill(os.getpid(), signal.SIGFPE),
    "SIGKILL": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "memory": out_of_memory,
}


class DiesAsTold(session.Session):
    """Dies over the cases of a plan: each time over `always`, the first time only over `once`.

    Of its starts, those in `starts` fail, counted from 1. What was done once stands as a file beside the plan.
    """

    def __init__(self, rulesets: Sequence[tuple[Sequence[str], str]]) -> None:
        self._folder = Path(os.environ[PLAN])
        self._plan = json.loads((self._folder / "plan.json").read_text("utf-8"))
        number = next(number for number in range(1, 1_000_000) if self._first(f"start-{number}"))
        if number in self._plan["starts"]:
            WAYS["SIGKILL"]()
        super().__init__(rulesets)

    def run(self, facts: Sequence[tuple[str, str]]) -> list[Firing]:
        for case in sorted({found[1] for _, text in facts if (found := _CASE.search(text))}):
            if case in self._plan["always"]:
                WAYS[self._plan["always"][case]]()
            if case in self._plan["once"] and self._first(f"case-{case}"):
                WAYS[self._plan["once"][case]]()
        return super().run(facts)

    def _first(self, what: str) -> bool:
        try:
            (self._folder / what).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


def serve_as_told() -> None:
    serve(DiesAsTold)


def serve_segmentation_fault() -> None:
    serve(SegmentationFault)


def serve_killed() -> None:
    serve(Killed)


def serve_exits() -> None:
    serve(Exits)


def serve_hangs() -> None:
    serve(Hangs)


def serve_raises() -> None:
    serve(Raises)


def serve_stumbles() -> None:
    serve(Stumbles)


def serve_drops_the_tail() -> None:
    serve(DropsTheTail)


def serve_nonsense() -> None:
    sys.stdout.write("hello\n")


class OutOfMemory(FaultySession):
    @staticmethod
    def harm() -> None:
        raise MemoryError


def serve_without_memory() -> None:
    serve(OutOfMemory)


def _serve_lines(answer: str) -> None:
    """Ready, and then always the same."""
    said = '{"ready": true}'
    for _ in sys.stdin:
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()
        said = answer


def serve_a_list() -> None:
    _serve_lines("[]")


def serve_other_words() -> None:
    _serve_lines('{"fired": []}')


def serve_no_numbers() -> None:
    _serve_lines('{"firings": [["one", [1]]]}')


def serve_nothing() -> None:
    sys.exit(3)


def serve_without_the_engine() -> None:
    def no_engine(_plan: object) -> session.Session:
        raise EngineMissing("No module named 'durable_rules_engine'")

    serve(no_engine)
