"""Ctrl-C at any moment: quiet, exit code 130, and what was to be written is there wholly or not at all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from grantcheck.isolation.interrupts import held_back, keep_interrupts
from grantcheck.register.store import open_register

from .conftest import Grantcheck

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals")

RUNNER = Path(__file__).with_name("interrupted.py")
INTERRUPTED = 130
OLD = b"the report of yesterday"
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


class Session:
    """A folder in which commands are run and interrupted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._counted = folder / "counted"

    def run(self, *arguments: object, moment: int = 0) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, str(RUNNER), str(moment), str(self._counted), *map(str, arguments)],
            cwd=self.folder,
            env=os.environ | {"XDG_CACHE_HOME": str(self.folder / "cache")},
            capture_output=True,
            check=False,
            timeout=120,
            start_new_session=True,
        )

    def moments(self, seed: int, count: int) -> list[int]:
        """Of the run before, drawn."""
        last = int(self._counted.read_text("ascii"))
        return random.Random(seed).sample(range(1, last), count)  # noqa: S311 - to be repeated, not to be secret

    def leftovers(self) -> list[Path]:
        return list(self.folder.rglob(".grantcheck-*"))


MOMENTS = [4, pytest.param(30, marks=pytest.mark.slow)]


@pytest.mark.parametrize("count", MOMENTS)
def test_an_audit_is_interrupted_at_any_moment(note_file: Path, tmp_path: Path, count: int) -> None:
    session = Session(tmp_path)
    report, other = tmp_path / "report.json", tmp_path / "report.sarif"
    command = ["audit", note_file.name, "--as-of", "2026-11-23", "-o", f"json={report.name}"]
    command += ["-o", f"sarif={other.name}"]
    usual = session.run(*command)
    assert usual.returncode in {0, 1}, usual.stderr
    whole = (report.read_bytes(), other.read_bytes())
    for moment in session.moments(count, count):
        report.write_bytes(OLD)
        other.write_bytes(OLD)
        result = session.run(*command, moment=moment)
        assert result.stderr == b"", moment
        found = (report.read_bytes(), other.read_bytes())
        assert found in {whole, (OLD, OLD)}, moment
        assert result.returncode == INTERRUPTED or (result.returncode, found) == (usual.returncode, whole), (
            moment
        )
        assert session.leftovers() == [], moment


@pytest.mark.parametrize("count", MOMENTS)
def test_an_import_is_interrupted_at_any_moment(grantcheck: Grantcheck, tmp_path: Path, count: int) -> None:
    session = Session(tmp_path)
    (tmp_path / "grants.yaml").write_text(LIST, "utf-8")
    assert session.run("register", "import", "grants.yaml", "--register", "0.sqlite").returncode == 0
    for number, moment in enumerate(session.moments(count, count), start=1):
        register = tmp_path / f"{number}.sqlite"
        result = session.run("register", "import", "grants.yaml", "--register", register, moment=moment)
        assert result.stderr == b"", moment
        assert result.returncode in {0, INTERRUPTED}, moment
        again = grantcheck("register", "import", tmp_path / "grants.yaml", "--register", register)
        assert again.exit_code == 0, (moment, again.output)
        assert len(open_register(str(register)).grants()) == 1, moment


@pytest.mark.parametrize("name", ["waits.txt", "waits.pdf"])
def test_ctrl_c_ends_a_run_that_waits_for_a_file(tmp_path: Path, name: str) -> None:
    """Opening a pipe to write returns when somebody opens it to read: then the program is in the middle of it."""
    os.mkfifo(tmp_path / name)
    process = subprocess.Popen(
        [sys.executable, "-m", "grantcheck", "show", name, "--no-cache"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with (tmp_path / name).open("wb"):
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (INTERRUPTED, b"", b"")


def test_what_is_held_back_comes_afterwards() -> None:
    done: list[str] = []

    def work() -> None:
        with held_back():
            signal.raise_signal(signal.SIGINT)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["all of it"]


def test_another_thread_has_nothing_to_hold_back() -> None:
    done: list[str] = []

    def work() -> None:
        with held_back():
            done.append("all of it")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["all of it"]


def test_an_interrupt_that_python_drops_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Freed:
        def __del__(self) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    before = signal.getsignal(signal.SIGALRM)
    keep_interrupts()
    came = False
    try:
        Freed()
        signal.pause()
    except KeyboardInterrupt:
        came = True
    finally:
        signal.signal(signal.SIGALRM, before)
    assert came
