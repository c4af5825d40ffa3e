"""Every shipped rule proves itself: its own tests, on both engines."""

from __future__ import annotations

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.engine.judge import judge
from grantcheck.judge.verdict import outcome_of
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.rules.loading import load_rules
from grantcheck.rules.rule import Rule
from grantcheck.rules.situation import facts_of

BOOK = load_rules(shipped_rules())
SITUATIONS = [(rule, test) for rule in BOOK.judged for test in rule.file.tests]


@pytest.fixture(scope="module")
def rulings():
    """Both engines' rulings on every situation, a case each."""
    cases = [facts_of(rule, test, BOOK.vocabulary) for rule, test in SITUATIONS]
    return {engine: judge(BOOK, cases, engine) for engine in ("durable", "reference")}


@pytest.mark.parametrize("engine", ["durable", "reference"])
@pytest.mark.parametrize("number", range(len(SITUATIONS)), ids=[f"{r.id} {t.name}" for r, t in SITUATIONS])
def test_a_situation_ends_as_its_rule_says(rulings, engine, number):
    rule, situation = SITUATIONS[number]
    judged = rulings[engine][number]
    own = [ruling for ruling in judged.rulings if ruling.rule == rule.id]
    assert judged.fault is None
    assert outcome_of(rule, own) is situation.outcome
    if situation.severity is not None:
        assert {rule.branches[ruling.branch].severity for ruling in own} == {situation.severity}


def _expected_outcomes(rule: Rule) -> set[Outcome]:
    if rule.file.severity is None:
        return {Outcome.NOT_VERIFIABLE, Outcome.NOT_APPLICABLE}
    decided = {Outcome.NOTED} if rule.file.severity is Severity.NOTE else {Outcome.HOLDS, Outcome.BROKEN}
    open_end = {Outcome.NOT_VERIFIABLE} if rule.needs else set()
    return decided | open_end | {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize("rule", BOOK.judged, ids=lambda rule: rule.id)
def test_a_rule_shows_every_outcome_it_can_have(rule):
    assert _expected_outcomes(rule) <= {test.outcome for test in rule.file.tests}


@pytest.mark.parametrize("rule", BOOK.judged, ids=lambda rule: rule.id)
def test_every_branch_of_a_rule_is_seen_to_break(rule, rulings):
    seen = {
        ruling.branch
        for number, (other, _) in enumerate(SITUATIONS)
        if other is rule
        for ruling in rulings["durable"][number].rulings
        if ruling.rule == rule.id and ruling.outcome is Outcome.BROKEN
    }
    assert seen == set(range(len(rule.branches)))


def test_no_derived_field_is_the_whole_condition_of_one_rule_alone():
    readers: dict[tuple[str, str], set[str]] = {}
    for rule in BOOK.judged:
        for ref in rule.fields_read():
            readers.setdefault((rule.file.facts[ref.alias], ref.name), set()).add(rule.id)
    facades = []
    for rule in BOOK.judged:
        read = {(rule.file.facts[ref.alias], ref.name) for ref in rule.fields_read()}
        if len(read) == 1 and readers[read.copy().pop()] == {rule.id}:
            facades.append(rule.id)
    assert facades == []


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_file_is_named_after_its_rule(rule):
    assert rule.path.stem == f"{rule.id}_{rule.file.name}".lower().replace("-", "_")


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_a_rule_speaks_both_languages_and_shows_evidence(rule):
    texts = [rule.file.title, rule.file.rationale, rule.file.fix]
    texts += [text for text in (rule.file.message, rule.file.unverified) if text]
    texts += [branch.message for branch in rule.branches]
    assert all(text.en.strip() and text.da.strip() and text.en != text.da for text in texts)
    assert rule.file.evidence or rule.file.reported_by_program
