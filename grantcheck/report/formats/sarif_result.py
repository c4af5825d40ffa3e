"""A finding in a SARIF log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.report.formats.spot import spot_of
from grantcheck.report.standing import Standing, own_standing
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.model.waiver import Waiver
    from grantcheck.report.formats.setting import Checkout
    from grantcheck.report.wording import Wording

# only a failure has a level; *not verifiable* is "open": too little is known to conclude
_KINDS = {
    Standing.ERROR: ("fail", "error"),
    Standing.WARNING: ("fail", "warning"),
    Standing.NOT_VERIFIABLE: ("open", "none"),
    Standing.NOTE: ("informational", "none"),
}


@dataclass(frozen=True)
class Results:
    """Turns findings into SARIF results of one language."""

    words: Wording
    checkout: Checkout
    artifacts: Mapping[str, int]
    """Path to place among the artifacts of the run."""
    rules: Mapping[str, int]
    """Rule number to place among the rules of the run."""
    compared: bool = False
    """Whether a baseline tells what is new."""

    def result(self, finding: Finding, fingerprint: str) -> dict[str, Any]:
        """The finding, with the first evidence as its location and the others as related ones."""
        kind, level = _KINDS[own_standing(finding)]
        first, others = finding.evidence[:1], finding.evidence[1:]
        value: dict[str, Any] = {
            "ruleId": finding.rule,
            "kind": kind,
            "level": level,
            "message": {"text": _message(finding)},
            "locations": [self._location(finding, side) for side in first or (None,)],
        }
        if finding.rule in self.rules:
            value["ruleIndex"] = self.rules[finding.rule]
        if others:
            value["relatedLocations"] = [
                {"id": number} | self._location(finding, side) for number, side in enumerate(others, start=1)
            ]
        value["partialFingerprints"] = {
            "grantcheckFinding/v1": fingerprint,
            "primaryLocationLineHash": f"{fingerprint}:1",
        }
        if self.compared:
            value["baselineState"] = "unchanged" if finding.baselined else "new"
        if finding.waiver is not None:
            value["suppressions"] = [_suppression(finding.waiver)]
        return value | {"properties": _properties(finding)}

    def _location(self, finding: Finding, evidence: Evidence | None) -> dict[str, Any]:
        artifact: dict[str, Any] = {"uri": self.checkout.uri(finding.path)}
        if finding.path in self.artifacts:
            artifact["index"] = self.artifacts[finding.path]
        logical = [{"name": visible(finding.note), "kind": "note"}]
        if evidence is None:
            region: dict[str, Any] = {"startLine": 1}
            return {
                "physicalLocation": {"artifactLocation": artifact, "region": region},
                "logicalLocations": logical,
            }
        spot = spot_of(evidence)
        region = {"startLine": spot.line, "startColumn": spot.column}
        if evidence.text != finding.path:
            region["snippet"] = {"text": visible(evidence.text)}
        role = self.words.roles.get(evidence.role, evidence.role)
        return {
            "physicalLocation": {"artifactLocation": artifact, "region": region},
            "logicalLocations": logical,
            "message": {"text": _inert(f"{role}: {evidence.place}")},
        }


def _message(finding: Finding) -> str:
    parts = (finding.message or finding.title, *finding.calculation, finding.fix)
    return "\n".join(_inert(part) for part in parts if part)


def _inert(text: str) -> str:
    """Viewers make a link of "[text](target)"."""
    return visible(text).replace("](", "] (")


def _suppression(waiver: Waiver) -> dict[str, Any]:
    case = {"caseNumber": visible(waiver.case_number)} if waiver.case_number else {}
    return {
        "kind": "external",
        "justification": visible(waiver.reason),
        "properties": {
            "owner": visible(waiver.owner),
            "approvedBy": visible(waiver.approved_by),
            "approvedOn": waiver.approved_on,
            "expires": waiver.expires,
        }
        | case,
    }


def _properties(finding: Finding) -> dict[str, Any]:
    return {
        "outcome": finding.outcome.value,
        "severity": finding.severity.value if finding.severity else None,
        "note": visible(finding.note),
    }
