"""A session in a process of its own, so that a crash of the engine costs one case and not the run."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from threading import Timer
from typing import TYPE_CHECKING, Any, Protocol, Self

from grantcheck.engine.fault import EngineFault, EngineMissing, NotStarted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.encoding import KindAndText
    from grantcheck.engine.session import Firing

_PATIENCE = 20.0
"""Seconds for one batch, which takes milliseconds."""
_FAREWELL = 2.0


class Runner(Protocol):
    """What judges batches: a session, here or elsewhere."""

    def run(self, facts: Sequence[KindAndText], /) -> Sequence[Firing]:
        """All firings for these facts; raises `EngineFault`, after which it is not to be used again."""

    def close(self) -> None:
        """Release what it holds."""


class Worker:
    """A child process with a session.

    Not through `multiprocessing`: that would import the program's main module again, with all it imports.

    Args:
        rulesets: what the session judges by.
        entry: the `module:function` that the child runs.
        patience: seconds after which a batch counts as hanging.
    """

    def __init__(
        self,
        rulesets: Sequence[Ruleset],
        entry: str = "grantcheck.engine.child:serve",
        patience: float = _PATIENCE,
    ) -> None:
        self._patience = patience
        self._hangs = False
        self._ready = False
        module, _, function = entry.partition(":")
        program = f"import sys; sys.path[:] = {sys.path!r}; from {module} import {function}; {function}()"
        self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [sys.executable, "-X", "utf8", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._plan = [(sorted(ruleset.kinds), ruleset.rules) for ruleset in rulesets]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def exit_code(self) -> int | None:
        """How the child ended; None while it runs."""
        return self._process.poll()

    def run(self, facts: Sequence[KindAndText]) -> list[Firing]:
        """All firings for these facts.

        Raises:
            EngineMissing: the child cannot import durable-rules.
            EngineFault: the session failed, died or hangs; `NotStarted` if it did so before the first batch.
        """
        if not self._ready:
            self._start()
        answer = self._asked(facts)
        return [(rule, tuple(ids)) for rule, ids in answer["firings"]]

    def close(self) -> None:
        """End the child, gently if it is well."""
        process = self._process
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not yet written cannot be written to the dead
                    continue
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _start(self) -> None:
        try:
            self._asked(self._plan)
        except EngineFault as fault:
            raise NotStarted(f"The rule engine did not start: {fault}") from fault
        self._ready = True

    def _asked(self, question: object) -> dict[str, Any]:
        line = self._exchanged(json.dumps(question) + "\n")
        if not line.endswith("\n"):
            raise EngineFault(self._how_it_ended())
        try:
            answer: dict[str, Any] = json.loads(line)
        except ValueError as error:
            raise EngineFault("the engine's process answered nonsense") from error
        if "missing" in answer:
            raise EngineMissing(answer["missing"])
        if "fault" in answer:
            raise EngineFault(answer["fault"])
        return answer

    def _exchanged(self, line: str) -> str:
        """The child's next line; less than a line where it ended instead."""
        incoming, outgoing = self._process.stdin, self._process.stdout
        if incoming is None or outgoing is None:
            return ""
        watch = Timer(self._patience, self._give_up)
        watch.start()
        try:
            incoming.write(line)
            incoming.flush()
            return outgoing.readline()
        except OSError:
            return ""
        finally:
            watch.cancel()

    def _give_up(self) -> None:
        self._hangs = True
        self._process.kill()

    def _how_it_ended(self) -> str:
        if self._hangs:
            return f"the engine gave no answer within {self._patience:g} seconds"
        try:
            code = self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            return "the engine's process fell silent"
        if code < 0:
            names = {one.value: one.name for one in signal.Signals}
            return f"the engine's process died of {names.get(-code, f'signal {-code}')}"
        return f"the engine's process ended with exit code {code}"
