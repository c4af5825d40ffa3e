"""Mistakes in how grantcheck is called, and in its rule files: exit code 2, one message, no traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules

from .conftest import Grantcheck


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit"], "Missing argument 'PATH'"),
        (["show", "x", "--format", "sarif"], "'sarif' is not one of 'text', 'json'"),
        (["audit", "x", "--format", "sarfi"], "There is no format 'sarfi'. Did you mean 'sarif'?"),
        (["audit", "x", "-o", "zzz=y"], "There is no format 'zzz'. Allowed here: concise, csv,"),
        (["audit", "x", "-o", "\x1b[31mx"], "There is no format '␛[31mx'."),
        (["audit", "x", "-o", "sarif="], "'sarif=' names no file. Write sarif=FILE, or sarif for standard"),
        (["audit", "x", "-o", "text", "-o", "json"], "Standard output takes one report, not 2 (text, json)."),
        (["audit", "x", "-o", "text", "-f", "csv"], "Give the others a file, as in '-o csv=FILE'."),
        (["audit", "x", "-o", "csv=a", "-o", "json=./a"], "Two reports would be written to 'a'."),
        (["audit", "x", "--fail-on", "note"], "'note' is not one of"),
        (["audit", "x", "--lang", "sv"], "'sv' is not one of 'en', 'da'"),
        (["audit", "x", "--as-of", "23-11-2026"], "'23-11-2026' is no date. Write it as 2026-11-23."),
        (["audit", "x", "--as-of", "2026-02-30"], "'2026-02-30' is no date."),
        (["audit", "x", "--engine", "drools"], "'drools' is not one of 'durable', 'reference'"),
        (["audit", "x", "--frobnicate"], "No such option"),
        (["audti", "x"], "No such command 'audti'"),
        (["rule", "GC299"], "There is no rule 'GC299'. The nearest is GC2"),
        (["rule"], "Missing argument 'RULE'"),
    ],
)
def test_wrong_usage(grantcheck: Grantcheck, arguments: list[str], said: str) -> None:
    result = grantcheck(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", ["audit", "show"])
def test_a_path_that_does_not_exist(grantcheck: Grantcheck, tmp_path: Path, command: str) -> None:
    result = grantcheck(command, tmp_path / "gone \x1b[31m[red].txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "gone ␛[31m[red].txt" in result.stderr
    assert "\x1b" not in result.stderr


@pytest.fixture
def rules_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_rules(), tmp_path / "rules"))


@pytest.mark.parametrize("command", [["rules", "list"], ["rule", "GC101"], ["audit", "."]])
def test_a_rule_file_with_a_typo_is_named_with_its_line(
    grantcheck: Grantcheck, rules_copy: Path, command: list[str]
) -> None:
    file = next((rules_copy / "base").glob("gc101*.yaml"))
    file.write_text(file.read_text("utf-8").replace("rationale:", "rationle:"), "utf-8")
    result = grantcheck(*command, "--rules", rules_copy)
    assert result.exit_code == 2
    assert file.name in result.stderr
    assert "Did you mean 'rationale'?" in result.stderr
    assert result.stdout == ""


def test_two_rules_with_one_id(grantcheck: Grantcheck, rules_copy: Path) -> None:
    file = next((rules_copy / "base").glob("gc101*.yaml"))
    shutil.copy(file, file.with_name("gc101_copy.yaml"))
    result = grantcheck("audit", ".", "--rules", rules_copy)
    assert result.exit_code == 2
    assert "The id GC101 is taken by" in result.stderr


def test_a_rules_folder_that_does_not_exist(grantcheck: Grantcheck, tmp_path: Path) -> None:
    result = grantcheck("rules", "list", "--rules", tmp_path / "none")
    assert result.exit_code == 2
    assert "none" in result.stderr
