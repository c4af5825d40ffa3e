"""Which findings a report lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome

if TYPE_CHECKING:
    from grantcheck.model.report import Report

_SILENT = frozenset({Outcome.HOLDS, Outcome.NOT_APPLICABLE})


def findings_only(report: Report) -> Report:
    """The report without the checks that hold or do not apply; the counts stay as they are."""
    listed = tuple(finding for finding in report.findings if finding.outcome not in _SILENT)
    return report.model_copy(update={"findings": listed})
