"""Keeping a fault of the engine to the one case that causes it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from grantcheck.engine.fault import EngineFault, NotStarted
from grantcheck.engine.ruling import CaseRulings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.engine.encoding import EncodedCase
    from grantcheck.engine.session import Firing
    from grantcheck.engine.worker import Runner

_MAX_CASES = 32
_MAX_FACTS = 2_000
"""A fact takes about 11 kB in the engine."""

_STARTS = 3
"""A runner that does not come up is started so often; a busy machine may be out of processes for a moment."""

Read = Callable[["Sequence[EncodedCase]", "Sequence[Firing]"], "Sequence[CaseRulings]"]
"""From the firings of a batch to the rulings of its cases; raises `EngineFault` where the firings are wrong."""


def batches(cases: Sequence[EncodedCase]) -> Iterator[Sequence[EncodedCase]]:
    """The cases in order, so many at a time as the engine takes well; none is empty."""
    batch: list[EncodedCase] = []
    facts = 0
    for case in cases:
        if batch and (len(batch) == _MAX_CASES or facts + len(case.facts) > _MAX_FACTS):
            yield batch
            batch, facts = [], 0
        batch.append(case)
        facts += len(case.facts)
    if batch:
        yield batch


class Contained:
    """A runner that is replaced whenever it fails, and its failures narrowed down.

    Args:
        start: gives a new runner.
        read: makes rulings of what it says.
    """

    def __init__(self, start: Callable[[], Runner], read: Read) -> None:
        self._start = start
        self._read = read
        self._runner: Runner | None = None

    def rulings(self, batch: Sequence[EncodedCase]) -> Iterator[CaseRulings]:
        """The rulings of each case of `batch`, which is halved until a fault is down to one case.

        Raises:
            NotStarted: no runner comes up; it is then of no use to try smaller batches.
        """
        try:
            found = self._run(batch)
        except NotStarted:
            raise
        except EngineFault:
            if len(batch) == 1:
                yield from self._once_more(batch)
                return
            middle = len(batch) // 2
            yield from self.rulings(batch[:middle])
            yield from self.rulings(batch[middle:])
        else:
            yield from found

    def close(self) -> None:
        """End the runner."""
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    def _once_more(self, batch: Sequence[EncodedCase]) -> Sequence[CaseRulings]:
        """A runner may be ended by what lies outside it; a second fault in a row is the case's own."""
        try:
            return self._run(batch)
        except NotStarted:
            raise
        except EngineFault as fault:
            return [CaseRulings((), fault=_sentence(fault))]

    def _run(self, batch: Sequence[EncodedCase]) -> Sequence[CaseRulings]:
        for _ in range(_STARTS - 1):
            with suppress(NotStarted):
                return self._tried(batch)
        return self._tried(batch)

    def _tried(self, batch: Sequence[EncodedCase]) -> Sequence[CaseRulings]:
        if self._runner is None:
            self._runner = self._start()
        try:
            return self._read(batch, self._runner.run([fact for case in batch for fact in case.facts]))
        except BaseException:
            self.close()
            raise


def _sentence(fault: EngineFault) -> str:
    text = str(fault)
    return f"{text[:1].upper()}{text[1:]}."
