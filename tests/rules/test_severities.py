"""An office may make a check graver or lighter; nothing else has a severity to change."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import UnfitSetting
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.outcome import Severity
from grantcheck.rules.loading import load_rules
from grantcheck.rules.severities import with_severities

BOOK = load_rules(shipped_rules())
CHECKS = [rule.id for rule in BOOK.rules if rule.branches]


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_every_check_may_have_another_severity(severity):
    book = with_severities(BOOK, dict.fromkeys(CHECKS, severity))
    for rule in book.rules:
        if rule.id in CHECKS:
            assert {rule.file.severity, *(branch.severity for branch in rule.branches)} == {severity}
        else:
            assert rule is BOOK.rule(rule.id)


def test_what_is_not_named_stays():
    book = with_severities(BOOK, {"GC204": Severity.ERROR})
    assert [rule.id for rule, own in zip(book.rules, BOOK.rules, strict=True) if rule != own] == ["GC204"]
    assert with_severities(BOOK, {}) == BOOK
    assert book.sha256 == BOOK.sha256


@pytest.mark.parametrize(
    ("rule", "problem", "remedy"),
    [
        ("gc204", "There is no rule 'gc204'.", "The nearest check is GC204."),
        ("GC2044", "There is no rule 'GC2044'.", "The nearest check is GC204."),
        ("GC101", "GC101 is an observation: it informs, and is never broken.", "Take it out"),
        ("GC203", "GC203 has no severity: it can only end as not verifiable.", "Take it out"),
        ("GC999", "GC999 reports faults of the program, which nothing makes lighter.", "Take it out"),
    ],
)
def test_what_is_no_check_is_told(rule, problem, remedy):
    with pytest.raises(UnfitSetting) as caught:
        with_severities(BOOK, {rule: Severity.ERROR})
    assert (caught.value.key, caught.value.problem) == (("severities", rule), problem)
    assert caught.value.remedy.startswith(remedy)
