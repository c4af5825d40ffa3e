"""The shipped rules, and rulings on hand-made facts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from builders import FLAT, at, case_of, note_of

from grantcheck.data.shipped import shipped_rules
from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.judge.verdict import Verdict, verdict
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.text import Text
from grantcheck.rules.loading import load_rules

if TYPE_CHECKING:
    from grantcheck.model.outcome import Outcome
    from grantcheck.model.text import Language
    from grantcheck.rules.rule import Rule, RuleBook


@cache
def book() -> RuleBook:
    return load_rules(shipped_rules())


def shipped(rule_id: str) -> Rule:
    rule = book().rule(rule_id)
    assert rule is not None
    return rule


def trace(text: str, line: int) -> Trace:
    place = at(line)
    return Trace(role="request", text=text, place=place.described(), location=place)


def total(*traces: Trace, name: str = "Vagt", **quantities: int) -> Fact:
    """A sum, the fact that GC401 and GC404 judge."""
    fields = {"scope": "row", "computed": 0, "stated": 0, "difference": 0, "allowance": 0, **quantities}
    return Fact("sum", fields, {"name": Text(en=name, da=name), "terms": ()}, traces=traces)


def ruling(outcome: Outcome, *facts: int, rule: str = "GC401", branch: int | None = None) -> Ruling:
    return Ruling(rule, facts, outcome, branch)


def judged(
    facts: list[Fact], *rulings: Ruling, language: Language = "en", fault: str | None = None
) -> Verdict:
    """The verdict on facts of one note."""
    return verdict(case_of(note_of(request=FLAT)), facts, CaseRulings(rulings, fault), book(), language)
