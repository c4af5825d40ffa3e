"""`audit --watch`: what starts another run, and what does not."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from grantcheck.cli import watching
from grantcheck.cli.watching import changes

from .conftest import NOTE, Grantcheck

Event = Callable[[], object]


def after(*events: Event) -> Callable[[], None]:
    """A pause in which the next event happens; after the last, the user ends it."""
    waiting = iter(events)

    def pause() -> None:
        try:
            next(waiting)()
        except StopIteration:
            raise KeyboardInterrupt from None

    return pause


def nothing() -> None:
    """A pause in which nothing happens."""


def seen(folder: Path, *events: Event) -> list[list[str]]:
    found: list[list[str]] = []
    with suppress(KeyboardInterrupt):
        for changed in changes(folder.iterdir, after(*events)):
            found.append([path.name for path in changed])  # noqa: PERF401 - the loop ends by an exception
    return found


def test_the_first_run_needs_no_change(tmp_path: Path) -> None:
    assert seen(tmp_path) == [[]]


def test_new_changed_and_deleted_files_are_changes(tmp_path: Path) -> None:
    file = tmp_path / "æ å.txt"
    events = (
        lambda: file.write_text("a", "utf-8"),
        nothing,
        lambda: file.write_text("ab", "utf-8"),
        nothing,
        file.unlink,
        nothing,
        nothing,
    )
    assert seen(tmp_path, *events) == [[], ["æ å.txt"], ["æ å.txt"], ["æ å.txt"]]


def test_a_file_that_is_still_being_written_is_waited_for(tmp_path: Path) -> None:
    def grow() -> None:
        with (tmp_path / "a.txt").open("a", encoding="utf-8") as file:
            file.write("more")

    assert seen(tmp_path, grow, grow, grow, nothing, nothing) == [[], ["a.txt"]]


def test_a_file_that_came_and_went_is_no_change(tmp_path: Path) -> None:
    file = tmp_path / "~lock.txt"
    assert seen(tmp_path, file.touch, file.unlink, nothing) == [[]]


def test_what_changes_during_a_run_is_not_missed(tmp_path: Path) -> None:
    runs = 0
    with suppress(KeyboardInterrupt):
        for _ in changes(tmp_path.iterdir, after(nothing, nothing, nothing)):
            runs += 1
            if runs == 1:
                (tmp_path / "late.txt").touch()
    assert runs == 2


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a note."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "KUL21.txt").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def watch(
    grantcheck: Grantcheck, monkeypatch: pytest.MonkeyPatch, options: list[str], *events: Event
) -> list[str]:
    """The report of each run; standard error must say what went on."""
    monkeypatch.setattr(watching, "pause", after(*events))
    result = grantcheck("audit", "notes", "--watch", "--format", "concise", *options)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout + result.stderr
    return [
        line
        for line in result.output.splitlines()
        if line.startswith(("grantcheck: ", "1 do", "2 do", "0 do"))
    ]


def test_a_new_note_starts_another_run(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = office / "notes" / "KUL22.txt"
    lines = watch(
        grantcheck, monkeypatch, [], lambda: twin.write_text(NOTE.replace("KUL21", "KUL22"), "utf-8"), nothing
    )
    assert [line for line in lines if "documents" in line or "1 document" in line] == [
        line for line in lines if line.startswith(("1 document: ", "2 documents: "))
    ]
    assert f"grantcheck: Changed: {Path('notes/KUL22.txt')}. Checking again." in lines
    assert (
        sum("Waiting for a change in " in line and line.endswith("files; ctrl-C ends.") for line in lines)
        == 2
    )


def test_a_changed_configuration_is_read_anew_and_a_mistake_in_it_awaits_its_mending(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = office / "grantcheck.toml"
    lines = watch(
        grantcheck,
        monkeypatch,
        [],
        lambda: file.write_text("[report]\nlanguage = 5\n", "utf-8"),
        nothing,
        lambda: file.write_text('[report]\nlanguage = "da"\n', "utf-8"),
        nothing,
    )
    assert sum(line.startswith("1 document: ") for line in lines) == 1
    assert sum("grantcheck.toml:2: " in line for line in lines) == 1
    assert sum(line.startswith("1 dokument: ") for line in lines) == 1
    assert any(line.startswith("grantcheck: Venter på ændringer i ") for line in lines)


@pytest.mark.parametrize("name", ["notes/KUL21.readings.yaml", "waivers.yaml", ".grantcheck/register.sqlite"])
def test_what_lies_beside_notes_and_settings_is_watched(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (office / ".grantcheck").mkdir()
    lines = watch(grantcheck, monkeypatch, [], (office / name).touch, nothing)
    assert any("Checking again." in line and Path(name).name in line for line in lines)


def test_rules_of_ones_own_are_watched(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = office / "rules"
    shutil.copytree(Path(__file__).parents[2] / "rules", rules)
    changed = next(rules.rglob("gc204*.yaml"))
    lines = watch(grantcheck, monkeypatch, ["--rules", "rules"], lambda: os.utime(changed, (1, 1)), nothing)
    assert any(f"Changed: {changed.relative_to(office)}." in line for line in lines)


def test_a_pack_and_a_profile_of_ones_own_are_watched_and_reasons_name_no_files(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(__file__).parents[2]
    shutil.copytree(root / "docs" / "examples" / "office-rules", office / "ours")
    shutil.copytree(root / "rules" / "profiles" / "copenhagen", office / "town")
    settings = '[rules]\npacks = ["ours/"]\n[profile]\nname = "town/"\n[rules.off]\nGC505 = "/"\n'
    (office / "grantcheck.toml").write_text(settings, "utf-8")
    watched = (Path("ours/pack.yaml"), Path("town/profile.yaml"))
    lines = watch(grantcheck, monkeypatch, [], *(lambda file=file: os.utime(file, (1, 1)) for file in watched), nothing)  # fmt: skip
    assert all(any(str(file) in line for line in lines if "Changed: " in line) for file in watched)


def test_a_report_in_the_folder_starts_no_run(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = watch(grantcheck, monkeypatch, ["-o", "markdown=notes/report.md"], nothing, nothing, nothing)
    assert (office / "notes" / "report.md").is_file()
    assert not any("Checking again" in line for line in lines)


@pytest.fixture
def watcher(office: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "grantcheck", "audit", "notes", "--watch", "-f", "concise"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    with process:
        yield process
        process.kill()


def told(process: subprocess.Popen[bytes], what: bytes, patience: float = 40) -> bytes:
    """Everything that the process prints until it has said this."""
    assert process.stdout is not None
    said, end = b"", time.monotonic() + patience
    while what not in said:
        assert select.select([process.stdout], [], [], max(0, end - time.monotonic()))[0], said
        said += os.read(process.stdout.fileno(), 65_536)
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_a_real_change_and_a_real_interruption(office: Path, watcher: subprocess.Popen[bytes]) -> None:
    told(watcher, b"ctrl-C ends.")
    (office / "notes" / "KUL22.txt").write_text(NOTE.replace("KUL21", "KUL22"), "utf-8")
    assert b"2 documents: " in told(watcher, b"ctrl-C ends.")
    watcher.send_signal(signal.SIGINT)
    rest, _ = watcher.communicate(timeout=20)
    assert (watcher.returncode, rest) == (0, b"")
