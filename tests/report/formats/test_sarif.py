from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from grantcheck.model.format_name import FormatName
from grantcheck.model.location import PageLocation
from grantcheck.model.outcome import Outcome
from grantcheck.model.report import Report
from grantcheck.model.text import Language
from grantcheck.model.waiver import Waiver

from ..conftest import ABOVE, HOLDS, MISSING, NOTED, OFF, PATH, UNREADABLE, report_of
from .rendering import rendered
from .test_hostile_text import HOSTILE, report_on

SCHEMA = json.loads(Path(__file__).with_name("schemas").joinpath("sarif-2.1.0-rtm.5.json").read_text("utf-8"))
WAIVER = Waiver(
    reason="The library was closed for a year.",
    owner="Kultur- og Fritidsforvaltningen",
    approved_by="Økonomiforvaltningen",
    approved_on="2026-09-01",
    expires="2026-12-31",
    case_number="2026-0042",
)


def run(report: Report, language: Language = "en") -> dict[str, Any]:
    (only,) = json.loads(rendered(FormatName.SARIF, report, language))["runs"]
    return only


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_log_follows_the_schema(full_report: Report, language: Language) -> None:
    waived = ABOVE.model_copy(update={"waiver": WAIVER})
    for report in (full_report, report_of(), report_of(waived), report_of(HOLDS, OFF)):
        jsonschema.Draft4Validator(SCHEMA).validate(json.loads(rendered(FormatName.SARIF, report, language)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_follows_it_too(text: str) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(rendered(FormatName.SARIF, report_on(text))))


def test_the_schema_does_refuse() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_only_what_is_broken_fails_and_has_a_level(full_report: Report) -> None:
    ends = {result["ruleId"]: (result["kind"], result["level"]) for result in run(full_report)["results"]}
    assert ends == {
        "GC101": ("informational", "none"),
        "GC202": ("fail", "error"),
        "GC404": ("fail", "warning"),
        "GC601": ("open", "none"),
        "GC901": ("fail", "error"),
    }


def test_checks_that_hold_are_not_results(report_with_all: Report) -> None:
    assert [result["ruleId"] for result in run(report_with_all)["results"]] == ["GC101"]


def test_a_finding_without_a_line_stands_on_the_first() -> None:
    side = ABOVE.evidence[0].model_copy(
        update={"location": PageLocation(page=2, bbox=(1, 2, 3, 4)), "place": "page 2, Tabel 1"}
    )
    results = run(report_of(UNREADABLE, ABOVE.model_copy(update={"evidence": (side,)})))["results"]
    places = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results]
    assert places == [1, 1]
    assert results[1]["locations"][0]["message"]["text"] == "request: page 2, Tabel 1"


def test_the_other_side_is_a_related_location() -> None:
    (result,) = run(report_of(ABOVE))["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 131
    assert related["message"]["text"] == "prior grant: line 131, Tidligere afsatte midler, row 1, 2025"


def test_paths_start_at_the_root_of_the_repository(full_report: Report) -> None:
    only = run(full_report)
    assert only["artifacts"][0]["location"]["uri"] == f"round/{PATH}"
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for r in only["results"]
        for place in r["locations"]
    }
    assert uris == {f"round/{PATH}", "round/notes/scan.txt"}


def test_every_rule_carries_its_help(full_report: Report) -> None:
    only = run(full_report, "da")
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["GC101", "GC404"]
    assert rules[1]["help"]["text"].startswith("Hvorfor: Afrundede rækker")
    assert "&#60;b&#62;kan" in rules[1]["help"]["markdown"]
    assert {r["ruleId"]: r.get("ruleIndex") for r in only["results"]}["GC404"] == 1


def test_fingerprints_stay_and_are_the_finding_s_own() -> None:
    results = run(report_of(ABOVE, MISSING, ABOVE))["results"]
    fingerprints = [result["partialFingerprints"]["grantcheckFinding/v1"] for result in results]
    assert fingerprints == ["5d0c", "0b11", "5d0c-2"]


def test_a_waived_finding_is_suppressed_with_its_reason() -> None:
    waived, plain = run(report_of(ABOVE.model_copy(update={"waiver": WAIVER}), NOTED))["results"]
    (suppression,) = waived["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("external", WAIVER.reason)
    assert suppression["properties"]["caseNumber"] == "2026-0042"
    assert "suppressions" not in plain


def test_a_waiver_without_a_case_number_has_none() -> None:
    waiver = WAIVER.model_copy(update={"case_number": None})
    (waived,) = run(report_of(ABOVE.model_copy(update={"waiver": waiver})))["results"]
    assert "caseNumber" not in waived["suppressions"][0]["properties"]


def test_a_fault_of_the_program_is_no_successful_run(full_report: Report) -> None:
    assert run(full_report)["invocations"] == [{"executionSuccessful": True}]
    fault = UNREADABLE.model_copy(update={"rule": "GC999", "message": "the engine ended"})
    (invocation,) = run(report_of(fault))["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "the engine ended"


def test_a_fault_rule_that_holds_is_no_fault() -> None:
    quiet = UNREADABLE.model_copy(update={"rule": "GC999", "outcome": Outcome.HOLDS})
    assert run(report_of(quiet))["invocations"] == [{"executionSuccessful": True}]
