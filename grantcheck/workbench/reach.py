"""What conditions can never do: contradict each other, hide a branch, break nothing, or repeat another rule."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from typing import TYPE_CHECKING

from grantcheck.model.text import Text
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not, fields_of
from grantcheck.rules.undecided import Truth, alternatives, contradictory
from grantcheck.workbench.intervals import possible
from grantcheck.workbench.written import field_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.rules.rule import Rule
    from grantcheck.rules.vocabulary import FieldType, Vocabulary


@dataclass(frozen=True)
class Unreachable:
    """Something in a rule that can never be."""

    at: KeyPath
    problem: Text
    remedy: Text


@dataclass(frozen=True)
class _Fields:
    types: Mapping[FieldRef, FieldType]
    optional: frozenset[FieldRef]

    def can_be_true(self, *conditions: Condition) -> bool:
        found = alternatives(All(conditions), Truth.TRUE, self.optional)
        return any(possible(one, self.types) for one in found)

    def implies(self, first: Condition, second: Condition) -> bool:
        """Whether the second is true wherever the first is."""
        true = alternatives(first, Truth.TRUE, self.optional)
        other = [
            one
            for truth in (Truth.FALSE, Truth.UNDECIDED)
            for one in alternatives(second, truth, self.optional)
        ]
        both = (a | b for a, b in product(true, other))
        return not any(not contradictory(one) and possible(one, self.types) for one in both)


def unreachable(rule: Rule, vocabulary: Vocabulary) -> Iterator[Unreachable]:
    """The parts of a rule that can never come about."""
    fields = _fields(rule, vocabulary)
    if not fields.can_be_true(rule.applies):
        yield Unreachable(
            ("applies_when",),
            Text(en="applies_when contradicts itself.", da="applies_when modsiger sig selv."),
            Text(en="Change one of its parts.", da="Ændr en af dens dele."),
        )
        return
    if rule.is_observation:
        if not fields.can_be_true(*_ready(rule), rule.noted):
            problem = Text(
                en="noted_when can never be true where the rule applies.",
                da="noted_when kan aldrig være sand, hvor reglen gælder.",
            )
            yield Unreachable(
                ("noted_when",),
                problem,
                Text(en="Change it, or change applies_when.", da="Ændr den, eller ændr applies_when."),
            )
        return
    yield from _branches(rule, fields)
    if rule.branches and not fields.can_be_true(*_ready(rule), rule.holds):
        problem = Text(
            en="the rule can never hold: where it applies it is always broken.",
            da="reglen kan aldrig holde: hvor den gælder, er den altid brudt.",
        )
        yield Unreachable(
            ("broken_when",),
            problem,
            Text(
                en="Say in broken_when what is wrong, not when it applies.",
                da="Skriv i broken_when, hvad der er galt, ikke hvornår reglen gælder.",
            ),
        )


def _branches(rule: Rule, fields: _Fields) -> Iterator[Unreachable]:
    for number, branch in enumerate(rule.branches):
        at = ("broken_when", number)
        earlier = [Not(other.when) for other in rule.branches[:number]]
        if not fields.can_be_true(branch.when):
            yield Unreachable(
                at,
                Text(en="this branch contradicts itself.", da="denne gren modsiger sig selv."),
                Text(en="Change one of its parts.", da="Ændr en af dens dele."),
            )
        elif not fields.can_be_true(*_ready(rule), branch.when):
            problem = Text(
                en="this branch can never be true where the rule applies.",
                da="denne gren kan aldrig være sand, hvor reglen gælder.",
            )
            yield Unreachable(
                at,
                problem,
                Text(en="Change it, or change applies_when.", da="Ændr den, eller ændr applies_when."),
            )
        elif not fields.can_be_true(*_ready(rule), *earlier, branch.when):
            problem = Text(
                en="this branch can never be reached: an earlier one is true wherever it is.",
                da="denne gren nås aldrig: en tidligere er sand overalt, hvor den er.",
            )
            yield Unreachable(
                at,
                problem,
                Text(
                    en="Move it up, narrow the earlier one, or take it out.",
                    da="Flyt den op, gør den tidligere snævrere, eller tag den ud.",
                ),
            )


def always_together(one: Rule, other: Rule, vocabulary: Vocabulary) -> bool:
    """Whether two rules speak of the same kinds of facts, and each fires wherever the other does."""
    if not (_fires(one) and _fires(other)) or _read(one) != _read(other):
        return False
    types = {ref: field_type(one, ref, vocabulary) for ref in one.fields_read()}
    first, optional = _firing(one), _fields(one, vocabulary).optional
    for names in permutations(one.file.facts):
        renamed = dict(zip(other.file.facts, names, strict=True))
        if any(other.file.facts[old] != one.file.facts[new] for old, new in renamed.items()):
            continue
        second = _renamed(_firing(other), renamed)
        if not set(fields_of(second)) <= set(types):
            continue
        fields = _Fields(types, optional)
        if fields.implies(first, second) and fields.implies(second, first):
            return True
    return False


def _fires(rule: Rule) -> bool:
    return rule.is_observation or bool(rule.branches)


def _read(rule: Rule) -> list[object]:
    """Its kinds and the fields it reads, in an order of their own."""
    read = {(rule.file.facts[ref.alias], ref.name) for ref in rule.fields_read()}
    return [sorted(rule.file.facts.values()), sorted(read)]


def _firing(rule: Rule) -> Condition:
    return All((*_ready(rule), rule.noted if rule.is_observation else rule.broken))


def _ready(rule: Rule) -> tuple[Condition, ...]:
    return (rule.applies, *(Known(need) for need in rule.needs))


def _fields(rule: Rule, vocabulary: Vocabulary) -> _Fields:
    refs = set(rule.fields_read())
    kinds, facts = vocabulary.kinds, rule.file.facts
    optional = frozenset(ref for ref in refs if kinds[facts[ref.alias]].fields[ref.name].optional)
    return _Fields({ref: field_type(rule, ref, vocabulary) for ref in refs}, optional)


def _renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    match condition:
        case Comparison(left, operator, right):
            other = _field(right, names) if isinstance(right, FieldRef) else right
            return Comparison(_field(left, names), operator, other)
        case Known(field):
            return Known(_field(field, names))
        case Not(inner):
            return Not(_renamed(inner, names))
        case All(parts):
            return All(tuple(_renamed(part, names) for part in parts))
        case Any(parts):
            return Any(tuple(_renamed(part, names) for part in parts))


def _field(ref: FieldRef, names: Mapping[str, str]) -> FieldRef:
    return FieldRef(names[ref.alias], ref.name)
