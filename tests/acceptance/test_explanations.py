"""The tree of conditions says what durable-rules ruled, for every rule, note and combination of facts."""

from __future__ import annotations

from datetime import date

import pytest

from grantcheck.audit import Examined, examined
from grantcheck.engine.judge import judge
from grantcheck.engine.ruling import CaseRulings
from grantcheck.judge.reasoning import Reasoner
from grantcheck.model.explanation import Explanation, Part, Step
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule

from .auditing import FIXTURES

Judged = tuple[Examined, tuple[CaseRulings, ...]]


@pytest.fixture(scope="module")
def fixtures() -> Judged:
    seen = examined([FIXTURES], as_of=date(2026, 11, 23))
    return seen, judge(seen.book, seen.facts, "durable")


def _together(values: list[bool | None]) -> bool | None:
    return False if False in values else None if None in values else True


def _recomputed(step: Step) -> bool | None:
    """The truth of a step from those it is made of; leaves as they are."""
    inner = [_recomputed(each) for each in step.inner]
    match step.kind:
        case "all":
            return _together(inner)
        case "any":
            return True if True in inner else None if None in inner else False
        case "not":
            return None if inner[0] is None else not inner[0]
        case _:
            return step.truth


def _read_off(told: Explanation, rule: Rule) -> Outcome:
    """The outcome that a reader of the tree would come to."""

    def truths(role: str) -> list[bool | None]:
        return [_recomputed(part.step) for part in told.parts if part.role == role]

    applies = _together(truths("applies_when"))
    if applies is False:
        return Outcome.NOT_APPLICABLE
    if applies is None or False in truths("needs"):
        return Outcome.NOT_VERIFIABLE
    if rule.is_observation:
        return Outcome.NOTED if _together(truths("noted_when")) else Outcome.NOT_APPLICABLE
    return Outcome.BROKEN if True in truths("broken_when") else Outcome.HOLDS


def _steps(part: Part) -> list[Step]:
    found, open_steps = [], [part.step]
    while open_steps:
        step = open_steps.pop()
        found.append(step)
        open_steps.extend(step.inner)
    return found


def test_every_tree_ends_as_durable_rules_ruled(fixtures: Judged) -> None:
    seen, rulings = fixtures
    rules = {rule.id: rule for rule in seen.book.rules}
    told = 0
    for case, facts, judged in zip(seen.cases, seen.facts, rulings, strict=True):
        reasoner = Reasoner(case.name, facts, seen.book.vocabulary, "en")
        for ruling in judged.rulings:
            tree = reasoner.of_ruling(rules[ruling.rule], ruling)
            assert (tree.outcome, _read_off(tree, rules[ruling.rule])) == (ruling.outcome,) * 2
            told += 1
    assert told > 1_000


def test_what_came_nearest_is_silent_by_its_own_tree_and_by_the_engine(fixtures: Judged) -> None:
    seen, rulings = fixtures
    for case, facts, judged in zip(seen.cases, seen.facts, rulings, strict=True):
        reasoner = Reasoner(case.name, facts, seen.book.vocabulary, "da")
        for rule in seen.book.judged:
            fired = {
                reasoner.of_ruling(rule, ruling).fingerprint
                for ruling in judged.rulings
                if ruling.rule == rule.id and ruling.outcome in {Outcome.BROKEN, Outcome.NOTED}
            }
            for tree in reasoner.why_not(rule).explanations:
                assert tree.outcome is _read_off(tree, rule)
                assert tree.outcome not in {Outcome.BROKEN, Outcome.NOTED}
                assert tree.fingerprint not in fired


def test_an_undecided_comparison_names_a_missing_value(fixtures: Judged) -> None:
    seen, rulings = fixtures
    rules = {rule.id: rule for rule in seen.book.rules}
    found = 0
    for case, facts, judged in zip(seen.cases, seen.facts, rulings, strict=True):
        reasoner = Reasoner(case.name, facts, seen.book.vocabulary, "en")
        for ruling in judged.rulings:
            for part in reasoner.of_ruling(rules[ruling.rule], ruling).parts:
                for step in _steps(part):
                    if step.kind == "compared":
                        missing = [each for each in step.operands if each.value is None]
                        assert bool(missing) is (step.truth is None)
                        found += bool(missing)
    assert found
