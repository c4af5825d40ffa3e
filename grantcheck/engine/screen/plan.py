"""A rule book compiled to a screen: what the engine need not be asked about a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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

_Reading = Callable[[int, "Fact", list[Ruling], list[Any], list[list[Any]]], bool]
_Joining = Callable[[list[Ruling], list[Any], list[list[Any]]], None]


@dataclass(frozen=True)
class Screened:
    """What is known of a case before the engine is asked."""

    held: list[Ruling]
    """The combinations for which a rule surely holds."""
    open: list[tuple[int, tuple[int, ...]]]
    """The others to which a rule may apply: its place in the book, and the positions of its facts."""


class Screen:
    """The rules of a book as plain Python. It settles only *holds* and *not applicable*."""

    def __init__(self, book: RuleBook, uses: Uses) -> None:
        self.rules = book.judged
        source, kinds, joins, kept = _source(book, uses)
        names: dict[str, Any] = {
            "folded": _folded,
            "new": tuple.__new__,
            "Ruling": Ruling,
            "HOLDS": Outcome.HOLDS,
        }
        exec(compile(source, "<the rules as a screen>", "exec"), names)  # noqa: S102 - see `truths.Names`
        self.source = source
        self._readings: dict[str, _Reading] = {kind: names[name] for kind, name in kinds.items()}
        self._joins: list[_Joining] = [names[name] for name in joins]
        self._kept = kept

    def screened(self, case: Sequence[Fact]) -> Screened | None:
        """What is settled and what is open; None where a value is not one that the engine can hold."""
        held: list[Ruling] = []
        left: list[tuple[int, tuple[int, ...]]] = []
        rows: list[list[Any]] = [[] for _ in range(self._kept)]
        readings = self._readings
        for position, fact in enumerate(case):
            reading = readings.get(fact.kind)
            if reading is not None and reading(position, fact, held, left, rows):
                return None
        for join in self._joins:
            join(held, left, rows)
        return Screened(held, left)


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
    if value.isascii():
        return value.lower() if len(value) <= MAX_TEXT_BYTES else None
    size = text_bytes(value)
    return None if size is None or size > MAX_TEXT_BYTES else str(comparable(value))
