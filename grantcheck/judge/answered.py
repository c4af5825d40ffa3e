"""Outcomes of a case that a waiver or the baseline answers for are counted apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from grantcheck.judge.verdict import GRAVEST_FIRST, Verdict
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome

Counted = Outcome | Literal["waived", "baselined"]


def counted_outcomes(verdict: Verdict) -> Iterator[Counted]:
    """One count for each rule; where a place of it is unanswered, that place decides."""
    answered: dict[str, list[Finding]] = {}
    for finding in verdict.findings:
        if finding.waiver is not None or finding.baselined:
            answered.setdefault(finding.rule, []).append(finding)
    for rule, outcome in verdict.outcomes.items():
        yield _counted(rule, verdict, answered[rule]) if rule in answered else outcome


def _counted(rule: str, verdict: Verdict, answered: list[Finding]) -> Counted:
    rest = {
        finding.outcome
        for finding in verdict.findings
        if finding.rule == rule and finding.waiver is None and not finding.baselined
    }
    unanswered = next((outcome for outcome in GRAVEST_FIRST if outcome in rest), None)
    if unanswered is not None:
        return unanswered
    return "waived" if any(finding.waiver for finding in answered) else "baselined"
