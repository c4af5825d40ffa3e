"""What the shell offers, asked as the shells ask."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules

_PROGRAM = [
    sys.executable,
    "-c",
    "from grantcheck.cli.main import run; import sys; sys.argv[0] = 'grantcheck'; run()",
]


def offered(line: str, shell: str = "bash", **more: str) -> str:
    words = line.split(" ")
    asked = {
        "_GRANTCHECK_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("_TYPER")}
    result = subprocess.run(
        _PROGRAM, env=environment | asked | more, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.stderr == ""
    return result.stdout


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("grantcheck wh", ["why-not"]),
        ("grantcheck rule GC20", ["GC201", "GC202", "GC203", "GC204", "GC205", "GC206", "GC207", "GC208"]),
        ("grantcheck explain GC10", [f"GC10{number}" for number in range(1, 9)]),
        ("grantcheck audit -o s", ["sarif"]),
        ("grantcheck audit -o x", ["xlsx="]),
        ("grantcheck audit --format js", ["json", "jsonl"]),
        ("grantcheck audit --lang ", ["en", "da"]),
        ("grantcheck audit --series dk-state-g", ["dk-state-general-pl"]),
        ("grantcheck audit --series service=dk-state-g", ["service=dk-state-general-pl"]),
        ("grantcheck rule XX", []),
    ],
)
def test_bash_is_offered(line: str, words: list[str]) -> None:
    assert offered(line).split() == words


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_titles_stand_beside_rules(shell: str) -> None:
    assert "The grant expires" in offered("grantcheck rule GC101", shell)
    assert "Bevillingen udløber" in offered("grantcheck rule --lang da GC101", shell)


def test_rules_of_an_office_are_offered_too(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text('id: OFFICE001\nname: own\ntitle: {en: "Mine", da: "Min"}\n', "utf-8")
    (tmp_path / "broken.yaml").write_bytes(b"\xff\xfe")
    assert "OFFICE001" in offered(f"grantcheck rule --pack {tmp_path}/ OFF")


def test_every_shipped_rule_is_offered() -> None:
    files = {path.name[:5].upper() for path in (shipped_rules() / "base").glob("gc*.yaml")}
    assert set(offered("grantcheck rule GC").split()) == files


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_printed(shell: str) -> None:
    environment = os.environ | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    result = subprocess.run(
        [*_PROGRAM, "--show-completion", shell],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "_GRANTCHECK_COMPLETE" in result.stdout


def test_help_imports_no_heavy_library() -> None:
    """pydantic is not among them: whether typer needs it is typer's affair."""
    heavy = [
        "yaml",
        "rich",
        "sqlalchemy",
        "lxml",
        "openpyxl",
        "xlsxwriter",
        "pypdf",
        "docx",
        "pypdfium2",
        "jinja2",
        "durable",
    ]
    code = (
        "import sys; from typer.testing import CliRunner; from grantcheck.cli.main import app;"
        "CliRunner().invoke(app, ['annotate', '--help']); print(*sorted(set(sys.modules) & set(sys.argv[1:])))"
    )
    began = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.split() == [], f"after {time.monotonic() - began:.1f} s"
