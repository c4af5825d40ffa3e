"""Whole rounds as reports: the example notes judged once, and told again under other codes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from grantcheck.audit import audit
from grantcheck.model.report import Report

NOTES = Path(__file__).parents[4] / "fixtures" / "notes"


@cache
def small_round() -> Report:
    """The example notes in all their checks."""
    return audit([NOTES], as_of=date(2025, 9, 1), show_all=True, language="da")


@cache
def large_round(count: int = 500) -> Report:
    """So many notes, each of them like one of the examples."""
    report = small_round()
    found = {heading.path: [] for heading in report.notes}
    for finding in report.findings:
        found[finding.path].append(finding)
    headings, findings = [], []
    for number in range(count):
        like = report.notes[number % len(report.notes)]
        new = {"note": f"{like.note}-{number:03d}", "path": f"runde/{number:03d}.pdf"}
        headings.append(like.model_copy(update=new))
        findings += [finding.model_copy(update=new) for finding in found[like.path]]
    return report.model_copy(update={"notes": tuple(headings), "findings": tuple(findings)})
