"""Engines that break on one of the notes; entry points for a worker's child."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING

from grantcheck.engine.child import serve
from grantcheck.engine.fault import EngineFault
from grantcheck.engine.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.session import Firing

HIT = 1
"""The number of the note that the engine breaks on, in the order of the paths."""


class Raises(Session):
    """Refuses the facts of one note."""

    def run(self, facts: Sequence[tuple[str, str]]) -> list[Firing]:
        if any(json.loads(text)["case"] == HIT for _, text in facts):
            self.break_down()
        return super().run(facts)

    def break_down(self) -> None:
        raise EngineFault("the engine refused the facts (forced)")


class Dies(Raises):
    """Is killed by the facts of one note."""

    def break_down(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def serve_raises() -> None:
    serve(Raises)


def serve_dies() -> None:
    serve(Dies)
