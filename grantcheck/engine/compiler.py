"""Rules to rulesets of the engine."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from grantcheck.engine.decision import Code, Said, decisions
from grantcheck.engine.envelope import MAX_PATTERNS_OF_KIND
from grantcheck.engine.flat import FlatRule, flat_rule
from grantcheck.engine.lint import lint_flat_rules, lint_kinds, lint_rule
from grantcheck.engine.uses import Uses, uses_of
from grantcheck.rules.condition import All, Condition, FieldRef, Known, Not
from grantcheck.rules.undecided import Alternative, Truth, alternatives

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from grantcheck.rules.rule import Rule, RuleBook
    from grantcheck.rules.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Rules that the engine judges together."""

    kinds: frozenset[str]
    """The kinds of facts that its rules are about; it is given no others."""
    rules: str
    """The definition, as JSON text. A rule's name is the position of its code."""


@dataclass(frozen=True)
class Compiled:
    """A rule book for the engine."""

    flat: tuple[FlatRule, ...]
    """A rule's name in the engine is its place here."""
    uses: Uses
    """The fields that facts must carry."""

    @cached_property
    def rulesets(self) -> tuple[Ruleset, ...]:
        """What a session is created with."""
        return tuple(_rulesets(self.flat))

    @property
    def codes(self) -> tuple[Code, ...]:
        """What the firing of a rule means, by the number that is its name."""
        return tuple(rule.code for rule in self.flat)

    def saying(self, wanted: Collection[Said]) -> Compiled:
        """The same where the engine need say no more than `wanted`."""
        return Compiled(tuple(rule for rule in self.flat if rule.code.said in wanted), self.uses)


def compile_book(book: RuleBook) -> Compiled:
    """The rules of `book` that conditions decide.

    Raises:
        DataFault: a rule is outside the envelope in which the engine is right.
    """
    for rule in book.judged:
        lint_rule(rule, book.vocabulary)
    uses = uses_of(book)
    lint_kinds(book, uses)
    flat = [flat for rule in book.judged for flat in compile_rule(rule, book.vocabulary)]
    return Compiled(tuple(flat), uses)


def compile_rule(rule: Rule, vocabulary: Vocabulary) -> tuple[FlatRule, ...]:
    """The flat rules that together say everything about `rule`.

    Raises:
        DataFault: one has too many tests, or there are too many of them.
    """
    optional = {ref for ref in rule.fields_read() if _optional(rule, ref, vocabulary)}
    flat = tuple(
        flat_rule(code, rule.file.facts, alternative)
        for code, found in _meanings(rule, optional)
        for alternative in _minimal(found)
    )
    lint_flat_rules(rule, flat)
    return flat


def _optional(rule: Rule, ref: FieldRef, vocabulary: Vocabulary) -> bool:
    return vocabulary.kinds[rule.file.facts[ref.alias]].fields[ref.name].optional


def _meanings(rule: Rule, optional: AbstractSet[FieldRef]) -> Iterator[tuple[Code, frozenset[Alternative]]]:
    def true(*conditions: Condition) -> frozenset[Alternative]:
        return alternatives(All(conditions), Truth.TRUE, optional)

    yield Code(rule.id, Said.APPLIES), true(rule.selects)
    undecided = alternatives(rule.selects, Truth.UNDECIDED, optional)
    without = (true(rule.selects, Not(Known(need))) for need in rule.needs)
    yield Code(rule.id, Said.UNVERIFIABLE), undecided.union(*without)
    ready = (rule.selects, *(Known(need) for need in rule.needs))
    for index, decision in enumerate(decisions(rule)):
        yield Code(rule.id, Said.YES, index), true(*ready, decision)
        yield Code(rule.id, Said.NO, index), true(*ready, Not(decision))


def _minimal(found: AbstractSet[Alternative]) -> list[Alternative]:
    """Without alternatives that another one covers, in a stable order."""
    kept: list[Alternative] = []
    for alternative in sorted(found, key=lambda one: (len(one), sorted(map(repr, one)))):
        if not any(smaller <= alternative for smaller in kept):
            kept.append(alternative)
    return kept


def _rulesets(flat: Sequence[FlatRule]) -> Iterator[Ruleset]:
    """Split so that no kind of fact meets too many patterns; rules about the same kinds stay together."""
    held: dict[str, object] = {}
    load: Counter[str] = Counter()
    for number, rule in sorted(enumerate(flat), key=lambda one: sorted(p.kind for p in one[1].patterns)):
        kinds = Counter(pattern.kind for pattern in rule.patterns)
        if any(load[kind] + count > MAX_PATTERNS_OF_KIND for kind, count in kinds.items()):
            yield _ruleset(held, load)
            held, load = {}, Counter()
        held[str(number)] = rule.definition()
        load += kinds
    if held:
        yield _ruleset(held, load)


def _ruleset(held: dict[str, object], load: Counter[str]) -> Ruleset:
    return Ruleset(frozenset(load), json.dumps(held, ensure_ascii=False))
