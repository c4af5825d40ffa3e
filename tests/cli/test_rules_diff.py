"""`grantcheck rules diff`: what a change of rules, tables or settings does to outcomes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from git_repository import committed

from grantcheck.data.shipped import shipped_rules

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "docs" / "examples" / "office-rules"
NOTE = ROOT / "fixtures" / "notes" / "KF031.txt"


def rules_in(folder: Path, *, most: str = "50 000") -> Path:
    """The shipped rules and the office's own, with one bound of its table."""
    shutil.copytree(shipped_rules(), folder)
    for file in OFFICE.iterdir():
        shutil.copy(file, folder / "base")
    table = folder / "base" / "allowed_change.csv"
    text = table.read_text("utf-8")
    assert ";50 000;" in text
    table.write_text(text.replace(";50 000;", f";{most};"), "utf-8")
    return folder


def diff(grantcheck, *arguments) -> dict:
    result = grantcheck("rules", "diff", *arguments, "--on", NOTE, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_another_bound_changes_one_outcome_by_that_amount(grantcheck, tmp_path):
    old, new = rules_in(tmp_path / "old"), rules_in(tmp_path / "new", most="600 000")
    (change,) = diff(grantcheck, old, new)["changes"]
    assert (change["note"], change["rule"], change["old"], change["new"]) == (
        "KF031", "OFFICE101", "broken", "holds",
    )  # fmt: skip
    (place,) = change["places"]
    assert (place["old"], place["new"], place["old_severity"]) == ("broken", "holds", "warning")
    assert place["amounts"] == [
        {
            "field": "allowed.at_most",
            "means": "largest rise without words",
            "old": 5_000_000,
            "new": 60_000_000,
            "difference": 55_000_000,
            "shown": "50 000 kr. → 600 000 kr. (+550 000 kr.)",
        }
    ]


def test_the_other_way_round_it_is_the_opposite(grantcheck, tmp_path):
    old, new = rules_in(tmp_path / "old"), rules_in(tmp_path / "new", most="600 000")
    (change,) = diff(grantcheck, new, old)["changes"]
    assert (change["old"], change["new"]) == ("holds", "broken")
    assert change["places"][0]["amounts"][0]["difference"] == -55_000_000


def test_the_same_rules_change_nothing(grantcheck, tmp_path):
    old, new = rules_in(tmp_path / "old"), rules_in(tmp_path / "new")
    found = diff(grantcheck, old, new)
    assert (found["changes"], found["old_sha256"]) == ([], found["new_sha256"])
    said = grantcheck("rules", "diff", old, new, "--on", NOTE, "--lang", "da", "--fail-on-change")
    assert said.exit_code == 0
    assert "Regelfilerne er de samme." in said.stdout
    assert "Intet udfald ændres." in said.stdout


def test_a_rule_that_only_one_side_has_ends_as_nothing_on_the_other(grantcheck, tmp_path):
    found = diff(grantcheck, shipped_rules(), rules_in(tmp_path / "new"))
    assert (found["added"], found["removed"]) == (["OFFICE101"], [])
    assert [(change["rule"], change["old"], change["new"]) for change in found["changes"]] == [
        ("OFFICE101", None, "broken")
    ]


def test_a_configuration_file_is_a_side_too(grantcheck, tmp_path):
    lighter = tmp_path / "lighter.toml"
    lighter.write_text('[severities]\nGC208 = "warning"\n', "utf-8")
    (change,) = diff(grantcheck, shipped_rules(), lighter)["changes"]
    assert (change["rule"], change["old"], change["new"]) == ("GC208", "broken", "broken")
    (place,) = change["places"]
    assert (place["old_severity"], place["new_severity"]) == ("error", "warning")
    said = grantcheck("rules", "diff", shipped_rules(), lighter, "--on", NOTE).stdout
    assert "broken → broken (error → warning)" in said
    assert "0 of " in said
    assert "In 1 more, only single places of a note change." in said


def test_a_git_revision_is_a_side_too(grantcheck, tmp_path, monkeypatch):
    rules = rules_in(tmp_path / "work" / "rules")
    committed(tmp_path / "work")
    table = rules / "base" / "allowed_change.csv"
    table.write_text(table.read_text("utf-8").replace(";50 000;", ";600 000;"), "utf-8")
    monkeypatch.chdir(tmp_path / "work")
    for side in ("git:HEAD", "git:HEAD:rules"):
        (change,) = diff(grantcheck, side, "rules")["changes"]
        assert (change["rule"], change["old"], change["new"]) == ("OFFICE101", "broken", "holds")


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("git:nowhere", "knows no revision 'nowhere'. Name a branch, a tag or a commit."),
        ("git:-x", "knows no revision '-x'."),
        ("git:HEAD:others", "At that revision there is no 'others'."),
        ("git:HEAD:../others", "is not in the repository"),
        ("nowhere", "There is no such folder. Name a folder of rules, a .toml file, or git:REVISION."),
        ("empty", "There is no rule file here. Name a folder that holds rules (*.yaml)."),
    ],
)
def test_a_side_that_holds_no_rules_is_told(grantcheck, tmp_path, monkeypatch, side, said):
    (tmp_path / "work" / "empty").mkdir(parents=True)
    (tmp_path / "work" / "a.txt").write_text("a", "utf-8")
    committed(tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    result = grantcheck("rules", "diff", side, shipped_rules(), "--on", NOTE)
    assert result.exit_code == 2
    assert said in result.stderr


def test_it_fails_on_a_change_only_where_it_is_asked_to(grantcheck, tmp_path):
    sides = rules_in(tmp_path / "old"), rules_in(tmp_path / "new", most="600 000")
    assert grantcheck("rules", "diff", *sides, "--on", NOTE).exit_code == 0
    failed = grantcheck("rules", "diff", *sides, "--on", NOTE, "--fail-on-change", "--lang", "da")
    assert failed.exit_code == 1
    assert "største stigning uden ord: 50.000 kr. → 600.000 kr. (+550.000 kr.)" in " ".join(
        failed.stdout.split()
    )
    assert "1 af " in failed.stdout


def test_rule_files_alone_are_a_pack_beside_the_rules_in_force(grantcheck, tmp_path):
    found = diff(grantcheck, shipped_rules(), OFFICE)
    assert (found["added"], found["removed"]) == (["OFFICE101"], [])
    narrower = tmp_path / "office"
    shutil.copytree(OFFICE, narrower)
    table = narrower / "allowed_change.csv"
    table.write_text(table.read_text("utf-8").replace(";50 000;", ";600 000;"), "utf-8")
    (change,) = diff(grantcheck, OFFICE, narrower)["changes"]
    assert (change["rule"], change["old"], change["new"]) == ("OFFICE101", "broken", "holds")
