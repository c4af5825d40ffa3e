"""Which register a run uses: that of the option, the variable, the file, or the one at the usual place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Grantcheck

LIST = """\
grant,title,agreement,control_area,committee,year,amount
KUL21,Aftenåbne værksteder for unge,Budgetaftale 2023,service,Kultur- og Fritidsudvalget,2025,300000
KUL22,Aftenåbne værksteder for unge,Budgetaftale 2023,service,Kultur- og Fritidsudvalget,2025,300000
"""
USUAL = ".grantcheck/register.sqlite"


@pytest.fixture
def office(grantcheck: Grantcheck, note_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a note and a list of two grants that are both as like it."""
    monkeypatch.chdir(note_file.parent)
    Path("list.csv").write_text(LIST, "utf-8")
    return note_file.parent


def imported(grantcheck: Grantcheck, *arguments: str) -> None:
    assert grantcheck("register", "import", "list.csv", *arguments).exit_code == 0


def audited(grantcheck: Grantcheck, *arguments: str) -> tuple[str, list[str]]:
    """The outcome of GC705, and the files of parameters that the report names."""
    result = grantcheck("audit", "KUL21.txt", "--format", "json", "--show", "all", *arguments)
    assert result.exit_code in {0, 1}, result.output
    report = json.loads(result.stdout)
    (outcome,) = {one["outcome"] for one in report["findings"] if one["rule"] == "GC705"}
    return outcome, [each["path"] for each in report["parameters"]]


def test_without_one_nothing_is_matched(office, grantcheck):
    outcome, parameters = audited(grantcheck)
    assert outcome == "not_applicable"
    assert USUAL not in parameters


def test_the_one_at_the_usual_place_is_used_and_named(office, grantcheck):
    imported(grantcheck)
    outcome, parameters = audited(grantcheck)
    assert outcome == "broken"
    assert USUAL in parameters


def test_option_over_variable_over_file(office, grantcheck, monkeypatch):
    for name in ("a.sqlite", "b.sqlite", "conf/c.sqlite"):
        imported(grantcheck, "--register", name)
    Path("conf/grantcheck.toml").write_text('[register]\npath = "c.sqlite"\n', "utf-8")
    file = ("--config", "conf/grantcheck.toml")
    assert "conf/c.sqlite" in audited(grantcheck, *file)[1]
    monkeypatch.setenv("GRANTCHECK_REGISTER_PATH", "b.sqlite")
    assert "b.sqlite" in audited(grantcheck, *file)[1]
    assert "a.sqlite" in audited(grantcheck, *file, "--register", "a.sqlite")[1]
    assert grantcheck("register", "list", *file).stdout.endswith("2 of 2 grants\n")


def test_an_import_makes_the_register_that_is_configured(office, grantcheck):
    Path("grantcheck.toml").write_text('[register]\npath = "office/r.sqlite"\n', "utf-8")
    imported(grantcheck)
    assert Path("office/r.sqlite").is_file()


def test_a_settled_match_is_taken_and_its_file_named(office, grantcheck):
    imported(grantcheck)
    Path("matches.yaml").write_text(
        'matches: [{note: KUL21, grant: KUL22, by: A. Holm, on: "2026-01-11"}]\n', "utf-8"
    )
    outcome, parameters = audited(grantcheck, "--matches", "matches.yaml")
    assert outcome != "broken"
    assert "matches.yaml" in parameters


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--register", "none.sqlite"], "There is no register 'none.sqlite'."),
        (["--register", "mysql://x"], "'mysql://…' is no address of a register."),
        (["--matches", "list.csv"], f"There is no register '{USUAL}'."),
        (["--matches", "none.yaml"], "'none.yaml' does not exist."),
    ],
)
def test_one_that_cannot_be_used_stops_the_run(office, grantcheck, arguments, said):
    result = grantcheck("audit", "KUL21.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_no_password_is_shown(office, grantcheck):
    for form in ("text", "json"):
        said = grantcheck(
            "config", "--register", "postgresql://anna:hemmelig@host/bevillinger", "--format", form
        ).stdout
        assert "hemmelig" not in said
        assert "postgresql://***@host/bevillinger" in said
