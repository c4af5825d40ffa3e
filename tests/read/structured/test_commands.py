"""Structured files on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from grantcheck.cli.main import app

from .reading import workbook

SHEET = "Nr;Navn;Område;2026\nA1;X;Service;5\n"
MAPPING = "unit: 1000\ncolumns: {code: Nr, activity: Navn, control_area: Område}\n"


def run(*arguments: object):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_schema_of_a_note_is_one_and_holds_for_what_show_prints(tmp_path: Path):
    printed = run("schema", "note")
    schema = json.loads(printed.stdout)
    assert printed.exit_code == 0
    Draft202012Validator.check_schema(schema)
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    sheet = tmp_path / "a.csv"
    sheet.write_text(SHEET, "utf-8")
    (tmp_path / "mapping.yaml").write_text(MAPPING, "utf-8")
    shown = json.loads(run("show", empty, sheet, "--format", "json").stdout)
    assert [note["code"] for note in shown["notes"]] == ["A1", None]
    Draft202012Validator(schema).validate(shown)


def test_the_schema_names_a_misspelt_key():
    validator = Draft202012Validator(json.loads(run("schema", "note").stdout))
    assert not validator.is_valid({"code": "A1", "titel": "B"})
    assert validator.is_valid({"code": "A1", "title": "B"})


def test_a_mapping_is_given_to_audit_and_show(tmp_path: Path):
    sheet, mapping = tmp_path / "a.csv", tmp_path / "columns.yaml"
    sheet.write_text(SHEET, "utf-8")
    mapping.write_text(MAPPING, "utf-8")
    assert run("show", sheet, "--mapping", mapping).exit_code == 0
    assert run("audit", sheet, "--mapping", mapping, "--engine", "reference").exit_code == 0
    without = run("audit", sheet, "--engine", "reference")
    assert without.exit_code == 4
    assert "Write a mapping file" in " ".join(without.stdout.split())


def test_a_mapping_with_a_mistake_is_wrong_usage(tmp_path: Path):
    sheet, mapping = tmp_path / "a.csv", tmp_path / "columns.yaml"
    sheet.write_text(SHEET, "utf-8")
    mapping.write_text("unit: x\n", "utf-8")
    result = run("audit", sheet, "--mapping", mapping)
    assert result.exit_code == 2
    assert "columns.yaml:1: 'unit' is 'x'; it should be a whole number" in result.stderr


def test_a_mistake_in_one_note_is_a_finding_on_its_file_and_the_others_are_judged(tmp_path: Path):
    (tmp_path / "good.yaml").write_text("code: A1\ntitle: B\n", "utf-8")
    (tmp_path / "wrong.yaml").write_text("code: A2\ntitel: B\n", "utf-8")
    report = json.loads(run("audit", tmp_path, "--engine", "reference", "--format", "json").stdout)
    unread = [finding for finding in report["findings"] if finding["rule"] == "GC901"]
    assert report["summary"]["documents"] == 2
    assert [Path(finding["path"]).name for finding in unread] == ["wrong.yaml"]
    assert "line 2: 'titel' is not a known key. Did you mean 'title'?" in unread[0]["message"]


def test_a_formula_without_a_value_is_an_error(tmp_path: Path):
    head = ["kode", "aktivitet", "styringsområde", 2026, "enhed"]
    (tmp_path / "a.xlsx").write_bytes(workbook(head, ["A1", "X", "Service", "=2+3", "kr."]))
    result = run("audit", tmp_path, "--engine", "reference", "--format", "json")
    findings = {finding["rule"]: finding for finding in json.loads(result.stdout)["findings"]}
    assert result.exit_code == 1
    assert findings["GC909"]["severity"] == "error"
    assert findings["GC909"]["evidence"][0]["location"] == {"sheet": "Forslag", "cell": "D2"}
