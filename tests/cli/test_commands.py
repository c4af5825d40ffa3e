from __future__ import annotations

import json
from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.rules.loading import load_rules
from grantcheck.version import __version__

from .conftest import Grantcheck

RULES = [rule.id for rule in load_rules(shipped_rules()).rules]


def test_version(grantcheck: Grantcheck) -> None:
    result = grantcheck("--version")
    assert (result.exit_code, result.stdout) == (0, f"grantcheck {__version__}\n")


def test_without_arguments_help_is_shown(grantcheck: Grantcheck) -> None:
    result = grantcheck()
    assert "audit" in result.output
    assert "Usage:" in result.output


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["audit"],
        ["show"],
        ["explain"],
        ["why-not"],
        ["rules"],
        ["rules", "list"],
        ["rule"],
        ["prices"],
        ["prices", "list"],
        ["prices", "convert"],
    ],
)
def test_every_command_has_help(grantcheck: Grantcheck, command: list[str]) -> None:
    result = grantcheck(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_no_summary_of_a_command_is_cut_short(grantcheck: Grantcheck) -> None:
    assert "..." not in grantcheck("--help").stdout.split("Commands:")[-1]


@pytest.mark.parametrize("engine", ["durable", "reference"])
def test_audit_reports_on_a_note(grantcheck: Grantcheck, note_file: Path, engine: str) -> None:
    result = grantcheck("audit", note_file, "--engine", engine)
    assert result.stderr == ""
    assert result.stdout.startswith("KUL21  Aftenåbne værksteder for unge (bevillingsudløb)\n")
    assert "asks for         310 000 kr. a year 2026–2029" in result.stdout
    assert "GC204 warning" in result.stdout
    assert "»300«" in result.stdout
    assert result.stdout.splitlines()[-3].startswith("1 document: ")


def test_audit_in_danish(grantcheck: Grantcheck, note_file: Path) -> None:
    result = grantcheck("audit", note_file, "--lang", "da")
    assert "beder om         310.000 kr. årligt i 2026–2029" in result.stdout
    assert "GC204 advarsel" in result.stdout
    assert "1 dokument: " in result.stdout


def test_audit_shows_all_outcomes_on_demand(grantcheck: Grantcheck, note_file: Path) -> None:
    assert "✓ GC" not in grantcheck("audit", note_file).stdout
    assert "✓ GC401 holds" in grantcheck("audit", note_file, "--show", "all").stdout


def test_audit_json_is_stable(grantcheck: Grantcheck, note_file: Path) -> None:
    first, second = (grantcheck("audit", note_file, "-f", "json", "--as-of", "2025-08-01") for _ in range(2))
    assert first.stdout_bytes == second.stdout_bytes
    value = json.loads(first.stdout)
    assert value["as_of"] == "2025-08-01"
    assert {finding["outcome"] for finding in value["findings"]} <= {"broken", "noted", "not_verifiable"}


def test_show_text(grantcheck: Grantcheck, note_file: Path) -> None:
    result = grantcheck("show", note_file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "in kroner (printed in 1 000 kr.), 2026 price level" in result.stdout
    assert "310 000" in result.stdout


def test_show_json(grantcheck: Grantcheck, note_file: Path) -> None:
    (note,) = json.loads(grantcheck("show", note_file, "--format", "json").stdout)["notes"]
    assert note["code"] == "KUL21"
    assert note["tables"][0]["rows"][0]["amounts"] == dict.fromkeys(("2026", "2027", "2028", "2029"), 310_000)


def test_show_says_which_file_is_unreadable(grantcheck: Grantcheck, note_file: Path) -> None:
    note_file.with_name("empty.txt").touch()
    result = grantcheck("show", note_file.parent, "--format", "json", "--lang", "da")
    assert result.exit_code == 4
    unreadable = [note for note in json.loads(result.stdout)["notes"] if note["code"] is None]
    assert [entry["code"] for note in unreadable for entry in note["unread"]] == ["GC901"]
    assert "Filen er tom." in unreadable[0]["unread"][0]["message"]


def test_show_of_an_empty_folder(grantcheck: Grantcheck, tmp_path: Path) -> None:
    result = grantcheck("show", tmp_path, "--format", "json")
    assert result.exit_code == 4
    assert json.loads(result.stdout) == {"schema_version": 1, "notes": []}
    assert "No document found" in result.stderr


@pytest.mark.parametrize("language", ["en", "da"])
def test_rules_list_names_every_rule(grantcheck: Grantcheck, language: str) -> None:
    result = grantcheck("rules", "list", "--lang", language)
    assert result.exit_code == 0
    assert all(rule in result.stdout for rule in RULES)
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_rules_list_as_json(grantcheck: Grantcheck) -> None:
    value = json.loads(grantcheck("rules", "list", "--format", "json").stdout)
    assert [rule["id"] for rule in value["rules"]] == RULES
    assert list(value["rules"][0]) == ["id", "name", "severity", "title", "effective"]


@pytest.mark.parametrize("rule", ["gc208", "GC999"])
def test_a_rule_has_a_page(grantcheck: Grantcheck, rule: str) -> None:
    result = grantcheck("rule", rule, "--lang", "da")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(rule.upper())
