"""Facts paired by key in Python, for engines that judge one flat record at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import Rule

Record = dict[str, Any]
Rows = dict[str, list[tuple[int, Record]]]


def rows_of(case: Sequence[Fact]) -> Rows:
    """The facts of a case by kind, each with its position; texts as they are compared."""
    found: Rows = defaultdict(list)
    for position, fact in enumerate(case):
        found[fact.kind].append((position, {name: comparable(v) for name, v in fact.fields.items()}))
    return found


class Pairs:
    """The combinations of facts that a rule is asked about, as flat records."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.kinds = tuple(rule.file.facts.items())
        parts = rule.applies.inner if isinstance(rule.applies, All) else (rule.applies,)
        self._keys = [(p.left.name, p.right.name) for p in parts if isinstance(p, Comparison) and _is_key(p)]  # type: ignore[union-attr]
        self.rest = All(tuple(part for part in parts if not _is_key(part)))

    def of(self, rows: Rows) -> Iterator[tuple[tuple[int, ...], Record]]:
        """Positions and record."""
        (alias, kind), *others = self.kinds
        if not others:
            for position, record in rows[kind]:
                yield (position,), {f"{alias}_{name}": value for name, value in record.items()}
            return
        ((other, other_kind),) = others
        by_key = defaultdict(list)
        for position, record in rows[other_kind]:
            by_key[tuple(record[right] for _, right in self._keys)].append((position, record))
        for position, record in rows[kind]:
            for second, more in by_key.get(tuple(record[left] for left, _ in self._keys), ()):
                left = {f"{alias}_{name}": value for name, value in record.items()}
                yield (position, second), left | {f"{other}_{name}": value for name, value in more.items()}


def _is_key(part: Condition) -> bool:
    return (
        isinstance(part, Comparison)
        and part.operator == "=="
        and isinstance(part.right, FieldRef)
        and part.left.alias != part.right.alias
    )
