"""The rule of an invented office, with its table: sound, tested, and true to what the docs print."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.model.rule_trial import Aspect
from grantcheck.workbench.complaints import complaints
from grantcheck.workbench.trying import try_folders

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "docs" / "examples" / "office-rules"
NOTE = ROOT / "fixtures" / "notes" / "KF031.txt"


@pytest.fixture
def rules(tmp_path) -> Path:
    """The shipped rules with the office's among them."""
    shutil.copytree(shipped_rules(), tmp_path / "rules")
    for file in OFFICE.iterdir():
        shutil.copy(file, tmp_path / "rules" / "base")
    return tmp_path / "rules"


def test_nobody_complains_about_it():
    assert complaints(OFFICE, shipped_rules()) == []


def test_its_tests_show_every_condition_and_every_row():
    found = try_folders([OFFICE], shipped_rules())
    assert (found.failed, found.loose) == ((), ())
    assert found.covers(100)
    assert found.counts(Aspect.ROW) == (4, 4)


def test_the_docs_print_its_table():
    page = (ROOT / "docs" / "decision-tables.md").read_text("utf-8")
    with (OFFICE / "allowed_change.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            assert f"| {' | '.join(row)} |" in page


def test_a_finding_shows_the_cells_of_its_bounds(grantcheck, rules):
    report = json.loads(grantcheck("audit", NOTE, "--rules", rules, "-f", "json", "--lang", "da").stdout)
    (finding,) = [each for each in report["findings"] if each["rule"] == "OFFICE101"]
    assert "Kontoret tillader en stigning på 50.000 kr. uden ord." in finding["message"]
    bounds = [each for each in finding["evidence"] if each["role"] == "threshold"]
    assert [(each["path"], each["place"]) for each in bounds] == [
        ("base/allowed_change.csv", "base/allowed_change.csv, linje 3, kolonne C"),
        ("base/allowed_change.csv", "base/allowed_change.csv, linje 3, kolonne D"),
    ]
    assert finding["calculation"][-1].startswith(
        "base/allowed_change.csv, C3, D3: største stigning uden ord 50.000 kr."
    )
    assert "base/allowed_change.csv" in [each["path"] for each in report["parameters"]]


def test_explain_why_not_rule_and_docs_know_the_table(grantcheck, rules, tmp_path):
    told = grantcheck("explain", "OFFICE101", NOTE, "--rules", rules).stdout
    assert "largest rise without words [allowed] (50 000 kr.)" in " ".join(told.split())
    assert "Broken when (warning): true" in told
    silent = grantcheck(
        "why-not", "OFFICE101", ROOT / "fixtures" / "notes" / "BU017.txt", "--rules", rules
    ).stdout
    assert "[allowed]" in silent
    assert (
        "Table allowed: base/allowed_change.csv" in grantcheck("rule", "OFFICE101", "--rules", rules).stdout
    )
    grantcheck("rules", "docs", "--out", tmp_path / "docs", "--rules", rules, "--lang", "da")
    page = (tmp_path / "docs" / "office101.md").read_text("utf-8")
    assert "Ikke to rækker passer til samme situation. Hvor ingen række passer, er reglen" in page
    assert page.count("| 2025..2026 |") == 3


def test_the_schema_of_rules_knows_tables(grantcheck):
    schema = json.loads(grantcheck("schema", "rule").stdout)
    assert set(schema["$defs"]["TableFile"]["required"]) == {"file", "hit", "outputs"}
