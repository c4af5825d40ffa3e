"""`audit --since`: what changed is judged, the rest is read beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from git_repository import committed

from grantcheck.report.formats.report_schema import report_schema

from .conftest import NOTE, Grantcheck


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two committed notes in the current folder."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "KUL21.txt").write_text(NOTE, "utf-8")
    (tmp_path / "notes" / "KUL22 Ældre å.txt").write_text(NOTE.replace("KUL21", "KUL22"), "utf-8")
    committed(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reported(grantcheck: Grantcheck, *options: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(grantcheck("audit", "notes", "-f", "json", *options).stdout)
    return report


def edit(note: Path) -> None:
    note.write_text(note.read_text("utf-8").replace("1.240", "1.250"), "utf-8")


def test_only_what_changed_is_judged_and_the_rest_is_listed_as_read(
    grantcheck: Grantcheck, repository: Path
) -> None:
    edit(repository / "notes" / "KUL22 Ældre å.txt")
    report = reported(grantcheck, "--since", "HEAD")
    assert {finding["note"] for finding in report["findings"]} == {"KUL22"}
    assert [note["note"] for note in report["notes"]] == ["KUL22"]
    assert report["summary"]["documents"] == 1
    assert report["scope"]["judged"] == ["notes/KUL22 Ældre å.txt"]
    assert len(report["inputs"]) == 2
    assert "scope" in report_schema()["properties"]


def test_a_report_of_all_has_no_scope(grantcheck: Grantcheck, repository: Path) -> None:
    assert reported(grantcheck)["scope"] is None


def test_what_changed_is_held_against_what_did_not(grantcheck: Grantcheck, repository: Path) -> None:
    twin = repository / "notes" / "KUL30.txt"
    twin.write_text(NOTE, "utf-8")  # with the code of KUL21
    report = reported(grantcheck, "--since", "HEAD")
    (shared,) = (finding for finding in report["findings"] if finding["rule"] == "GC702")
    assert (shared["outcome"], shared["path"]) == ("broken", "notes/KUL30.txt")
    assert "notes/KUL21.txt" in json.dumps(shared)


def test_a_note_whose_settled_readings_changed_is_judged_again(
    grantcheck: Grantcheck, repository: Path
) -> None:
    figures = "Aftenåbne værksteder Service 310 {} 310 310 1.240"
    doubtful = repository / "notes" / "KUL21.txt"
    doubtful.write_text(NOTE.replace(figures.format("310"), figures.format("(310)")), "utf-8")
    committed(repository, "second")
    template = grantcheck("show", "notes/KUL21.txt", "--doubts").stdout
    settled = template.partition("marks:")[0].replace("value: open", "value: 310000")
    settled = settled.replace("by: open", "by: A. Jensen").replace("when: open", "when: 2026-11-23")
    (repository / "notes" / "KUL21.readings.yaml").write_text(settled, "utf-8")
    assert reported(grantcheck, "--since", "HEAD")["scope"]["judged"] == ["notes/KUL21.txt"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nothing was checked: none of the 2 files changed since HEAD ("),
        ("da", "Intet er kontrolleret: ingen af de 2 filer er ændret siden HEAD ("),
    ],
)
def test_where_nothing_changed_it_says_that_nothing_was_checked(
    grantcheck: Grantcheck, repository: Path, language: str, said: str
) -> None:
    result = grantcheck("audit", "notes", "--since", "HEAD", "--lang", language)
    assert (result.exit_code, result.stdout) == (0, "")
    assert said in result.stderr
    counts = reported(grantcheck, "--since", "HEAD")["summary"]
    assert set(counts.values()) == {0}


def test_a_folder_without_notes_is_no_clean_result(grantcheck: Grantcheck, repository: Path) -> None:
    (repository / "empty").mkdir()
    result = grantcheck("audit", "empty", "--since", "HEAD")
    assert result.exit_code == 4
    assert "No document found in empty" in result.stderr


def test_a_changed_configuration_is_told(grantcheck: Grantcheck, repository: Path) -> None:
    (repository / "grantcheck.toml").write_text('[severities]\nGC204 = "error"\n', "utf-8")
    result = grantcheck("audit", "notes", "--since", "HEAD")
    assert "of weight for every note: grantcheck.toml. Check all of them without --since." in result.stderr
    edit(repository / "notes" / "KUL21.txt")
    text = " ".join(grantcheck("audit", "notes", "--since", "HEAD").stdout.split())
    assert "Checked: 1 of 2 files, those of notes changed since HEAD (" in text
    assert "of weight for every note: grantcheck.toml." in text


@pytest.mark.parametrize("form", ["concise", "narrate", "markdown", "github", "github-summary", "sarif"])
def test_every_report_says_what_was_left_out(grantcheck: Grantcheck, repository: Path, form: str) -> None:
    edit(repository / "notes" / "KUL21.txt")
    told = grantcheck("audit", "notes", "--since", "HEAD", "-f", form).stdout
    assert ("Checked: 1 of 2 files" if form != "sarif" else '"roles": [\n') in told
    if form == "sarif":
        roles = [artifact["roles"] for artifact in json.loads(told)["runs"][0]["artifacts"]]
        assert roles == [["analysisTarget"], ["unmodified"]]


def test_an_unknown_revision_is_wrong_usage(grantcheck: Grantcheck, repository: Path) -> None:
    result = grantcheck("audit", "notes", "--since", "none")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("grantcheck: --since: The repository ")
    assert "knows no revision 'none'. Name a branch, a tag or a commit" in result.stderr
