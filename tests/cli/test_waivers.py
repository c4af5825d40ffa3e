"""`--waivers`, `--waivers-from` and `grantcheck waivers`."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from written_waivers import GOOD, in_excel, in_yaml

from grantcheck.cli import waivers_in_use

from .conftest import NOTE, Grantcheck

DAY = ("--as-of", "2026-11-23")
WRONG_SUM = NOTE.replace("U 310 310 310 310 1.240", "U 310 310 310 310 1.250", 1)
KUL21 = GOOD | {"rule": "GC401", "note": "KUL21"}
FIT = (KUL21, KUL21 | {"rule": "GC402"}, KUL21 | {"rule": "GC403"})


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one note whose sum is wrong, in `notes/`."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "KUL21.txt").write_text(WRONG_SUM, "utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def summary(grantcheck: Grantcheck, *arguments: str | Path, code: int | None = None) -> dict[str, int]:
    result = grantcheck("audit", "notes", *DAY, "-f", "json", *arguments)
    if code is not None:
        assert result.exit_code == code, result.output
    return json.loads(result.stdout)["summary"]


def test_a_waiver_beside_the_configuration_is_found(grantcheck: Grantcheck, town: Path) -> None:
    assert summary(grantcheck, code=1)["waived"] == 0
    (town / "waivers.yaml").write_text(in_yaml(*FIT), "utf-8")
    assert summary(grantcheck)["waived"] >= 1
    folder = town / "settings"
    folder.mkdir()
    (folder / "grantcheck.toml").write_text("", "utf-8")
    assert summary(grantcheck, "--config", folder / "grantcheck.toml")["waived"] == 0
    (town / "waivers.yaml").rename(folder / "waivers.yaml")
    assert summary(grantcheck, "--config", folder / "grantcheck.toml")["waived"] >= 1


def test_a_waived_run_passes_and_an_excel_file_does_as_well(grantcheck: Grantcheck, town: Path) -> None:
    broken = {
        each["rule"]
        for each in json.loads(grantcheck("audit", "notes", *DAY, "-f", "json").stdout)["findings"]
        if each["outcome"] == "broken" and each["severity"] == "error"
    }
    rows = [KUL21 | {"rule": rule} for rule in sorted(broken)]
    (town / "waivers.xlsx").write_bytes(in_excel(list(KUL21), *(list(row.values()) for row in rows)))
    assert summary(grantcheck, code=0)["waived"] == len(broken)


def test_a_waiver_file_among_the_notes_is_no_note(grantcheck: Grantcheck, town: Path) -> None:
    (town / "notes" / "waivers.yaml").write_text(in_yaml(*FIT), "utf-8")
    (town / "notes" / "waivers.xlsx").write_bytes(in_excel())
    assert summary(grantcheck)["documents"] == 1


def test_two_files_of_waivers_are_one_too_many(grantcheck: Grantcheck, town: Path) -> None:
    (town / "waivers.yaml").write_text(in_yaml(), "utf-8")
    (town / "waivers.xlsx").write_bytes(in_excel())
    result = grantcheck("audit", "notes")
    assert result.exit_code == 2
    assert "two files of waivers" in result.stderr
    assert "--waivers" in result.stderr


def test_a_file_that_is_named_must_be_there_and_without_mistakes(grantcheck: Grantcheck, town: Path) -> None:
    missing = grantcheck("audit", "notes", "--waivers", "none.yaml")
    assert (missing.exit_code, "none.yaml" in missing.stderr) == (2, True)
    (town / "w.yaml").write_text("waivers:\n  - {rule: GC401, nota: KUL21}\n", "utf-8")
    wrong = grantcheck("audit", "notes", "--waivers", "w.yaml")
    assert wrong.exit_code == 2
    assert "w.yaml:2: 'nota' is not a known key. Did you mean 'note'?" in wrong.stderr


def test_a_waiver_that_lapses_soon_is_told_beside_every_report(grantcheck: Grantcheck, town: Path) -> None:
    (town / "waivers.yaml").write_text(in_yaml(*(each | {"expires": "2026-11-24"} for each in FIT)), "utf-8")
    result = grantcheck("audit", "notes", *DAY)
    assert "lapses at the end of 2026-11-24 (1 day left)" in result.stderr
    assert "lapses at the end of 2026-11-24" in " ".join(result.stdout.split())
    quiet = grantcheck("audit", "notes", *DAY, "--no-config", "-f", "json")
    assert json.loads(quiet.stdout)["waivers"]["warn_days"] == 30


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "Europe/Copenhagen", "2026-12-31"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "Europe/Copenhagen", "2027-01-01"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "America/Nuuk", "2026-12-31"),
    ],
)
def test_today_is_the_day_in_the_time_zone(
    grantcheck: Grantcheck,
    town: Path,
    monkeypatch: pytest.MonkeyPatch,
    moment: datetime,
    zone: str,
    day: str,
) -> None:
    monkeypatch.setattr(waivers_in_use, "now", lambda: moment)
    monkeypatch.setenv("GRANTCHECK_WAIVERS_TIME_ZONE", zone)
    (town / "waivers.yaml").write_text(in_yaml(*FIT), "utf-8")
    listed = json.loads(grantcheck("waivers", "list", "-f", "json").stdout)["waivers"]
    assert (listed["day"], listed["time_zone"]) == (day, zone)
    assert {each["state"] for each in listed["waivers"]} == {"not_looked_at" if day < "2027" else "lapsed"}


def test_an_unknown_time_zone_is_told(grantcheck: Grantcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRANTCHECK_WAIVERS_TIME_ZONE", "Europe/Kopenhagen")
    result = grantcheck("audit", "notes")
    assert result.exit_code == 2
    assert "'Europe/Kopenhagen' is no time zone. Write one of the IANA names" in result.stderr


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Anne", "-c", "user.email=anne@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(town: Path) -> Path:
    """The folder as a repository whose `main` has no waivers; the branch that is checked out has some."""
    (town / ".git").rmdir()
    git("init", "-b", "main")
    git("add", "notes")
    git("commit", "-m", "A note")
    git("checkout", "-b", "change")
    (town / "waivers.yaml").write_text(in_yaml(*FIT), "utf-8")
    git("add", ".")
    git("commit", "-m", "Waive it")
    return town


def test_a_change_cannot_exempt_itself(grantcheck: Grantcheck, repository: Path) -> None:
    assert summary(grantcheck)["waived"] >= 1
    result = grantcheck("audit", "notes", *DAY, "--waivers-from", "git:main", "-f", "json")
    assert json.loads(result.stdout)["summary"]["waived"] == 0
    assert "'main' has no file 'waivers.yaml', so that nothing is waived." in result.stderr


def test_what_the_base_branch_waives_stands_even_where_the_change_took_it_out(
    grantcheck: Grantcheck, repository: Path
) -> None:
    (repository / "waivers.yaml").unlink()
    for named in ((), ("--waivers", "waivers.yaml")):
        result = grantcheck("audit", "notes", *DAY, "--waivers-from", "git:change", "-f", "json", *named)
        report = json.loads(result.stdout)
        assert report["summary"]["waived"] >= 1
        assert report["waivers"]["revision"] == "change"
        assert len(report["waivers"]["commit"]) == 40


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("main", "names no revision. Write git:REF"),
        ("git:", "names no revision"),
        ("git:--upload-pack=x", "names no revision"),
        ("git:mein", "There is no revision 'mein'"),
    ],
)
def test_a_revision_that_is_none_is_told(
    grantcheck: Grantcheck, repository: Path, revision: str, said: str
) -> None:
    result = grantcheck("audit", "notes", "--waivers-from", revision)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "--waivers-from" in result.stderr


def test_outside_a_repository_there_is_no_revision(grantcheck: Grantcheck, town: Path) -> None:
    (town / ".git").rmdir()
    result = grantcheck("audit", "notes", "--waivers-from", "git:main")
    assert (result.exit_code, "in no git repository" in result.stderr) == (2, True)


def test_a_folder_that_is_not_there_has_no_waivers(grantcheck: Grantcheck, repository: Path) -> None:
    result = grantcheck("audit", "notes", "--waivers", "none/w.yaml", "--waivers-from", "git:main")
    assert (result.exit_code, "There is no folder 'none'." in result.stderr) == (2, True)


def test_without_git_the_remedy_is_told(
    grantcheck: Grantcheck, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    result = grantcheck("audit", "notes", "--waivers-from", "git:main")
    assert (result.exit_code, "git is not installed" in result.stderr) == (2, True)


def test_the_list_names_each_with_its_state_and_those_that_lapse_soon(
    grantcheck: Grantcheck, town: Path
) -> None:
    soon = KUL21 | {"rule": "GC403", "expires": "2026-12-23"}
    over = KUL21 | {"rule": "GC404", "expires": "2026-11-22"}
    (town / "waivers.yaml").write_text(in_yaml(KUL21, soon, over), "utf-8")
    every = grantcheck("waivers", "list", *DAY).stdout
    assert "GC401 for KUL21  good, 38 days left" in every
    assert "GC404 for KUL21  lapsed, since 1 day" in every
    assert "case 2026-0001" in " ".join(every.split())
    within = grantcheck("waivers", "list", *DAY, "--expiring-in", "30d")
    assert [line[:5] for line in within.stdout.splitlines() if line.startswith("GC")] == ["GC403"]
    assert grantcheck("waivers", "list", *DAY, "--expiring-in", "29").stdout == ""


def test_a_number_of_days_that_is_none_is_told(grantcheck: Grantcheck) -> None:
    result = grantcheck("waivers", "list", "--expiring-in", "soon")
    assert (result.exit_code, "Write it as 30d." in result.stderr) == (2, True)


def test_without_a_file_the_commands_say_so(grantcheck: Grantcheck) -> None:
    for command in ("list", "check"):
        result = grantcheck("waivers", command)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "There is no file of waivers" in result.stderr


def test_check_tells_each_fault_and_fails(grantcheck: Grantcheck, town: Path) -> None:
    self_approved = KUL21 | {"approved_by": "anne jensen"}
    (town / "waivers.yaml").write_text(in_yaml(KUL21, self_approved, KUL21 | {"note": "ZZ"}), "utf-8")
    alone = grantcheck("waivers", "check", *DAY)
    assert alone.exit_code == 1
    assert alone.stdout.startswith("waivers.yaml: line 10: GC401 for KUL21: owner and approver")
    assert alone.stdout.count("\n") == 1
    beside = grantcheck("waivers", "check", "notes", *DAY, "-f", "json")
    faults = json.loads(beside.stdout)["faults"]
    assert [fault["rule"] for fault in faults] == ["GC911", "GC911"]
    assert faults[1]["message"].endswith("fits no finding.")


def test_check_of_good_waivers_passes(grantcheck: Grantcheck, town: Path) -> None:
    (town / "waivers.yaml").write_text(in_yaml(KUL21), "utf-8")
    assert grantcheck("waivers", "check", *DAY).exit_code == 0
