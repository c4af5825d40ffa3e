"""One session of durable-rules, in the only shape in which it neither loses facts nor ends the process.

This module also runs alone in a child process, so it imports nothing of grantcheck that takes time.
"""

from __future__ import annotations

import ctypes
import json
import locale
import re
import sys
from typing import TYPE_CHECKING, Any

from grantcheck.engine.fault import EngineFault, EngineMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTINEL = "(sentinel)"
_SENTINEL_RULE = {"all": [{"f0": {"$and": [{"kind": _SENTINEL}]}}], "pri": 1000}
_SENTINEL_FACT = f'{{"kind":"{_SENTINEL}","id":-1,"case":-1}}'
_OPENING_FACT = '{"kind":"(opening)","id":0,"case":-1}'
"""Comes first, since the engine hands out foreign memory where it cannot read the first fact of a batch."""
_STATE = "0"
"""The state that the engine gives facts which name none; there is never another one."""
_MALLOPT = ((-1, 1 << 30), (-2, 1 << 26), (-3, 1 << 25))
"""M_TRIM_THRESHOLD, M_TOP_PAD and M_MMAP_THRESHOLD (its largest value)."""

_BOUND_FACT = re.compile(r'"f(\d)": ?\{"kind": ?"[^"]*", ?"id": ?(\d+)')
"""A fact in the text of a firing, as it was given. Quotes within its texts have a backslash before them."""

Firing = tuple[int, tuple[int, ...]]
"""The number of a rule, and the ids of its facts in the order of its patterns."""


class Session:
    """Rulesets created once, then judging batch after batch.

    Args:
        rulesets: of each, the kinds of facts it is about and its definition as JSON text.

    Raises:
        EngineMissing: durable-rules cannot be imported.
        EngineFault: the process is not fit for it, or it refuses a ruleset.
    """

    def __init__(self, rulesets: Sequence[tuple[Sequence[str], str]]) -> None:
        try:
            import durable_rules_engine  # noqa: PLC0415  (its absence is a fault to report, not to die of)
        except ImportError as error:
            raise EngineMissing(str(error)) from error
        if locale.localeconv()["decimal_point"] != ".":
            raise EngineFault("the process reads numbers with a decimal comma (LC_NUMERIC)")
        _keep_freed_memory()
        self._engine: Any = durable_rules_engine
        self._rulesets: list[tuple[frozenset[str], int]] = []
        for kinds, rules in rulesets:
            handle = self._create(rules)
            self._rulesets.append((frozenset(kinds), handle))
            # Deleting a state that never fired frees an uninitialised pointer; the first one fires here.
            self._judge(handle, [])

    def run(self, facts: Sequence[tuple[str, str]]) -> list[Firing]:
        """All firings for these facts, each given as its kind and its JSON text.

        Raises:
            EngineFault: the engine refused the batch, or dropped part of it; the session is not to be used again.
        """
        return [
            firing
            for kinds, handle in self._rulesets
            if (mine := [text for kind, text in facts if kind in kinds])
            for firing in self._judge(handle, mine)
        ]

    def close(self) -> None:
        """Free the rulesets."""
        while self._rulesets:
            self._engine.delete_ruleset(self._rulesets.pop()[1])

    def _create(self, rules: str) -> int:
        definition = {**json.loads(rules), _SENTINEL: _SENTINEL_RULE}
        try:
            return int(self._engine.create_ruleset("grantcheck", json.dumps(definition, ensure_ascii=False)))
        except Exception as error:
            raise EngineFault(f"the engine refused a ruleset ({error})") from error

    def _judge(self, handle: int, texts: list[str]) -> list[Firing]:
        batch = f"[{', '.join([_OPENING_FACT, *texts, _SENTINEL_FACT])}]"
        try:
            return self._drained(handle, batch)
        except EngineFault:
            raise
        except Exception as error:
            raise EngineFault(f"the engine refused the facts ({error})") from error

    def _drained(self, handle: int, batch: str) -> list[Firing]:
        engine = self._engine
        firings: list[Firing] = []
        sentinels = 0
        _, state = engine.assert_facts(handle, batch)
        answer = engine.start_action_for_state(handle, state)
        firing = answer[1] if answer else None
        while firing:
            name = firing[2 : firing.index('"', 2)]
            if name == _SENTINEL:
                sentinels += 1
            else:
                firings.append((int(name), _bound_ids(firing)))
            firing = engine.complete_and_start_action(handle, state)
        engine.delete_state(handle, _STATE)
        if sentinels != 1:
            raise EngineFault("the engine dropped facts (the last one did not arrive)")
        return firings


def _bound_ids(firing: str) -> tuple[int, ...]:
    bound = sorted(_BOUND_FACT.findall(firing))
    if not bound:
        raise EngineFault(f"the engine answered in another form ({firing[:80]})")
    return tuple([int(fact_id) for _, fact_id in bound])


def _keep_freed_memory() -> None:
    """Without this, every deleted state goes back to the system, and the same work takes three times as long."""
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "gnu_get_libc_version"):
        for setting, value in _MALLOPT:
            library.mallopt(setting, value)
