"""Random vocabularies, rules and cases for the differential test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from grantcheck.model.fact import Fact
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.undecided import may_be_undecided
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

from .books import TEXT, book, built_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.rules.rule import Rule, RuleBook

Draw = st.DrawFn

INTEGERS = (0, 1, 2, -1, 2025, 2026, 205_000_00, -205_000_00, 10**15, 2**63 - 1, -(2**63))
TEXTS = (
    "service", "SERVICE", "anlæg", "ANLÆG", "Ångström", "A\u030angström", "ØRE", "øre", "", "5", "straße",
    "STRASSE", 'a"b', "a\\", "a\nb", "a,b}", "{]", "'", "\u0000", "😀", "service ", "serviceår",
)  # fmt: skip
_OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
_SMALL = st.integers(0, 3)


@dataclass(frozen=True)
class Situation:
    """A rule book with cases to judge by it."""

    book: RuleBook
    cases: list[list[Fact]]


@st.composite
def situations(draw: Draw) -> Situation:
    """One or two rules over one to three kinds, and one to four cases."""
    words = draw(_vocabularies())
    rules = [draw(_rules(words, f"GC90{number}")) for number in range(draw(st.integers(1, 2)))]
    return Situation(book(words, *rules), draw(st.lists(_cases(words), min_size=1, max_size=4)))


@st.composite
def _vocabularies(draw: Draw) -> Vocabulary:
    kinds = {}
    for number in range(draw(st.integers(1, 3))):
        shapes = draw(st.lists(_SMALL, min_size=1, max_size=4))
        kinds[f"kind-{number}"] = Kind(
            means=TEXT, fields={f"field{i}": _FIELDS[shape] for i, shape in enumerate(shapes)}
        )
    return Vocabulary(kinds=kinds)


_FIELDS = [
    Field(type=kind, optional=optional, means=TEXT)
    for kind in (FieldType.COUNT, FieldType.TEXT)
    for optional in (True, False)
]


@st.composite
def _cases(draw: Draw, words: Vocabulary) -> list[Fact]:
    return [draw(_facts(words)) for _ in range(draw(st.integers(0, 5)))]


@st.composite
def _facts(draw: Draw, words: Vocabulary) -> Fact:
    kind = draw(st.sampled_from(sorted(words.kinds)))
    fields: dict[str, int | str] = {}
    for name, field in words.kinds[kind].fields.items():
        values = TEXTS if field.type is FieldType.TEXT else INTEGERS
        index = draw(st.integers(0, len(values) * 2 if field.optional else len(values) * 2 - 1))
        if index < len(values) * 2:
            fields[name] = values[index // 2 if index < len(values) else (index % len(values)) % 4]
        elif field.optional:
            continue
    return Fact(kind, fields)


@st.composite
def _rules(draw: Draw, words: Vocabulary, rule_id: str) -> Rule:
    kinds = draw(st.lists(st.sampled_from(sorted(words.kinds)), min_size=1, max_size=4))
    facts = {f"a{index}": kind for index, kind in enumerate(kinds)}
    refs = [FieldRef(alias, name) for alias, kind in facts.items() for name in words.kinds[kind].fields]
    optional = {ref for ref in refs if _field(words, facts, ref).optional}
    shape = draw(_SMALL)
    applies = draw(st.lists(_conditions(words, facts, refs), max_size=3))
    needs = set(draw(st.lists(st.sampled_from(refs), max_size=2)))
    parts = draw(st.lists(_conditions(words, facts, refs), max_size=3))
    noted, broken = (parts, []) if shape == 0 else (None, parts)
    decided: Condition = All(tuple(parts)) if noted is not None else Any(tuple(parts))
    while (still_open := may_be_undecided(decided, optional - needs)) is not None:
        needs.add(still_open)
    return built_rule(facts, applies, sorted(needs, key=str), broken, noted, rule_id)


def _field(words: Vocabulary, facts: dict[str, str], ref: FieldRef) -> Field:
    return words.kinds[facts[ref.alias]].fields[ref.name]


@st.composite
def _conditions(
    draw: Draw, words: Vocabulary, facts: dict[str, str], refs: Sequence[FieldRef], depth: int = 2
) -> Condition:
    choice = draw(st.integers(0, 9))
    if depth == 0 or choice < 6:
        return draw(_comparisons(words, facts, refs))
    if choice == 6:
        return Known(draw(st.sampled_from(refs)))
    inner = _conditions(words, facts, refs, depth - 1)
    if choice == 7:
        return Not(draw(inner))
    parts = tuple(draw(st.lists(inner, max_size=2)))
    return All(parts) if choice == 8 else Any(parts)


@st.composite
def _comparisons(
    draw: Draw, words: Vocabulary, facts: dict[str, str], refs: Sequence[FieldRef]
) -> Comparison:
    left = draw(st.sampled_from(refs))
    is_text = _field(words, facts, left).type is FieldType.TEXT
    operator = draw(st.sampled_from(_OPERATORS[:2] if is_text else _OPERATORS))
    alike = [ref for ref in refs if (_field(words, facts, ref).type is FieldType.TEXT) is is_text]
    if draw(st.booleans()):
        return Comparison(left, operator, draw(st.sampled_from(alike)))
    return Comparison(left, operator, draw(st.sampled_from(TEXTS if is_text else INTEGERS)))
