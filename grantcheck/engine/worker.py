"""A session in a process of its own, so that a crash of the engine costs one case and not the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

from grantcheck.engine.fault import EngineFault, EngineMissing, NotStarted
from grantcheck.isolation.process import ChildProcess, ProcessEnded
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.encoding import KindAndText
    from grantcheck.engine.session import Firing

_NAME = Text(en="the engine", da="motoren")
_PATIENCE = 20.0
"""Seconds for one batch, which takes milliseconds."""


class Runner(Protocol):
    """What judges batches: a session, here or elsewhere."""

    def run(self, facts: Sequence[KindAndText], /) -> Sequence[Firing]:
        """All firings for these facts; raises `EngineFault`, after which it is not to be used again."""

    def close(self) -> None:
        """Release what it holds."""


class Worker:
    """A child process with a session.

    Args:
        rulesets: what the session judges by.
        entry: the `module:function` that the child runs.
        patience: seconds after which a batch counts as hanging.

    Raises:
        NotStarted: the system gives no process.
    """

    def __init__(
        self,
        rulesets: Sequence[Ruleset],
        entry: str = "grantcheck.engine.child:serve",
        patience: float = _PATIENCE,
    ) -> None:
        try:
            self._child = ChildProcess(entry, _NAME, patience)
        except ProcessEnded as ended:
            raise NotStarted(f"The rule engine did not start: {ended}") from ended
        self._plan = [(sorted(ruleset.kinds), ruleset.rules) for ruleset in rulesets]
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def exit_code(self) -> int | None:
        """How the child ended; None while it runs."""
        return self._child.exit_code

    def run(self, facts: Sequence[KindAndText]) -> list[Firing]:
        """All firings for these facts.

        Raises:
            EngineMissing: the child cannot import durable-rules.
            EngineFault: the session failed, died or hangs; `NotStarted` if it did so before the first batch.
        """
        if not self._ready:
            self._start()
        answer = self._asked(facts)
        try:
            return [(int(rule), tuple(map(int, ids))) for rule, ids in answer["firings"]]
        except (KeyError, TypeError, ValueError) as error:
            raise EngineFault("the engine's process answered nonsense") from error

    def close(self) -> None:
        """End the child, gently if it is well."""
        self._child.close()

    def _start(self) -> None:
        try:
            self._asked(self._plan)
        except EngineFault as fault:
            raise NotStarted(f"The rule engine did not start: {fault}") from fault
        self._ready = True

    def _asked(self, question: object) -> dict[str, Any]:
        try:
            answer = self._child.asked(question)
        except ProcessEnded as ended:
            raise EngineFault(str(ended)) from ended
        if "missing" in answer:
            raise EngineMissing(answer["missing"])
        if "fault" in answer:
            raise EngineFault(answer["fault"])
        return answer
