"""GitLab's code quality report: the findings beside the lines of a merge request."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.report.catalogue import wording
from grantcheck.report.formats.spot import spot
from grantcheck.report.formats.unique import unique_fingerprints
from grantcheck.report.selection import findings_only
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import escaped, visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.report.formats.setting import Setting

_SEVERITIES = {
    Standing.ERROR: "critical",
    Standing.WARNING: "major",
    Standing.NOT_VERIFIABLE: "minor",
    Standing.NOTE: "info",
    Standing.WAIVED: "info",
    Standing.BASELINED: "info",
}


@dataclass(frozen=True)
class Gitlab:
    """Renders a report as a list of issues."""

    setting: Setting

    def rendered(self, shown: Report) -> str:
        """The list as JSON text."""
        listed = unique_fingerprints(findings_only(shown).findings)
        issues = [self._issue(finding, fingerprint) for finding, fingerprint in listed]
        return escaped(json.dumps(issues, indent=2, ensure_ascii=False)) + "\n"

    def _issue(self, finding: Finding, fingerprint: str) -> dict[str, Any]:
        where = spot(finding)
        words = wording(self.setting.language)
        answer = answer_of(finding, words)
        place = f" [{visible(where.place)}]" if where.place else ""
        said = visible(finding.message or finding.title)
        return {
            "description": f"{finding.rule} {standing(finding).word(words)}{place}: {said}"
            + (f" {answer}" if answer else ""),
            "check_name": f"{finding.rule} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[standing(finding)],
            "location": {
                "path": self.setting.checkout.path(finding.path),
                "lines": {"begin": where.line},
            },
        }
