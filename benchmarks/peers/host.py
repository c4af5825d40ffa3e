"""durable-rules as its documentation uses it: the public Host, with a Python function for each firing."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import process_time
from typing import TYPE_CHECKING, Any

from benchmarks.workload import workload
from grantcheck.engine.compiler import compile_book
from grantcheck.engine.decision import Said as Meaning
from grantcheck.engine.encoding import Asked, encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload


class _Host:
    """In the process where this is made; it starts two threads of its own."""

    def __init__(self, of: Workload) -> None:
        from durable.engine import Host  # noqa: PLC0415

        self._book, self._said, self._first = of.book, [], 0
        self._compiled = compile_book(of.book).saying({Meaning.YES, Meaning.NO})
        rules: dict[str, Any] = {}
        for number, flat in enumerate(self._compiled.flat):
            rules[f"r{number}"] = {**flat.definition(), "run": self._action(flat.code, len(flat.patterns))}
        self._host = Host()
        self._host.register_rulesets({"bench": rules})

    def _action(self, code: Any, aliases: int) -> Any:  # noqa: ANN401
        def fired(c: Any) -> None:  # noqa: ANN401
            facts = tuple(getattr(c, f"f{at}")["id"] - self._first for at in range(aliases))
            self._said.append((code.rule, facts, code.said is Meaning.YES))

        return fired

    def judged(self, cases: Sequence[Case]) -> list[list[Said]]:
        found = []
        encoded = encode(
            [Asked(n, case) for n, case in enumerate(cases)], self._compiled.uses, self._book.vocabulary
        )
        for one in encoded:
            self._said, self._first = [], one.first_id
            self._host.assert_facts("bench", [json.loads(text) for _, text in one.facts])
            self._host.delete_state("bench", None)
            found.append(self._said)
        return found


_here: list[tuple[_Host, Workload]] = []


def _judged_there(cases: int) -> tuple[float, list[list[Said]]]:
    if not _here:
        made = workload(cases)
        _here.append((_Host(made), made))
    host, made = _here[0]
    before = process_time()
    said = host.judged(made.cases)
    return process_time() - before, said


class PublicHost:
    """In a process of its own; it makes the same cases there."""

    name = "durable-rules' public Host"
    share = 0.1

    def __init__(self, of: Workload) -> None:  # noqa: ARG002 - made anew in its process
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self.seconds = 0.0

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        return len(cases)

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        self.seconds, said = self._pool.submit(_judged_there, prepared).result(timeout=600)
        return said

    def close(self) -> None:
        """Ends its process."""
        self._pool.shutdown()
