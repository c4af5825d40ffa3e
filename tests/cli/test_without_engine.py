"""Where durable-rules cannot be imported: the reference judges, and everyone is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grantcheck.model.format_name import FormatName


@pytest.fixture
def blocked(tmp_path: Path) -> str:
    """A module path on which durable-rules is there and cannot be imported."""
    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "durable_rules_engine.py").write_text('raise ImportError("built for another Python")', "utf-8")
    return os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])


def audit(note: Path, *options: str, python_path: str | None = None) -> subprocess.CompletedProcess[str]:
    placed = {"PYTHONPATH": python_path} if python_path else {}
    return subprocess.run(
        [sys.executable, "-m", "grantcheck", "audit", str(note), *options],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | placed | {"PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Judged by the reference engine, since durable-rules cannot be imported here"),
        ("da", "Bedømt af referencemotoren, da durable-rules ikke kan indlæses her"),
    ],
)
def test_the_reference_judges_with_a_notice(note_file: Path, blocked: str, language: str, said: str) -> None:
    result = audit(note_file, "--lang", language, python_path=blocked)
    assert result.returncode in {0, 1}
    assert said in " ".join(result.stdout.split())
    assert result.stderr.startswith(f"grantcheck: {said}")
    assert "durable-rules==2.0.28" in result.stderr


def test_outcomes_are_those_of_durable_rules(note_file: Path, blocked: str) -> None:
    usual = json.loads(audit(note_file, "--format", "json").stdout)
    without = json.loads(audit(note_file, "--format", "json", python_path=blocked).stdout)
    assert usual.pop("judged_by") == {"engine": "durable", "in_place_of": None}
    assert without.pop("judged_by") == {"engine": "reference", "in_place_of": "durable"}
    assert usual["findings"]
    assert without == usual


def test_durable_rules_by_name_is_never_replaced(note_file: Path, blocked: str) -> None:
    result = audit(note_file, "--engine", "durable", python_path=blocked)
    assert (result.returncode, result.stdout) == (3, "")
    assert "cannot be imported (built for another Python). Install it with: " in result.stderr


def test_the_reference_by_name_needs_no_notice(note_file: Path, blocked: str) -> None:
    result = audit(note_file, "--engine", "reference", python_path=blocked)
    assert result.stderr == ""
    assert "Judged by the reference engine.\n" in result.stdout


TOLD_AS = {
    FormatName.JSON: '"engine": "reference"',
    FormatName.JSONL: '"engine": "reference"',
    FormatName.SARIF: '"engine": "reference"',
    FormatName.JUNIT: '<property name="engine" value="reference" />',
}
TELLING = [
    FormatName.TEXT,
    FormatName.CONCISE,
    FormatName.NARRATE,
    FormatName.MARKDOWN,
    FormatName.GITHUB,
    FormatName.GITHUB_SUMMARY,
    *TOLD_AS,
]


def test_every_report_with_room_for_it_says_which_engine_judged(note_file: Path, tmp_path: Path) -> None:
    options = [f"-o{name}={tmp_path / name}" for name in TELLING]
    audit(note_file, "--engine", "reference", *options)
    for name in TELLING:
        told = (tmp_path / name).read_text("utf-8")
        assert TOLD_AS.get(name, "Judged by the reference engine.") in told, name
