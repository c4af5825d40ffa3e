"""`audit --baseline` and `--write-baseline`: only what is new makes a run fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import NOTE, Grantcheck

DAY = ("--as-of", "2026-11-23")
WRONG = NOTE.replace("U 310 310 310 310 1.240", "U 310 310 310 310 1.250", 1)
USUAL = Path("grantcheck-baseline.json")


@pytest.fixture(autouse=True)
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note with a wrong sum, in `notes/` of the current folder."""
    (tmp_path / "notes").mkdir()
    path = tmp_path / "notes" / "KUL21.txt"
    path.write_text(WRONG, "utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return path


def report(grantcheck: Grantcheck, *arguments: str, code: int) -> dict[str, object]:
    result = grantcheck("audit", "notes", *DAY, "-f", "json", *arguments)
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def test_what_is_known_fails_nothing_and_is_counted_apart(grantcheck: Grantcheck) -> None:
    before = report(grantcheck, code=1)["summary"]
    report(grantcheck, "--write-baseline", "known.json", code=0)
    known = report(grantcheck, "--baseline", "known.json", code=0)
    assert (known["summary"]["broken"], known["summary"]["not_verifiable"]) == (0, 0)
    assert known["summary"]["baselined"] == before["broken"] + before["not_verifiable"]
    assert known["baseline"]["found"] == known["baseline"]["entries"]


@pytest.mark.parametrize(
    "arguments", [["notes", "--write-baseline"], ["--write-baseline", "--show", "all", "notes"]]
)
def test_without_a_name_the_usual_file_is_written(grantcheck: Grantcheck, arguments: list[str]) -> None:
    result = grantcheck("audit", *arguments, *DAY)
    assert result.exit_code == 0
    assert f"written to {USUAL}." in result.stderr
    assert json.loads(USUAL.read_text("utf-8"))["known"]


def test_without_a_name_that_of_the_baseline_is_written(grantcheck: Grantcheck) -> None:
    assert grantcheck("audit", "notes", "--baseline", "b.json", "--write-baseline").exit_code == 0
    assert not USUAL.exists()
    first = Path("b.json").read_bytes()
    assert grantcheck("audit", "notes", *DAY, "--baseline", "b.json", "--write-baseline").exit_code == 0
    assert json.loads(Path("b.json").read_bytes())["known"] == json.loads(first)["known"]


def test_what_is_new_still_fails(grantcheck: Grantcheck, note: Path) -> None:
    report(grantcheck, "--write-baseline", code=0)
    note.write_text(
        WRONG.replace("300 300 300 0\nAfsatte", "300 300 300 0\nAfsatte").replace(
            "Afsatte midler i alt 300", "Afsatte midler i alt 400"
        ),
        "utf-8",
    )
    found = report(grantcheck, "--baseline", str(USUAL), code=1)
    new = [
        each["rule"] for each in found["findings"] if each["outcome"] == "broken" and not each["baselined"]
    ]
    assert new == ["GC406"]


def test_another_place_in_the_note_and_another_folder_keep_what_is_known(
    grantcheck: Grantcheck, note: Path
) -> None:
    report(grantcheck, "--write-baseline", code=0)
    note.write_text(
        WRONG.replace("Administrativt bilag", "En ny linje.\n\nOg en til.\n\nAdministrativt bilag"), "utf-8"
    )
    report(grantcheck, "--baseline", str(USUAL), code=0)
    note.parent.rename("other")
    assert grantcheck("audit", "other", *DAY, "--baseline", USUAL).exit_code == 0


def test_what_was_mended_is_told(grantcheck: Grantcheck, note: Path) -> None:
    report(grantcheck, "--write-baseline", code=0)
    note.write_text(NOTE, "utf-8")
    result = grantcheck("audit", "notes", *DAY, "--baseline", USUAL)
    told = " ".join(result.stdout.split())
    assert "no longer occur. No longer there, so take it out of the baseline: GC401 KUL21" in told
    assert {
        each["rule"] for each in report(grantcheck, "--baseline", str(USUAL), code=0)["baseline"]["fixed"]
    } >= {"GC401"}


def test_a_configuration_may_name_it(grantcheck: Grantcheck) -> None:
    report(grantcheck, "--write-baseline", code=0)
    Path("grantcheck.toml").write_text(f'[baseline]\nfile = "{USUAL}"\n', "utf-8")
    report(grantcheck, code=0)


def test_what_could_not_be_read_stays_what_it_is(grantcheck: Grantcheck, note: Path) -> None:
    note.write_text("", "utf-8")
    report(grantcheck, "--write-baseline", code=4)
    report(grantcheck, "--baseline", str(USUAL), code=4)


def test_a_baseline_that_is_not_there_is_told(grantcheck: Grantcheck) -> None:
    result = grantcheck("audit", "notes", "--baseline", "none.json")
    assert (result.exit_code, "none.json" in result.stderr) == (2, True)


@pytest.mark.parametrize("target", ["notes/KUL21.txt", "notes"])
def test_a_note_is_never_replaced_by_a_baseline(grantcheck: Grantcheck, note: Path, target: str) -> None:
    before = note.read_bytes()
    result = grantcheck("audit", "notes", "--write-baseline", target)
    assert result.exit_code == 2, result.output
    assert note.read_bytes() == before


def test_two_runs_write_the_same_bytes(grantcheck: Grantcheck) -> None:
    report(grantcheck, "--write-baseline", "a.json", code=0)
    report(grantcheck, "--write-baseline", "b.json", "--no-cache", code=0)
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()
