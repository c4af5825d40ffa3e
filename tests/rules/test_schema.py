"""A rule file has the shape of what it is: a check is broken, an observation noted, neither both."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import DataFault

from .written import OBSERVATION, RULE, rule_of, spoilt

BRANCHES = RULE[RULE.index("broken_when:") : RULE.index('message: {en: "{request')]
OPEN_ONLY = spoilt(BRANCHES, "", spoilt("severity: error", "severity: null"))


def problem(text: str) -> str:
    with pytest.raises(DataFault) as caught:
        rule_of(text)
    return caught.value.problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (spoilt("noted_when:", "broken_when: [{when: prior.cancelled}]\nnoted_when:", OBSERVATION), "an observation (severity note) is never broken."),
        (spoilt("broken_when:", "noted_when: [prior.cancelled]\nbroken_when:"), "noted_when belongs to observations (severity note)."),
        (spoilt("facts: {prior: prior}\nnoted_when: [prior.year == 2025]", "", OBSERVATION), "a rule needs facts to judge"),
        (spoilt(BRANCHES, ""), "a check needs broken_when"),
    ],
    ids=["broken observation", "noted check", "no facts", "check without branch"],
)  # fmt: skip
def test_a_shape_that_cannot_be_is_refused(text, said):
    assert said in problem(text)


def test_a_rule_without_severity_can_only_stay_open():
    rule = rule_of(OPEN_ONLY)
    assert (rule.file.severity, rule.branches, rule.is_observation) == (None, (), False)


def test_a_rule_of_the_program_itself_needs_neither_facts_nor_branches():
    text = spoilt(BRANCHES, "").replace(
        "facts: {request: request, prior: prior}", "reported_by_program: true"
    )
    kept = [line for line in text.splitlines() if line.split(":")[0] in {"id", "name", "severity", "title", "rationale", "reference", "reported_by_program", "fix"}]  # fmt: skip
    assert rule_of("\n".join(kept)).file.reported_by_program


def test_a_rule_without_noted_when_notes_everything_it_applies_to():
    assert rule_of(spoilt("noted_when: [prior.year == 2025]\n", "", OBSERVATION)).noted.inner == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("GC103", "GC1030", "'id': String should match pattern"),
        ("GC103", "gc103", "'id': String should match pattern"),
        ("name: overlap", "name: Over Lap", "'name': String should match pattern"),
        ("severity: error", "severity: grave", "'severity': Input should be 'error', 'warning' or 'note'"),
        ("severity: error", "severty: error", "'severty' is not a known key."),
        ("severity: error\n", "", "'severity' is missing."),
        ("- when: prior", "- wen: prior", "'wen' is not a known key."),
        ("outcome: broken", "outcome: passed", "'tests.0.outcome': Input should be 'holds', 'broken', "),
        ("da: Tag året ud", "de: Nehmt das Jahr heraus", "'de' is not a known key."),
        ("facts: {request: {year", "facts: {request: 5, x: {year", "'tests.0.facts.request"),
    ],
)
def test_a_word_the_schema_does_not_know_is_refused(before, after, said):
    assert problem(spoilt(before, after)).startswith(said)


@pytest.mark.parametrize("rule_id", ["GC103", "ODENSE001", "KBH100"])
def test_another_municipality_may_number_its_own_rules(rule_id):
    assert rule_of(spoilt("id: GC103", f"id: {rule_id}")).id == rule_id
