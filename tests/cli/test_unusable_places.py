"""A full disk, a folder without rights, no home, nobody who reads: told with the remedy, and nothing half-written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from functools import cache, partial
from pathlib import Path

import pytest

from grantcheck.cli.cache_file import cache_file
from grantcheck.cli.unusable import unusable
from grantcheck.register.store import open_register

from .conftest import NOTE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, capabilities, mounts")

OLD = "the report of yesterday"
LIST = """\
grants:
  - grant: KF900
    title: Natteravne
    lines:
      - agreement: Budgetaftale 2024
        control_area: service
        price_level: current
        amounts: {2024: 200000, 2025: 200000}
"""
NO_ROOM = {
    "en": "the disk is full. Make room, or name another place.",
    "da": "disken er fuld. Skaf plads, eller angiv et andet sted.",
}
NO_RIGHT = {
    "en": "you have no right to it. Ask for the right, or name another place.",
    "da": "du har ikke ret til det. Bed om retten, eller angiv et andet sted.",
}


def run(
    *command: str, before: tuple[str, ...] = (), line: str = "", **options: object
) -> subprocess.CompletedProcess[str]:
    """A command, after what comes before it; or a line of a shell with `{}` in its place."""
    whole = [*before, sys.executable, "-m", "grantcheck", *command]
    if line:
        whole = ["bash", "-c", line.replace("{}", " ".join(whole))]
    return subprocess.run(whole, capture_output=True, text=True, check=False, timeout=60, **options)


@cache
def without_rights() -> tuple[str, ...]:
    """What makes a command respect the rights of files, for root does not."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    lost = "-dac_override,-dac_read_search"
    return ("setpriv", f"--bounding-set={lost}", f"--inh-caps={lost}")


@cache
def small_disk() -> bool:
    script = "d=$(mktemp -d); mount -t tmpfs -o size=64k none $d"
    return (
        shutil.which("unshare") is not None
        and subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, check=False).returncode
        == 0
    )


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """A folder that nobody may write to, with a note, a list and a report of yesterday."""
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "KUL21.txt").write_text(NOTE, "utf-8")
    (folder / "grants.yaml").write_text(LIST, "utf-8")
    (folder / "report.json").write_text(OLD, "utf-8")
    folder.chmod(0o555)
    return folder


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_standard_output(note_file: Path, language: str, form: str) -> None:
    result = run("audit", str(note_file), "--lang", language, "--format", form, line="{} > /dev/full")
    name = {"en": "standard output cannot be used", "da": "standardoutput kan ikke bruges"}[language]
    assert (result.returncode, result.stderr) == (2, f"grantcheck: {name}: {NO_ROOM[language]}\n")


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["rules", "list"], ["config"]], ids=" ".join)
def test_no_command_breaks_over_a_full_standard_output(command: list[str]) -> None:
    result = run(*command, line="{} > /dev/full")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "the disk is full" in result.stderr


@pytest.mark.parametrize("command", [["rules", "list"], ["config", "--format", "json"]], ids=" ".join)
def test_a_closed_standard_output(command: list[str]) -> None:
    result = run(*command, line="{} >&-")
    assert result.returncode == 2
    assert result.stderr == (
        "grantcheck: standard output cannot be used: it is closed. "
        "Leave it open, or write to a file with -o.\n"
    )


@pytest.mark.parametrize("line", ["{} 2>&-", "{} 2>/dev/full", "{} <&-"])
def test_where_nobody_hears_it_the_exit_code_tells(note_file: Path, line: str) -> None:
    assert run("audit", str(note_file), line=line).returncode in {0, 1}
    assert run("audit", str(note_file.with_name("none.txt")), line=line).returncode == 2
    assert run("nonsense", line=line).returncode == 2


@pytest.mark.parametrize("command", [["audit", "{note}"], ["show", "{note}"], ["rules", "list"], ["--help"]])
def test_a_reader_that_goes_away_is_no_fault(note_file: Path, command: list[str]) -> None:
    said = [word.replace("{note}", str(note_file)) for word in command]
    result = run(*said, line="set -o pipefail; {} | true")
    assert result.stderr == ""
    assert result.returncode in {0, 1}


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_report_that_would_be_too_large_leaves_the_old_one(
    note_file: Path, tmp_path: Path, language: str
) -> None:
    report = tmp_path / "report.json"
    report.write_text(OLD, "utf-8")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (2_000, 2_000))
    command = ["audit", str(note_file), "--no-cache", "--lang", language, "-o", f"json={report}"]
    result = run(*command, preexec_fn=limit)
    problem = {
        "en": "cannot be used: it would be larger than a file may be here. Make room",
        "da": "kan ikke bruges: det ville blive større, end en fil må være her. Skaf plads",
    }[language]
    assert result.returncode == 2
    assert f"'{report}' {problem}" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["KUL21.txt", "report.json"]
    assert report.read_text("utf-8") == OLD


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_full_disk_leaves_the_old_report(note_file: Path, tmp_path: Path, language: str) -> None:
    if not small_disk():
        pytest.skip("no right to mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = f"{sys.executable} -m grantcheck audit {note_file} --lang {language} -o json={disk}/a.json"
    script = (
        f"mount -t tmpfs -o size=64k none {disk} && echo -n '{OLD}' > {disk}/a.json && "
        f"head -c 60k /dev/zero > {disk}/ballast 2>/dev/null; {command} > /dev/null; code=$?; "
        f"ls -A {disk}; cat {disk}/a.json; exit $code"
    )
    result = subprocess.run(
        ["unshare", "-m", "bash", "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 2
    assert NO_ROOM[language] in result.stderr
    assert result.stdout == f"a.json\nballast\n{OLD}"


def test_an_import_to_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    if not small_disk():
        pytest.skip("no right to mount a small disk")
    disk, grants, other = tmp_path / "disk", tmp_path / "grants.yaml", tmp_path / "other.yaml"
    disk.mkdir()
    grants.write_text(LIST, "utf-8")
    lines = LIST.partition("\n")[2]
    other.write_text(
        "grants:\n" + "".join(lines.replace("KF900", f"KF{number:03}") for number in range(300)), "utf-8"
    )
    command = f"{sys.executable} -m grantcheck register import --register {disk}/r.sqlite"
    script = (
        f"mount -t tmpfs -o size=200k none {disk} && {command} {grants} > /dev/null && "
        f"{{ head -c 200k /dev/zero > {disk}/ballast; }} 2>/dev/null; {command} {other}; code=$?; "
        f"rm {disk}/ballast; cp {disk}/r.sqlite {tmp_path}/kept.sqlite; exit $code"
    )
    result = subprocess.run(
        ["unshare", "-m", "bash", "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 2
    assert "The disk is full" in result.stdout or "the disk is full" in result.stdout + result.stderr
    assert list(open_register(str(tmp_path / "kept.sqlite")).grants()) == ["KF900"]


@pytest.mark.parametrize("language", ["en", "da"])
def test_a_folder_without_rights(closed_folder: Path, language: str) -> None:
    report = closed_folder / "report.json"
    command = ["audit", str(closed_folder / "KUL21.txt"), "--lang", language, "-o", f"json={report}"]
    result = run(*command, before=without_rights())
    assert result.returncode == 2
    assert f"'{report}'" in result.stderr
    assert NO_RIGHT[language] in result.stderr
    assert result.stderr.count("\n") == 1
    assert report.read_text("utf-8") == OLD
    assert len(list(closed_folder.iterdir())) == 3


@pytest.mark.parametrize(
    "command", [["rules", "new", "OFFICE001", "a-rule", "--out"], ["rules", "docs", "--out"]], ids=str
)
@pytest.mark.parametrize("below", ["", "new"])
def test_what_is_made_for_rules_needs_rights(closed_folder: Path, command: list[str], below: str) -> None:
    result = run(*command, str(closed_folder / below), before=without_rights())
    assert result.returncode == 2
    assert NO_RIGHT["en"] in result.stderr
    assert len(list(closed_folder.iterdir())) == 3


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("below", ["r.sqlite", "new/r.sqlite"])
def test_a_register_in_a_folder_without_rights(closed_folder: Path, below: str, language: str) -> None:
    command = ["register", "import", str(closed_folder / "grants.yaml"), "--lang", language]
    result = run(*command, "--register", str(closed_folder / below), before=without_rights())
    assert result.returncode == 2
    said = " ".join((result.stdout + result.stderr).split())
    assert {"en": "--register", "da": "angiv et andet"}[language] in said.replace("Angiv", "angiv")
    assert len(list(closed_folder.iterdir())) == 3


def test_readings_are_not_remembered_where_that_cannot_be(note_file: Path, closed_folder: Path) -> None:
    environment = os.environ | {"XDG_CACHE_HOME": str(closed_folder)}
    result = run("audit", str(note_file), before=without_rights(), env=environment)
    assert (result.returncode in {0, 1}, result.stderr) == (True, "")


def test_without_home_nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nobody)
    assert cache_file(disabled=False) is None


def test_a_user_without_home_gets_a_report(note_file: Path) -> None:
    script = (
        "import pathlib\n"
        "def nobody(): raise RuntimeError('no home')\n"
        "pathlib.Path.home = nobody\n"
        "from grantcheck.__main__ import run\nrun()"
    )
    environment = {key: value for key, value in os.environ.items() if key not in {"HOME", "XDG_CACHE_HOME"}}
    result = subprocess.run(
        [sys.executable, "-c", script, "audit", str(note_file)],
        env=environment,
        cwd=note_file.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode in {0, 1}, result.stderr) == (True, "")
    assert result.stdout.startswith("KUL21")


def test_a_problem_that_has_no_words_here_has_those_of_the_system() -> None:
    error = OSError(5, "Input/output error", "a.json")
    assert unusable(error, "en") == (
        "'a.json' cannot be used: Input/output error. Check the path, its rights, and the disk."
    )
    assert unusable(error, "da") == (
        "'a.json' kan ikke bruges: Input/output error. Kontrollér stien, rettighederne og disken."
    )
