from __future__ import annotations

import json

from grantcheck.model.report import Report
from grantcheck.report.json_text import JsonText

CONTRACT = [
    "schema_version",
    "grantcheck_version",
    "as_of",
    "inputs",
    "rules",
    "parameters",
    "summary",
    "findings",
]
FINDING = [
    "rule",
    "name",
    "outcome",
    "severity",
    "note",
    "path",
    "message",
    "evidence",
    "calculation",
    "fix",
    "fingerprint",
]
EVIDENCE = ["role", "text", "amount", "year", "price_level", "location"]


def in_order(keys: list[str], wanted: list[str]) -> bool:
    return [key for key in keys if key in wanted] == wanted


def test_keys_stand_as_in_the_contract(full_report: Report) -> None:
    value = json.loads(JsonText().rendered(full_report))
    assert in_order(list(value), CONTRACT)
    assert all(in_order(list(finding), FINDING) for finding in value["findings"])
    assert all(
        in_order(list(side), EVIDENCE) for finding in value["findings"] for side in finding["evidence"]
    )


def test_letters_are_not_escaped_and_the_text_ends_with_a_line_break(full_report: Report) -> None:
    text = JsonText().rendered(full_report)
    assert "Natåbne læsesale" in text
    assert text.endswith("}\n")


def test_the_same_report_gives_the_same_bytes(full_report: Report) -> None:
    again = Report.model_validate_json(JsonText().rendered(full_report))
    assert JsonText().rendered(again) == JsonText().rendered(full_report)
