"""`grantcheck expiring`: what ends, who asks, which formats go where, and how the run ends."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from .conftest import NOTE, Grantcheck

LIST = """\
grant,title,agreement,control_area,committee,year,amount
KUL21,Aftenåbne værksteder for unge,Budgetaftale 2023,service,Kultur- og Fritidsudvalget,2024,300000
KUL21,Aftenåbne værksteder for unge,Budgetaftale 2023,service,Kultur- og Fritidsudvalget,2025,300000
G-0117,Mægling i boligområder,Budgetaftale 2022,service,Socialudvalget,2025,340000
G-0500,Bro over havnen,Budgetaftale 2024,capital,Teknik- og Miljøudvalget,2027,2000000
"""
WITHOUT_END = """\
grant,title,agreement,control_area,committee,year,amount
G-0400,Natcafé,Budgetaftale 2022,service,Socialudvalget,2025,70000
"""
DAY = ("--as-of", "2026-01-15")


@pytest.fixture
def office(grantcheck: Grantcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a register at the usual place, which knows all of 2024 to 2029 but for one grant."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name, content, more in (
        ("list.csv", LIST, ("--covers", "2024-2029")),
        ("without_end.csv", WITHOUT_END, ()),
    ):
        Path(name).write_text(content, "utf-8")
        assert grantcheck("register", "import", name, "--as-of", "2026-01-10", *more).exit_code == 0
    return tmp_path


def told(grantcheck: Grantcheck, *arguments: object) -> dict:
    result = grantcheck("expiring", "--year", 2026, *DAY, "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def asking(answer: dict) -> dict[str, str | None]:
    return {grant["grant"]: grant["note"] for grant in answer["grants"]}


def test_what_ends_is_told_from_the_register_at_the_usual_place(office, grantcheck):
    result = grantcheck("expiring", "--year", 2026, *DAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Grants that expire: last funded year 2025, first unfunded year 2026\n")
    assert "Register .grantcheck/register.sqlite as of 2026-01-15, 4 grants" in result.stdout
    assert "2 grants expire; 640 000 kr. a year falls away." in result.stdout
    assert "End not known: 1 (70 000 kr. a year)." in result.stdout


def test_notes_are_joined_with_the_grants_that_they_continue(office, grantcheck, note_file):
    answer = told(grantcheck, note_file)
    assert asking(answer) == {"G-0117": None, "KUL21": "KUL21"}
    assert answer["totals"]["without_note"] == {"grants": 1, "amount": 340_000}
    assert answer["notes_read"] == {"of_the_year": 1, "of_other_years": [], "not_wholly_read": []}


def test_a_note_of_another_budget_year_does_not_ask_and_is_named(office, grantcheck, note_file):
    note_file.write_text(NOTE.replace("Budget 2026", "Budget 2027"), "utf-8")
    answer = told(grantcheck, note_file)
    assert asking(answer) == {"G-0117": None, "KUL21": None}
    assert answer["notes_read"] == {"of_the_year": 0, "of_other_years": ["KUL21"], "not_wholly_read": []}


def test_a_settled_match_decides(office, grantcheck, note_file):
    matches = office / "matches.yaml"
    matches.write_text('matches: [{note: KUL21, grant: G-0117, by: A. Holm, on: "2026-01-11"}]\n', "utf-8")
    assert asking(told(grantcheck, note_file, "--matches", matches)) == {"G-0117": "KUL21", "KUL21": None}
    (office / "grantcheck.toml").write_text('[register]\nmatches = "matches.yaml"\n', "utf-8")
    assert asking(told(grantcheck, note_file)) == {"G-0117": "KUL21", "KUL21": None}


@pytest.mark.parametrize(
    ("option", "grants", "unknown", "cliff"),
    [
        (("--committee", "SOCIAL"), ["G-0117"], 1, {2026: 340_000}),
        (("--area", "service"), ["G-0117", "KUL21"], 1, {2026: 640_000}),
        (("--area", "capital"), [], 0, {2026: 0, 2027: 0, 2028: 2_000_000}),
    ],
)
def test_a_committee_or_an_area_alone(office, grantcheck, option, grants, unknown, cliff):
    answer = told(grantcheck, *option)
    assert [grant["grant"] for grant in answer["grants"]] == grants
    assert answer["unknown"]["count"] == unknown
    assert {each["year"]: each["amount"] for each in answer["cliff"]} == cliff


def test_the_day_decides_what_is_known(office, grantcheck):
    result = grantcheck("expiring", "--year", 2026, "--as-of", "2026-01-09", "--format", "json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["grants"], answer["register"]["grants"]) == (0, [], 0)


def test_the_ending_of_the_file_says_the_format(office, grantcheck):
    for name in ("out.json", "out.csv", "out.xlsx"):
        result = grantcheck("expiring", "--year", 2026, *DAY, "-o", name)
        assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(Path("out.json").read_text("utf-8"))["year"] == 2026
    rows = csv.DictReader(StringIO(Path("out.csv").read_bytes().decode(), newline=""))
    assert [row["grant"] for row in rows] == ["G-0117", "KUL21", "G-0400"]
    assert openpyxl.load_workbook("out.xlsx").sheetnames == ["expiring", "totals", "not known"]


def test_the_format_of_reports_serves_where_it_is_one_here(office, grantcheck, monkeypatch):
    monkeypatch.setenv("GRANTCHECK_REPORT_FORMAT", "csv")
    assert grantcheck("expiring", "--year", 2026, *DAY).stdout.startswith("grant,title,")
    monkeypatch.setenv("GRANTCHECK_REPORT_FORMAT", "sarif")
    assert grantcheck("expiring", "--year", 2026, *DAY).stdout.startswith("Grants that expire")


def test_text_goes_to_a_file_in_the_language_that_is_asked_for(office, grantcheck):
    grantcheck("expiring", "--year", 2026, *DAY, "--lang", "da", "-o", "svar.txt")
    assert (
        Path("svar.txt").read_text("utf-8").startswith("Bevillinger, der udløber: sidste år med midler 2025")
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing option '--year'"),
        (["--year", "26"], "greater than or equal to 1900"),
        (["--year", "2026", "--format", "xlsx"], "A workbook needs a file: -o expiring.xlsx"),
        (["--year", "2026", "--format", "pdf"], "'pdf' is not one of 'text', 'json', 'csv', 'xlsx'"),
        (
            ["--year", "2026", "-o", "gone/out.csv"],
            "'gone/out.csv' cannot be used: it does not exist, or its folder does not",
        ),
        (["--year", "2026", "-o", ".grantcheck/register.sqlite"], "would take its place"),
        (["--year", "2026", "--register", "none.sqlite"], "There is no register 'none.sqlite'."),
        (["--year", "2026", "gone.txt"], "There is no file or folder 'gone.txt'."),
    ],
)
def test_wrong_usage(office, grantcheck, arguments, said):
    result = grantcheck("expiring", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_the_answer_takes_the_place_of_no_note(office, grantcheck, note_file):
    result = grantcheck("expiring", note_file, "--year", 2026, "-o", note_file)
    assert result.exit_code == 2
    assert note_file.read_text("utf-8") == NOTE


def test_without_a_register_it_says_how_to_make_one(grantcheck, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = grantcheck("expiring", "--year", 2026, "--lang", "da")
    assert result.exit_code == 2
    assert "Der er intet register '.grantcheck/register.sqlite'. Lav det" in result.stderr


def test_a_note_that_was_not_wholly_read_ends_with_4_and_is_named(office, grantcheck, note_file):
    (office / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = grantcheck("expiring", note_file, "broken.pdf", "--year", 2026, *DAY)
    assert result.exit_code == 4
    assert "Not wholly read, so a note in them may ask without being seen: broken.pdf." in result.stdout


def test_a_folder_without_notes_ends_with_4(office, grantcheck):
    (office / "empty").mkdir()
    result = grantcheck("expiring", "empty", "--year", 2026, *DAY)
    assert result.exit_code == 4
    assert "empty" in result.stderr
