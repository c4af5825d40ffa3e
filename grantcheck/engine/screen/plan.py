"""A rule book compiled to a screen: what the engine need not be asked about a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from grantcheck.engine.envelope import MAX_TEXT_BYTES
from grantcheck.engine.lint import text_bytes
from grantcheck.engine.ruling import Ruling
from grantcheck.engine.screen.columns import columns_of
from grantcheck.engine.screen.source import NumberedRule, join_source, kind_source
from grantcheck.engine.uses import Uses
from grantcheck.model.outcome import Outcome
from grantcheck.rules.comparable import comparable

if TYPE_CHECKING:
    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import RuleBook

Positions = tuple[int, ...]
_Held = list[list[Positions]]
_Reading = Callable[[int, "Fact", _Held, list[Any], list[list[Any]]], bool]
_Joining = Callable[[_Held, list[Any], list[list[Any]]], None]
_SHORT = 200
"""Texts of so many characters are mostly names, which come again and again."""


@dataclass(frozen=True)
class Screened:
    """What is known of a case before the engine is asked."""

    held: list[Ruling]
    """The combinations for which a rule surely holds, in their order."""
    open: list[tuple[int, Positions]]
    """The others to which a rule may apply: its place in the book, and the positions of its facts."""


class Screen:
    """The rules of a book as plain Python. It settles only *holds* and *not applicable*."""

    def __init__(self, book: RuleBook, uses: Uses) -> None:
        self.rules = book.judged
        source, kinds, joins, kept = _source(book, uses)
        names: dict[str, Any] = {"folded": _folded}
        exec(compile(source, "<the rules as a screen>", "exec"), names)  # noqa: S102 - see `truths.Names`
        self.source = source
        self._readings: dict[str, _Reading] = {kind: names[name] for kind, name in kinds.items()}
        self._joins: list[_Joining] = [names[name] for name in joins]
        self._kept = kept
        self._numbers = range(len(self.rules))
        self._in_order = sorted((rule.id, number) for number, rule in enumerate(self.rules))

    def screened(self, case: Sequence[Fact]) -> Screened | None:
        """What is settled and what is open; None where a value is not one that the engine can hold."""
        held: _Held = [[] for _ in self._numbers]
        left: list[tuple[int, Positions]] = []
        rows: list[list[Any]] = [[] for _ in range(self._kept)]
        readings = self._readings
        for position, fact in enumerate(case):
            reading = readings.get(fact.kind)
            if reading is not None and reading(position, fact, held, left, rows):
                return None
        for join in self._joins:
            join(held, left, rows)
        return Screened(self._rulings(held), left)

    def _rulings(self, held: _Held) -> list[Ruling]:
        new, holds = tuple.__new__, Outcome.HOLDS  # twice as fast as the class, for a hundred of each case
        return [
            new(Ruling, (rule, facts, holds, None))
            for rule, number in self._in_order
            for facts in held[number]
        ]


def _source(book: RuleBook, uses: Uses) -> tuple[str, dict[str, str], list[str], int]:
    """The source; by kind, the function that reads its facts; the functions of joins; how many kinds are kept."""
    columns = {kind: columns_of(book.vocabulary.kinds[kind], use) for kind, use in uses.items()}
    rules = [NumberedRule(number, rule) for number, rule in enumerate(book.judged)]
    joined = [one for one in rules if len(one.kinds) > 1]
    kept = {kind: at for at, kind in enumerate(sorted({kind for one in joined for kind in one.kinds}))}
    kinds = {kind: f"kind_{at}" for at, kind in enumerate(sorted(columns))}
    lines: list[str] = []
    for kind, name in kinds.items():
        mine = [one for one in rules if one.kinds == (kind,)]
        lines += kind_source(name, columns[kind], mine, kept.get(kind))
    joins = [f"join_{one.number}" for one in joined]
    for name, one in zip(joins, joined, strict=True):
        lines += join_source(name, one, columns, kept)
    return "\n".join(lines) + "\n", kinds, joins, len(kept)


def _folded(value: object) -> str | None:
    """A text as it is compared; None where the engine cannot hold it."""
    if not isinstance(value, str):
        return None
    if len(value) > _SHORT:
        return _fitting(value)
    return value.lower() if value.isascii() else _fitting_name(value)


def _fitting(text: str) -> str | None:
    size = text_bytes(text)
    return None if size is None or size > MAX_TEXT_BYTES else str(comparable(text))


_fitting_name = lru_cache(maxsize=4_096)(_fitting)
