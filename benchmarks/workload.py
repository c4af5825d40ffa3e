"""The cases and rules that all engines judge: 20 facts a case, 30 rules, 6 of which join two facts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Severity
from grantcheck.model.text import Text
from grantcheck.rules.condition import All, Condition
from grantcheck.rules.parsing import parse_condition
from grantcheck.rules.rule import Branch, Rule, RuleBook
from grantcheck.rules.schema import BranchFile, RuleFile
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

Case = list[Fact]

_FIELDS = {
    "request": "year:year amount:money area:text categories:count horizon:year lines:count",
    "prior": "year:year amount:money area:text agreement:year cancelled:flag",
    "line": "sheet:count row:count year:year stated:money added:money area:text",
    "claim": "year:year amount:money low:money high:money area:text",
}
_COUNTS = {"request": 3, "prior": 7, "line": 6, "claim": 4}
_SINGLE = (
    ("request", "r.lines > 0", "r.year > r.horizon"),
    ("request", "r.area == 'service'", "r.amount < 0"),
    ("request", "r.area != 'service'", "r.amount > 90000000"),
    ("request", "r.categories > 0", "r.categories > 6"),
    ("request", "r.amount > 0", "r.lines == 0"),
    ("request", "r.year >= 2026", "r.horizon < 2026"),
    ("prior", "r.amount > 0", "r.year > 2025"),
    ("prior", "r.cancelled == 1", "r.amount > 0"),
    ("prior", "r.cancelled == 0", "r.amount < 0"),
    ("prior", "r.area == 'anlæg'", "r.agreement > r.year"),
    ("prior", "r.agreement >= 2010", "r.agreement > 2026"),
    ("prior", "r.year >= 2015", "r.year > 2035"),
    ("line", "r.sheet > 0", "r.stated != r.added"),
    ("line", "r.row > 0", "r.row > 60"),
    ("line", "r.area == 'service'", "r.stated < -99000000"),
    ("line", "r.year > 2025", "r.stated > 99000000"),
    ("line", "r.sheet > 3", "r.row > 30"),
    ("line", "r.added != 0", "r.year > 2031"),
    ("claim", "r.amount > 0", "r.amount < r.low"),
    ("claim", "r.amount > 0", "r.amount > r.high"),
    ("claim", "r.area == 'service'", "r.low > r.high"),
    ("claim", "r.year > 2000", "r.year > 2031"),
    ("claim", "r.area == 'overførsler'", "r.amount > 80000000"),
    ("claim", "r.high > 0", "r.low < 0"),
)
_JOINED = (
    ("prior", "request", "a.area == b.area", "a.year >= b.year"),
    ("claim", "request", "a.year == b.year and a.area == b.area", "a.low > b.amount"),
    ("line", "request", "a.year == b.year and a.area == b.area", "a.stated > b.amount"),
    ("claim", "prior", "a.year == b.year and a.area == b.area", "a.high < b.amount"),
    ("line", "prior", "a.year == b.year and a.area == b.area", "a.added < b.amount"),
    ("line", "claim", "a.year == b.year and a.area == b.area", "a.stated < b.low"),
)
_AREAS = ("service", "anlæg", "overførsler")
_TEXT = Text(en="x", da="x")


@dataclass(frozen=True)
class Workload:
    """What is judged."""

    book: RuleBook
    cases: Sequence[Case]


def workload(cases: int, seed: int = 8) -> Workload:
    """The rules with `cases` cases; about every second one has a finding."""
    draw = random.Random(seed)  # noqa: S311 - the same cases in every run
    return Workload(_book(), [_case(draw) for _ in range(cases)])


def _book() -> RuleBook:
    single = [_rule(f"GC1{n:02}", {"r": kind}, *conditions) for n, (kind, *conditions) in enumerate(_SINGLE)]
    joined = [
        _rule(f"GC2{n:02}", {"a": left, "b": right}, *conditions)
        for n, (left, right, *conditions) in enumerate(_JOINED)
    ]
    return RuleBook((*single, *joined), _vocabulary(), sha256="")


def _vocabulary() -> Vocabulary:
    kinds = {
        kind: Kind(
            means=_TEXT,
            fields={
                name: Field(type=FieldType(of), means=_TEXT)
                for name, of in (word.split(":") for word in words.split())
            },
        )
        for kind, words in _FIELDS.items()
    }
    return Vocabulary(kinds=kinds)


def _rule(rule_id: str, facts: dict[str, str], applies: str, broken: str) -> Rule:
    file = RuleFile(
        id=rule_id,
        name="benchmark",
        severity=Severity.ERROR,
        title=_TEXT,
        rationale=_TEXT,
        reference="none",
        facts=facts,
        broken_when=(BranchFile(when=broken),),
        fix=_TEXT,
    )
    parts: list[Condition] = [parse_condition(part) for part in applies.split(" and ")]
    branch = Branch(parse_condition(broken), Severity.ERROR, _TEXT, _TEXT)
    return Rule(file, Path("benchmark.yaml"), All(tuple(parts)), (), All(()), (branch,))


def _case(draw: random.Random) -> Case:
    return [_fact(draw, kind) for kind, count in _COUNTS.items() for _ in range(count)]


def _fact(draw: random.Random, kind: str) -> Fact:
    amount = draw.randrange(1_000, 40_000_000)
    odd = draw.random() < 0.025  # noqa: PLR2004 - of twenty facts every second case has one
    area = draw.choice(_AREAS)
    match kind:
        case "request":
            found = {"year": 2026, "amount": 50_000_000 + amount, "area": area, "horizon": 2029, "lines": 2}
            return Fact(kind, {**found, "categories": 7 if odd else 3})
        case "prior":
            year = 2018 + draw.randrange(8)
            found = {"year": year, "amount": amount, "area": area, "agreement": year - 2}
            return Fact(kind, {**found, "cancelled": int(odd)})
        case "line":
            stated = 41_000_000 + amount // 10
            found = {"sheet": 1, "row": draw.randrange(1, 30), "year": 2026 + draw.randrange(4), "area": area}
            return Fact(kind, {**found, "stated": stated, "added": stated + (100 if odd else 0)})
        case _:
            low, high = 20_000_000, 41_000_000
            found = {"year": 2026 + draw.randrange(4), "area": area, "low": low, "high": high}
            return Fact(kind, {**found, "amount": high + 1 if odd else 30_000_000})
