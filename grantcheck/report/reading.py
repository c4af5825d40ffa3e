"""Which findings say that a file was not wholly read, or that the program failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome
from grantcheck.rules.reading_rules import READING_RULES

if TYPE_CHECKING:
    from grantcheck.model.report import Report

INTERNAL_FAULT = "GC999"


def not_wholly_read(report: Report) -> tuple[str, ...]:
    """The paths of files that were not wholly read, sorted, each once."""
    return tuple(sorted(_paths_broken(report, READING_RULES)))


def nothing_found(report: Report) -> bool:
    """Whether there was nothing to read; that nothing changed is another matter."""
    return report.summary.documents == 0 and not (report.scope and report.inputs)


def has_internal_fault(report: Report) -> bool:
    """Whether a case could not be judged because of a fault in the program."""
    return bool(_paths_broken(report, frozenset({INTERNAL_FAULT})))


def _paths_broken(report: Report, rules: frozenset[str]) -> set[str]:
    return {
        finding.path
        for finding in report.findings
        if finding.outcome is Outcome.BROKEN and finding.rule in rules
    }
