"""Rules with years of their own, as every command knows them. The note is of budget year 2026."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from jsonschema import Draft202012Validator

from grantcheck.data.shipped import shipped_rules

from .conftest import Grantcheck

NOT_YET = "effective: {from: 2027}"
ENDED = "effective: {until: 2025}"


def rules_with(tmp_path: Path, years: str) -> Path:
    """The shipped rules, GC204 (which the note breaks) in force in some years only."""
    folder = copytree(shipped_rules(), tmp_path / "rules")
    path = next(folder.glob("base/gc204_*.yaml"))
    text = path.read_text("utf-8")
    path.write_text(text.replace("severity: warning\n", f"severity: warning\n{years}\n", 1), "utf-8")
    return folder


@pytest.fixture
def coming(tmp_path: Path) -> Path:
    return rules_with(tmp_path, NOT_YET)


def test_a_rule_to_come_is_announced_and_leaves_the_outcomes_alone(
    grantcheck: Grantcheck, note_file: Path, coming: Path
) -> None:
    now = json.loads(grantcheck("audit", note_file, "-f", "json").stdout)
    result = grantcheck("audit", note_file, "--rules", coming, "-f", "json", "--fail-on", "warning")
    then = json.loads(result.stdout)
    (to_come,) = then["forthcoming"]
    assert (to_come["rule"], to_come["from_year"], to_come["severity"]) == ("GC204", 2027, "warning")
    assert then["summary"]["broken"] == now["summary"]["broken"] - 1
    assert then["summary"]["not_applicable"] == now["summary"]["not_applicable"] + 1
    assert "GC204" not in {finding["rule"] for finding in then["findings"]}


def test_what_is_to_come_makes_no_run_fail(grantcheck: Grantcheck, note_file: Path, tmp_path: Path) -> None:
    folder = rules_with(tmp_path, NOT_YET)
    for path in folder.glob("base/gc*.yaml"):
        text = path.read_text("utf-8")
        if "reported_by_program" not in text and "effective" not in text:
            path.write_text(text + f"{NOT_YET}\n", "utf-8")
    result = grantcheck("audit", note_file, "--rules", folder, "--fail-on", "warning", "-f", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["summary"]["broken"] == 0
    assert len(json.loads(result.stdout)["forthcoming"]) > 1


@pytest.mark.parametrize(
    ("form", "language", "said"),
    [
        ("text", "en", "» GC204 to come"),
        ("text", "en", "From budget year 2027 this will be a warning."),
        ("text", "da", "Fra budgetår 2027 bliver dette en advarsel."),
        ("markdown", "en", "### GC204 to come: "),
        ("markdown", "da", "**Fra budgetår 2027 bliver dette en advarsel.**"),
        ("narrate", "en", "To come, rule GC204: "),
        ("narrate", "da", "Fra budgetår 2027 bliver dette en advarsel."),
        ("concise", "en", ": GC204 to come From budget year 2027 this will be a warning. "),
        ("jsonl", "en", '{"type": "forthcoming", "rule": "GC204"'),
        ("github-summary", "en", "Findings to come, of rules that are not in force yet: 1 (GC204)."),
    ],
)
def test_every_report_for_people_announces_it(
    grantcheck: Grantcheck, note_file: Path, coming: Path, form: str, language: str, said: str
) -> None:
    result = grantcheck("audit", note_file, "--rules", coming, "-f", form, "--lang", language)
    assert said in result.stdout


def test_the_schema_of_the_report_knows_it(grantcheck: Grantcheck, note_file: Path, coming: Path) -> None:
    schema = json.loads(grantcheck("schema", "report").stdout)
    report = json.loads(grantcheck("audit", note_file, "--rules", coming, "-f", "json").stdout)
    Draft202012Validator(schema).validate(report)


def test_the_budget_year_travels_in_time(grantcheck: Grantcheck, note_file: Path, coming: Path) -> None:
    told = json.loads(
        grantcheck("audit", note_file, "--rules", coming, "--budget-year", "2027", "-f", "json").stdout
    )
    assert (told["budget_year"], told["forthcoming"]) == (2027, [])
    assert ("GC204", "broken") in {(finding["rule"], finding["outcome"]) for finding in told["findings"]}


def test_a_rule_that_has_ended_says_why_it_is_silent(
    grantcheck: Grantcheck, note_file: Path, tmp_path: Path
) -> None:
    folder = rules_with(tmp_path, ENDED)
    told = json.loads(grantcheck("audit", note_file, "--rules", folder, "--show", "all", "-f", "json").stdout)
    (line,) = [finding for finding in told["findings"] if finding["rule"] == "GC204"]
    assert line["outcome"] == "not_applicable"
    assert line["message"] == "The rule is in force until budget year 2025, not in 2026."
    assert told["forthcoming"] == []


def test_a_note_without_a_budget_year_leaves_a_dated_rule_open(
    grantcheck: Grantcheck, note_file: Path, coming: Path
) -> None:
    note_file.write_text(note_file.read_text("utf-8").replace("Budget 2026\n", ""), "utf-8")
    told = json.loads(grantcheck("audit", note_file, "--rules", coming, "-f", "json").stdout)
    (finding,) = [each for each in told["findings"] if each["rule"] == "GC204"]
    assert finding["outcome"] == "not_verifiable"
    assert "--budget-year" in finding["fix"]


def test_explain_and_why_not_say_that_it_is_not_in_force(
    grantcheck: Grantcheck, note_file: Path, coming: Path
) -> None:
    for command, outcome in (("explain", "BROKEN"), ("why-not", "not applicable")):
        said = grantcheck(command, "GC204", note_file, "--rules", coming).stdout
        assert "The rule is in force from budget year 2027, not in 2026." in " ".join(said.split())
        assert "not applicable" in said.splitlines()[0]
        assert outcome in said
    said = grantcheck("explain", "GC204", note_file, "--rules", coming, "--budget-year", "2027").stdout
    assert "broken" in said.splitlines()[0]
    assert "in force" not in said


def test_a_finding_to_come_is_explained_by_its_fingerprint(
    grantcheck: Grantcheck, note_file: Path, coming: Path
) -> None:
    report = json.loads(grantcheck("audit", note_file, "--rules", coming, "-f", "json").stdout)
    mark = report["forthcoming"][0]["fingerprint"]
    result = grantcheck("explain", mark, note_file, "--rules", coming, "-f", "json")
    (told,) = json.loads(result.stdout)["explanations"]
    assert (told["rule"], told["outcome"]) == ("GC204", "not_applicable")
    assert told["outside"] == "The rule is in force from budget year 2027, not in 2026."


def test_its_page_its_docs_and_the_list_name_the_years(
    grantcheck: Grantcheck, tmp_path: Path, coming: Path
) -> None:
    assert "In force\n  from budget year 2027" in grantcheck("rule", "GC204", "--rules", coming).stdout
    assert "(from budget year 2027)" in " ".join(
        grantcheck("rules", "list", "--rules", coming).stdout.split()
    )
    listed = json.loads(grantcheck("rules", "list", "--rules", coming, "-f", "json").stdout)["rules"]
    years = {rule["id"]: rule["effective"] for rule in listed}
    assert (years["GC204"], years["GC205"]) == ({"from": 2027, "until": None}, None)
    grantcheck("rules", "docs", "--rules", coming, "--out", tmp_path / "docs")
    page = (tmp_path / "docs" / "gc204.md").read_text("utf-8")
    assert "## In force\n\nfrom budget year 2027" in page


def test_the_schema_of_rules_offers_the_years(grantcheck: Grantcheck) -> None:
    schema = json.loads(grantcheck("schema", "rule").stdout)
    assert set(schema["$defs"]["Effective"]["properties"]) == {"from", "until"}


def test_tests_of_a_dated_rule_may_name_a_budget_year(
    grantcheck: Grantcheck, tmp_path: Path, coming: Path
) -> None:
    path = next(coming.glob("base/gc204_*.yaml"))
    plain = grantcheck("rules", "test", "--rules", coming, "--fail-under", "100")
    assert plain.exit_code == 1
    assert "not in force before 2027" in plain.stdout
    tests = "  - name: before its time\n    budget_year: 2026\n    facts: {}\n    outcome: not_applicable\n"
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + tests, "utf-8")
    assert grantcheck("rules", "test", "--rules", coming, "--fail-under", "100").exit_code == 0
    path.write_text(path.read_text("utf-8").replace("budget_year: 2026\n    facts: {}\n    outcome: not_applicable", "budget_year: 2026\n    facts: {}\n    outcome: holds"), "utf-8")  # fmt: skip
    wrong = grantcheck("rules", "test", "--rules", coming)
    assert wrong.exit_code == 1
    assert "It is outside the years of GC204" in " ".join(wrong.stdout.split())


def test_a_test_of_a_rule_without_years_names_none(grantcheck: Grantcheck, tmp_path: Path) -> None:
    folder = copytree(shipped_rules(), tmp_path / "rules")
    path = next(folder.glob("base/gc204_*.yaml"))
    tests = "  - name: whenever\n    budget_year: 2026\n    facts: {}\n    outcome: not_applicable\n"
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + tests, "utf-8")
    result = grantcheck("rules", "check", folder)
    assert result.exit_code == 1
    assert "the rule is in force in every year. Take 'budget_year' out of the test." in result.stdout
