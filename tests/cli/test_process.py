"""What only a real process shows: start-up, pipes, encodings, signals."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "grantcheck"]
BARE = "import typer\napp = typer.Typer()\n" + "".join(
    f"@app.command()\ndef {name}() -> None: ...\n" for name in ("one", "two")
)
FORBIDDEN = re.compile(
    r"^(durable|durable_rules_engine|pydantic|pydantic_core|grantcheck\.(read|engine|audit))\b"
)


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        timeout=60,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_imports_neither_engine_nor_readers(arguments: list[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "grantcheck", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = [line.rpartition("|")[2].strip() for line in result.stderr.splitlines()]
    assert "grantcheck.cli.main" in modules
    assert [module for module in modules if FORBIDDEN.match(module)] == []


@pytest.mark.slow
def test_help_takes_at_most_one_and_a_half_times_that_of_an_empty_app() -> None:
    def seconds(command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        return time.perf_counter() - start

    ours, bare = [*COMMAND, "--help"], [sys.executable, "-c", BARE + "app()", "--help"]
    pairs = [(seconds(ours), seconds(bare)) for _ in range(15)]
    ratio = statistics.median(mine for mine, _ in pairs) / statistics.median(other for _, other in pairs)
    assert ratio <= 1.5


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TERM": "dumb"},
        {"NO_COLOR": "1"},
        {"COLUMNS": "40"},
        {"COLUMNS": "140"},
        {"FORCE_COLOR": "1"},
    ],
    ids=str,
)
@pytest.mark.parametrize("command", [["audit", "--lang", "da"], ["show"], ["rule", "GC404"]], ids=str)
def test_every_environment_gets_a_report(
    note_file: Path, environment: dict[str, str], command: list[str]
) -> None:
    paths = [] if command[0] == "rule" else [note_file]
    result = run(*command, *paths, **environment)
    assert result.stderr == b""
    assert result.returncode in {0, 1}
    if environment.get("PYTHONIOENCODING") == "ascii":
        assert result.stdout.isascii()


def test_json_is_utf8_whatever_the_locale(note_file: Path) -> None:
    ascii_only = run("show", note_file, "--format", "json", PYTHONIOENCODING="ascii")
    assert "Aftenåbne værksteder" in ascii_only.stdout.decode("utf-8")
    assert ascii_only.stdout == run("show", note_file, "--format", "json").stdout


def test_danish_letters_have_an_ascii_form(note_file: Path) -> None:
    text = run("audit", note_file, PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "Aftenaabne vaerksteder for unge (bevillingsudloeb)" in text
    assert ">>300<<" in text


def test_a_path_that_is_no_unicode_is_shown(note_file: Path) -> None:
    odd = os.fsencode(note_file.parent) + b"/KUL\xe6.txt"
    Path(os.fsdecode(odd)).write_bytes(note_file.read_bytes())
    for form in ("text", "json"):
        result = run("show", os.fsdecode(odd), "--format", form)
        assert result.returncode == 0, result.stderr
        result.stdout.decode("utf-8")


def test_a_closed_pipe_ends_quietly(note_file: Path) -> None:
    script = f"{sys.executable} -m grantcheck audit {' '.join([str(note_file.parent)] * 3)} | head -n 1"
    result = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, check=False)
    assert result.stdout.startswith(b"KUL21")
    assert result.stderr == b""
