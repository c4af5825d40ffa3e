"""Random tables, rules on them and cases, for the differential test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from grantcheck.model.fact import Fact
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef
from grantcheck.rules.tables.grid import Cell
from grantcheck.rules.tables.joined import with_thresholds
from grantcheck.rules.tables.spans import Span
from grantcheck.rules.tables.table import DecisionTable, Input, Row
from grantcheck.rules.tables.words import with_tables
from grantcheck.rules.vocabulary import Field, FieldType

from .books import TEXT, book, rule, vocabulary

if TYPE_CHECKING:
    from grantcheck.rules.rule import RuleBook

WORDS = vocabulary(one="x:count? y:count t:text?", two="z:count? y:count")
FACTS = {"a": "one", "b": "two"}
ASKED = (FieldRef("a", "x"), FieldRef("a", "t"), FieldRef("b", "z"), FieldRef("b", "y"))
NUMBERS = (0, 1, 2, 3)
TEXTS = ("service", "SERVICE", "anlæg", "ANLÆG", "øre")
COMPARED = ("service", "anlæg", "øre")
_CELL = Cell(Path("t.csv"), None, 2, 1, "x")
_OUTPUT = Field(type=FieldType.COUNT, optional=True, means=TEXT)


@dataclass(frozen=True)
class TabledSituation:
    """A book of one rule with one table, and cases."""

    book: RuleBook
    table: DecisionTable
    cases: list[list[Fact]]


def field_of(ref: FieldRef) -> Field:
    return WORDS.kinds[FACTS[ref.alias]].fields[ref.name]


def spans(ref: FieldRef) -> st.SearchStrategy[Span]:
    if field_of(ref).type is FieldType.TEXT:
        return st.sampled_from([Span(), *(Span(text=text) for text in COMPARED)])
    bounds = st.sampled_from([None, *NUMBERS])
    return st.builds(Span, bounds, bounds).filter(
        lambda one: one.low is None or one.high is None or one.low <= one.high
    )


def as_conditions(table: DecisionTable, row: Row) -> Condition:
    """What a row asks, as a rule would write it: what the lookup is held against."""
    parts: list[Condition] = []
    for asked, span in zip(table.inputs, row.spans, strict=True):
        if span.text is not None:
            parts.append(Comparison(asked.ref, "==", span.text))
        if span.low is not None:
            parts.append(Comparison(asked.ref, ">=", span.low))
        if span.high is not None:
            parts.append(Comparison(asked.ref, "<=", span.high))
    return All(tuple(parts))


def _apart(one: Row, other: Row) -> bool:
    """Whether no values fit both, tried out."""
    domains = [
        (*COMPARED, "else") if span.text is not None or against.text is not None else range(-1, 5)
        for span, against in zip(one.spans, other.spans, strict=True)
    ]
    return not any(one.fits(values) and other.fits(values) for values in product(*domains))


@st.composite
def tabled_situations(draw: st.DrawFn) -> TabledSituation:
    """One table over one or two facts, and up to four cases."""
    asked = draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=3, unique=True))
    drawn = draw(
        st.lists(st.tuples(st.tuples(*map(spans, asked)), st.sampled_from(NUMBERS)), min_size=1, max_size=5)
    )
    hit = draw(st.sampled_from(["unique", "first"]))
    rows: list[Row] = []
    for limits, value in drawn:
        row = Row((_CELL,), limits, (_CELL,) * len(limits), {"most": value}, {"most": _CELL})
        if hit == "first" or all(_apart(row, other) for other in rows):
            rows.append(row)
    table = DecisionTable(
        rule="GC901", alias="limit", path=Path("t.csv"), shown_path="t.csv", hit=hit,
        no_row=draw(st.sampled_from(["not_verifiable", "not_applicable"])),
        inputs=tuple(Input(ref, field_of(ref)) for ref in asked),
        outputs={"most": _OUTPUT}, headings=(_CELL,), rows=tuple(rows),
    )  # fmt: skip
    plain = rule({**FACTS, "limit": table.kind}, applies=["a.y >= b.y"], broken=["a.y > limit.most"])
    tabled = with_thresholds(replace(plain, tables=(table,)), (table,))
    cases = draw(st.lists(st.lists(_facts(), max_size=5), min_size=1, max_size=4))
    return TabledSituation(book(with_tables(WORDS, [table]), tabled), table, cases)


@st.composite
def _facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(["one", "two"]))
    fields: dict[str, int | str] = {}
    for name, field in WORDS.kinds[kind].fields.items():
        values = TEXTS if field.type is FieldType.TEXT else NUMBERS
        value = draw(st.sampled_from([*values, None] if field.optional else list(values)))
        if value is not None:
            fields[name] = value
    return Fact(kind, fields)
