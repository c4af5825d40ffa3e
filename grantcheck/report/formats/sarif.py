"""SARIF 2.1.0: findings for code scanning and for whoever collects results of many tools."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.model.outcome import Outcome
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.sarif_result import Results
from grantcheck.report.formats.sarif_rule import rule_entry
from grantcheck.report.formats.unique import unique_fingerprints
from grantcheck.report.json_text import json_of
from grantcheck.report.reading import INTERNAL_FAULT, has_internal_fault
from grantcheck.report.selection import findings_only
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.hashed import Hashed
    from grantcheck.model.judged_by import Scope
    from grantcheck.model.report import Report
    from grantcheck.report.formats.setting import Setting

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


@dataclass(frozen=True)
class Sarif:
    """Renders a report as one run of a SARIF log."""

    setting: Setting

    def rendered(self, shown: Report) -> str:
        """The log as JSON text."""
        return json_of({"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run(shown)]})

    def _run(self, report: Report) -> dict[str, Any]:
        places = {entry.path: index for index, entry in enumerate(report.inputs)}
        words, compared = wording(self.setting.language), report.baseline is not None
        results = Results(words, self.setting.checkout, places, self._indices, compared)
        listed = unique_fingerprints(findings_only(report).findings)
        return {
            "tool": {"driver": self._driver(report)},
            "invocations": [self._invocation(report)],
            "artifacts": [self._artifact(entry, report.scope) for entry in report.inputs],
            "columnKind": "unicodeCodePoints",
            "results": [results.result(finding, fingerprint) for finding, fingerprint in listed],
            "properties": _properties(report),
        }

    @property
    def _indices(self) -> dict[str, int]:
        return {rule.id: index for index, rule in enumerate(self.setting.rules)}

    def _driver(self, report: Report) -> dict[str, Any]:
        return {
            "name": "grantcheck",
            "version": report.grantcheck_version,
            "semanticVersion": report.grantcheck_version,
            "language": self.setting.language,
            "rules": [rule_entry(rule, self.setting.language) for rule in self.setting.rules],
        }

    def _invocation(self, report: Report) -> dict[str, Any]:
        if not has_internal_fault(report):
            return {"executionSuccessful": True}
        faults = (
            finding
            for finding in report.findings
            if finding.rule == INTERNAL_FAULT and finding.outcome is Outcome.BROKEN
        )
        notices = [{"level": "error", "message": {"text": visible(fault.message)}} for fault in faults]
        return {"executionSuccessful": False, "toolExecutionNotifications": notices}

    def _artifact(self, entry: Hashed, scope: Scope | None) -> dict[str, Any]:
        judged = scope is None or entry.path in scope.judged
        return {
            "location": {"uri": self.setting.checkout.uri(entry.path)},
            "roles": ["analysisTarget" if judged else "unmodified"],
            "hashes": {"sha-256": entry.sha256},
        }


def _properties(report: Report) -> dict[str, Any]:
    return {
        "asOf": report.as_of,
        "summary": report.summary.model_dump(),
        "judgedBy": report.judged_by.model_dump(),
        "packs": [visible(f"{pack.name} {pack.version}".strip()) for pack in report.rules.packs],
        "turnedOff": [
            {"rule": off.rule, "reason": visible(off.reason), "source": visible(off.source)}
            for off in report.rules.off
        ],
        "scope": report.scope.model_dump(mode="json") if report.scope else None,
    }
