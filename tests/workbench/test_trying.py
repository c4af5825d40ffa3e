"""The tests of rules are run, and what they leave open is told."""

from __future__ import annotations

import pytest
from rules.written import RULE, folder_of, spoilt

from grantcheck.data.fault import DataFault
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.rule_trial import Aspect, RuleTrials
from grantcheck.rules.loading import load_rules
from grantcheck.workbench.trying import try_rules

TESTS_BESIDE = """\
rule: GC103
tests:
  - name: other years do not meet
    facts: {request: {year: 2027, amount: 340000}, prior: {year: 2026, amount: 340000, cancelled: 0}}
    outcome: not_applicable
"""


def tried(folder) -> RuleTrials:
    return try_rules(load_rules(folder), "reference")


def unseen(trials: RuleTrials) -> list[str]:
    return [item.name for item in trials.coverage if not item.seen]


def test_every_shipped_rule_is_shown_whole_by_its_tests():
    found = try_rules(load_rules(shipped_rules()))
    assert [trial for trial in found.trials if trial.problem] == []
    assert found.loose == ()
    assert unseen(found) == []
    assert found.covers(100)


def test_a_test_that_ends_otherwise_is_told_at_its_line(tmp_path):
    (failed,) = tried(folder_of(tmp_path, a=spoilt("outcome: broken", "outcome: holds"))).failed
    assert (failed.path, failed.line) == (tmp_path / "base" / "a.yaml", 23)
    assert failed.problem == "It should end as holds and ends as broken."


def test_a_test_with_another_severity_fails(tmp_path):
    wrong = RULE.rstrip() + "\n    severity: warning\n"
    (failed,) = tried(folder_of(tmp_path, a=wrong)).failed
    assert failed.problem == "It should break as warning and breaks as error."


def test_a_test_of_an_unknown_field_fails_with_its_name(tmp_path):
    (failed,) = tried(folder_of(tmp_path, a=spoilt("cancelled: 0}}", "canceled: 0}}"))).failed
    assert failed.problem.endswith("a prior has no 'canceled'.")


def test_a_test_that_leaves_out_a_field_that_is_always_there_cannot_be_judged(tmp_path):
    (failed,) = tried(
        folder_of(tmp_path, a=spoilt("amount: 340000, cancelled: 0}}", "amount: 340000}}"))
    ).failed
    assert failed.problem.startswith("The facts cannot be judged. Fact 1 (prior): 'cancelled' is missing")


def test_tests_beside_the_rules_are_run_too(tmp_path):
    folder = folder_of(tmp_path, a=RULE)
    (folder / "base" / "a.test.yaml").write_text(TESTS_BESIDE, "utf-8")
    last = tried(folder).trials[-1]
    assert (last.rule, last.name, last.path.name, last.line) == (
        "GC103", "other years do not meet", "a.test.yaml", 3,
    )  # fmt: skip
    assert last.problem is None


def test_tests_of_a_rule_that_is_not_there_are_a_mistake(tmp_path):
    folder = folder_of(tmp_path, a=RULE)
    (folder / "base" / "a.test.yaml").write_text(TESTS_BESIDE.replace("GC103", "GC109"), "utf-8")
    with pytest.raises(DataFault) as caught:
        tried(folder)
    assert (caught.value.line, caught.value.problem) == (1, "There is no rule 'GC109' here.")
    assert caught.value.remedy == "The nearest is GC103."


def test_what_no_test_shows_is_unseen(tmp_path):
    found = tried(folder_of(tmp_path, a=RULE))
    assert unseen(found) == [
        "holds",
        "not_applicable",
        "not_verifiable",
        "broken by branch 2",
        "request.year == prior.year is false",
        "request.amount != 0 is false",
        "prior.amount > 120 is false",
        "prior.cancelled is true",
        "prior.cancelled is false",
    ]
    assert found.counts(Aspect.RULE) == (1, 1)
    assert found.counts(Aspect.CONDITION) == (3, 8)
    assert not found.covers(100)
    assert found.covers(40)


def test_a_failing_test_covers_nothing(tmp_path):
    found = tried(folder_of(tmp_path, a=spoilt("outcome: broken", "outcome: holds")))
    assert found.counts() == (0, len(found.coverage))


def test_a_comparison_that_changes_nothing_when_it_is_flipped_is_loose(tmp_path):
    either = spoilt("request.amount != 0 and prior.amount > 120", "request.amount != 0 or prior.amount > 120")
    loose = tried(folder_of(tmp_path, a=either)).loose
    assert [(one.rule, one.condition, one.line) for one in loose] == [
        ("GC103", "request.amount != 0", 23),
        ("GC103", "prior.amount > 120", 23),
    ]


def test_a_comparison_that_one_test_shows_to_matter_is_not_loose(tmp_path):
    either = spoilt("request.amount != 0 and prior.amount > 120", "request.amount != 0 or prior.amount > 120")
    alone = """\
  - name: a request alone is broken
    facts: {request: {year: 2026, amount: 5}, prior: {year: 2026, amount: 0, cancelled: 0}}
    outcome: broken
"""
    assert [one.condition for one in tried(folder_of(tmp_path, a=either + alone)).loose] == [
        "prior.amount > 120"
    ]


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("limit", ["2025", "prior.year"])
def test_the_smallest_step_over_the_boundary_silences_a_rule(tmp_path, operator, limit):
    """Whatever the operator: were the step too short, the comparison would be loose."""
    year = {"==": 2025, "!=": 2030, "<": 2000, "<=": 2000, ">": 2030, ">=": 2030}[operator]
    text = RULE.replace("request.year == prior.year", f"request.year {operator} {limit}")
    text = text.replace("request: {year: 2026", f"request: {{year: {year}").replace(
        "prior: {year: 2026", "prior: {year: 2025"
    )
    found = tried(folder_of(tmp_path, a=text))
    assert found.failed == ()
    assert found.loose == ()
