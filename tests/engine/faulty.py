"""Sessions that fail on the case that holds the word BOOM; entry points for a worker's child."""

from __future__ import annotations

import os
import signal
import sys
import time
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


def serve_nothing() -> None:
    sys.exit(3)


def serve_without_the_engine() -> None:
    def no_engine(_plan: object) -> session.Session:
        raise EngineMissing("No module named 'durable_rules_engine'")

    serve(no_engine)
