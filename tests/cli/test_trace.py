"""`grantcheck audit --trace`: the conditions behind every finding."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from grantcheck.report.formats.report_schema import report_schema

from .conftest import Grantcheck

SILENT = {"holds", "not_applicable"}


def findings(result) -> list[dict]:
    return json.loads(result.stdout)["findings"]


def test_a_finding_has_no_trace_unless_it_is_asked_for(grantcheck: Grantcheck, note_file: Path) -> None:
    assert {each["trace"] for each in findings(grantcheck("audit", note_file, "-f", "json"))} == {None}


def test_every_finding_carries_the_tree_that_explain_shows(grantcheck: Grantcheck, note_file: Path) -> None:
    traced = findings(grantcheck("audit", note_file, "-f", "json", "--trace"))
    assert traced
    for each in traced:
        (tree,) = each["trace"]["explanations"]
        assert (tree["outcome"], tree["fingerprint"]) == (each["outcome"], each["fingerprint"])
        told = json.loads(grantcheck("explain", each["fingerprint"], note_file, "-f", "json").stdout)
        assert told["explanations"][0]["reasoning"]["explanations"] == [tree]


def test_with_every_check_listed_those_that_hold_carry_their_conditions_too(
    grantcheck: Grantcheck, note_file: Path
) -> None:
    listed = findings(grantcheck("audit", note_file, "-f", "json", "--trace", "--show", "all"))
    silent = [each for each in listed if each["outcome"] in SILENT and each["rule"] != "GC999"]
    assert {each["outcome"] for each in silent} == SILENT
    for each in silent:
        trees = each["trace"]["explanations"]
        assert {tree["outcome"] for tree in trees} <= SILENT
        assert trees or each["trace"]["absent"]


def test_a_rule_of_the_program_has_nothing_to_trace(grantcheck: Grantcheck, note_file: Path) -> None:
    listed = findings(grantcheck("audit", note_file, "-f", "json", "--trace", "--show", "all"))
    assert [each["trace"] for each in listed if each["rule"] == "GC999"] == [None]


def test_the_published_schema_knows_the_trace(grantcheck: Grantcheck, note_file: Path) -> None:
    report = json.loads(grantcheck("audit", note_file, "-f", "json", "--trace", "--show", "all").stdout)
    jsonschema.validate(report, report_schema())


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Broken when (warning): true"), ("da", "(advarsel): sandt")]
)
def test_in_text_the_conditions_stand_under_the_finding(
    grantcheck: Grantcheck, note_file: Path, language: str, said: str
) -> None:
    text = grantcheck("audit", note_file, "--trace", "--lang", language).stdout
    finding = text[text.index("GC204") :]
    assert said in finding
    assert max(len(line) for line in text.splitlines() if str(note_file) not in line) <= 80


def test_both_engines_give_one_trace(grantcheck: Grantcheck, note_file: Path) -> None:
    durable, reference = (
        grantcheck("audit", note_file, "-f", "json", "--trace", "--engine", engine).stdout
        for engine in ("durable", "reference")
    )
    judged_by = '"judged_by": {{\n    "engine": "{}"'
    assert durable == reference.replace(judged_by.format("reference"), judged_by.format("durable"))
