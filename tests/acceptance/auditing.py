"""Audits of fixtures, and what is compared of their findings."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grantcheck.audit import audit
from grantcheck.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
NOTES = FIXTURES / "notes"
CLEAN = FIXTURES / "clean"
BROKEN = FIXTURES / "broken"
SHARED = ROOT.parent / "shared"
SEED = SHARED / "corpus" / "seed" / "BOR02.txt"
CORPUS = SHARED / "corpus" / "notes"

ENGINES = ("durable", "reference")
FOUND = (Outcome.BROKEN, Outcome.NOT_VERIFIABLE, Outcome.NOTED)
_GRAVEST_FIRST = (*FOUND, Outcome.HOLDS, Outcome.NOT_APPLICABLE)

Said = Counter[tuple[Any, ...]]


def audited(*paths: Path, **options: Any) -> Report:
    """An audit of `paths` that lists every outcome."""
    return audit(paths, as_of=date(2026, 11, 23), show_all=True, **options)


def by_file(report: Report) -> dict[str, list[Finding]]:
    """The findings of each file, by its name."""
    files: dict[str, list[Finding]] = {}
    for finding in report.findings:
        files.setdefault(Path(finding.path).name, []).append(finding)
    return files


def outcomes(findings: Iterable[Finding]) -> dict[str, str]:
    """The outcome of each rule: the gravest of its places."""
    seen: dict[str, set[Outcome]] = {}
    for finding in findings:
        seen.setdefault(finding.rule, set()).add(finding.outcome)
    return {rule: next(o.value for o in _GRAVEST_FIRST if o in found) for rule, found in sorted(seen.items())}


def said(findings: Iterable[Finding]) -> dict[str, Said]:
    """What each rule says, place by place, without where the places are."""
    told: dict[str, Said] = {}
    for finding in findings:
        words = (finding.outcome.value, finding.severity, finding.message, finding.calculation)
        told.setdefault(finding.rule, Counter())[words] += 1
    return told
