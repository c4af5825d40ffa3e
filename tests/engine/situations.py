"""Random vocabularies, rules and cases for the differential test.

A situation is decoded from a string of bytes: one draw for Hypothesis, which keeps 10 000 situations quick, and
still something it can shrink, since less in the bytes is less in the situation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from grantcheck.model.fact import Fact
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.undecided import may_be_undecided
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

from .books import TEXT, book, built_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.rules.condition import Operator
    from grantcheck.rules.rule import Rule, RuleBook

T = TypeVar("T")

INTEGERS = (0, 1, 2, 2026, -1, -205_000_00, 10**15, 2**63 - 1, -(2**63))
TEXTS = (
    "service", "SERVICE", "ålborg", "ÅLBORG", "A\u030alborg", "ØRE", "øre", "æ", "", "5", "straße", "STRASSE",
    'a"b', "a\\", "a\nb", "a,b}", "{]", "'", "\u0000", "😀", "service ", "serviceår",
)  # fmt: skip
_COMMON = 4
"""So many of the values are what most comparisons are about, so that rules do apply."""
_OPERATORS: tuple[Operator, ...] = ("==", "!=", "<", "<=", ">", ">=")
_BYTES = 500


@dataclass(frozen=True)
class Situation:
    """A rule book with cases to judge by it."""

    book: RuleBook
    cases: list[list[Fact]]


def situations() -> st.SearchStrategy[Situation]:
    """One to three rules over one to three kinds, and one to eight cases."""
    return st.binary(min_size=_BYTES, max_size=_BYTES).map(lambda choices: _Decoder(choices).situation())


class _Decoder:
    """Every choice takes a byte; where there are no more, the simplest is chosen."""

    def __init__(self, choices: bytes) -> None:
        self._choices = iter(choices)

    def below(self, limit: int) -> int:
        return next(self._choices, 0) % limit

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def value(self, field: Field) -> int | str:
        values: Sequence[int | str] = TEXTS if field.type is FieldType.TEXT else INTEGERS
        return values[self.below(_COMMON) if self.below(4) else self.below(len(values))]

    def situation(self) -> Situation:
        words = Vocabulary(kinds={f"kind-{i}": self.kind() for i in range(1 + self.below(3))})
        rules = [_Rules(self, words).rule(f"GC90{i}") for i in range(1 + self.below(3))]
        cases = [[self.fact(words) for _ in range(self.below(8))] for _ in range(1 + self.below(8))]
        return Situation(book(words, *rules), cases)

    def kind(self) -> Kind:
        return Kind(means=TEXT, fields={f"field{i}": self.field() for i in range(1 + self.below(4))})

    def field(self) -> Field:
        kind = FieldType.TEXT if self.below(3) == 2 else FieldType.COUNT
        return Field(type=kind, optional=self.below(2) == 1, means=TEXT)

    def fact(self, words: Vocabulary) -> Fact:
        kind = self.one_of(sorted(words.kinds))
        fields = words.kinds[kind].fields
        there = {name: field for name, field in fields.items() if not field.optional or self.below(4)}
        return Fact(kind, {name: self.value(field) for name, field in there.items()})


class _Rules:
    """Rules of one vocabulary."""

    def __init__(self, decoder: _Decoder, words: Vocabulary) -> None:
        self.pick, self.words = decoder, words
        self.facts: dict[str, str] = {}
        self.fields: dict[FieldRef, Field] = {}

    def rule(self, rule_id: str) -> Rule:
        aliases = (1, 1, 2, 2, 2, 3, 3, 4)[self.pick.below(8)]
        self.facts = {f"a{i}": self.pick.one_of(sorted(self.words.kinds)) for i in range(aliases)}
        self.fields = {
            FieldRef(alias, name): field
            for alias, kind in self.facts.items()
            for name, field in self.words.kinds[kind].fields.items()
        }
        observes = self.pick.below(4) == 3
        applies = self.conditions(4)
        parts = self.conditions(4)
        decided: Condition = All(tuple(parts)) if observes else Any(tuple(parts))
        needs = self.needs(decided)
        return built_rule(
            self.facts, applies, needs, [] if observes else parts, parts if observes else None, rule_id
        )

    def needs(self, decided: Condition) -> list[FieldRef]:
        """A few, and all that the decision needs in order never to be undecided."""
        refs = list(self.fields)
        needs = {self.pick.one_of(refs) for _ in range(self.pick.below(3))}
        optional = {ref for ref in refs if self.fields[ref].optional}
        while (still_open := may_be_undecided(decided, optional - needs)) is not None:
            needs.add(still_open)
        return sorted(needs, key=str)

    def conditions(self, limit: int) -> list[Condition]:
        return [self.condition(depth=2) for _ in range(self.pick.below(limit))]

    def condition(self, depth: int) -> Condition:
        choice = self.pick.below(10) if depth else 0
        if choice < 6:
            return self.comparison()
        if choice == 6:
            return Known(self.pick.one_of(list(self.fields)))
        if choice == 7:
            return Not(self.condition(depth - 1))
        parts = tuple(self.condition(depth - 1) for _ in range(self.pick.below(4)))
        return All(parts) if choice == 8 else Any(parts)

    def comparison(self) -> Comparison:
        left = self.pick.one_of(list(self.fields))
        is_text = self.fields[left].type is FieldType.TEXT
        operator = _OPERATORS[self.pick.below(2 if is_text else 6)]
        if self.pick.below(2):
            alike = [ref for ref, field in self.fields.items() if (field.type is FieldType.TEXT) is is_text]
            return Comparison(left, operator, self.pick.one_of(alike))
        return Comparison(left, operator, self.pick.value(self.fields[left]))
