from __future__ import annotations

import json
from typing import Any

from grantcheck.model.format_name import FormatName
from grantcheck.model.location import SheetLocation
from grantcheck.model.report import Report

from ..conftest import ABOVE, HOLDS, report_of
from .rendering import rendered


def issues(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rendered(FormatName.GITLAB, report))
    return found


def test_every_issue_has_what_the_platform_asks_for(full_report: Report) -> None:
    for issue in issues(full_report):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_severities_follow_how_a_finding_stands(full_report: Report) -> None:
    severities = {issue["check_name"][:5]: issue["severity"] for issue in issues(full_report)}
    assert severities == {
        "GC101": "info",
        "GC202": "critical",
        "GC404": "major",
        "GC601": "minor",
        "GC901": "critical",
    }


def test_no_fingerprint_comes_twice() -> None:
    fingerprints = [issue["fingerprint"] for issue in issues(report_of(ABOVE, ABOVE, ABOVE))]
    assert fingerprints == ["5d0c", "5d0c-2", "5d0c-3"]


def test_a_place_without_lines_is_in_the_description() -> None:
    side = ABOVE.evidence[0].model_copy(
        update={"location": SheetLocation(sheet="Ark1", cell="B7"), "place": "sheet Ark1, cell B7"}
    )
    (issue,) = issues(report_of(ABOVE.model_copy(update={"evidence": (side,)})))
    assert issue["description"].startswith("GC202 error [sheet Ark1, cell B7]: The note asks")


def test_checks_that_hold_are_no_issues() -> None:
    assert issues(report_of(HOLDS)) == []
