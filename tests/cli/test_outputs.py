"""`-o FORMAT[=FILE]`: several reports in one run, whole files or none."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from grantcheck.model.format_name import FormatName

from .conftest import NOTE, Grantcheck


@pytest.fixture
def round_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one note in `notes/`."""
    folder = tmp_path / "town"
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "KUL21.txt").write_text(NOTE, "utf-8")
    monkeypatch.chdir(folder)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return folder


def audit_to_files(grantcheck: Grantcheck, folder: Path, *arguments: str) -> dict[str, bytes]:
    folder.mkdir()
    outputs = [part for name in FormatName for part in ("-o", f"{name}={folder / name}")]
    result = grantcheck("audit", "notes", "--as-of", "2026-11-23", *outputs, *arguments)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("language", ["en", "da"])
def test_one_run_writes_every_format_and_two_runs_the_same_bytes(
    grantcheck: Grantcheck, round_folder: Path, language: str
) -> None:
    first = audit_to_files(grantcheck, round_folder / "first", "--lang", language)
    second = audit_to_files(grantcheck, round_folder / "second", "--lang", language, "--no-cache")
    assert set(first) == set(FormatName)
    assert first == second
    assert not any(os.fsencode(round_folder) in content for content in first.values())


def test_a_whole_path_inside_the_folder_is_told_from_the_folder(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    grantcheck(
        "audit", round_folder / "notes", "-o", "sarif=a.sarif", "-o", "gitlab=b.json", "-o", "github=c"
    )
    for name in ("a.sarif", "b.json", "c"):
        text = Path(name).read_text("utf-8")
        assert "notes/KUL21.txt" in text
        assert str(round_folder) not in text


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_platforms_get_paths_from_the_root_that_they_name(
    grantcheck: Grantcheck, round_folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(round_folder.parent))
    result = grantcheck("audit", "notes", "-o", "gitlab")
    assert {issue["location"]["path"] for issue in json.loads(result.stdout)} == {"town/notes/KUL21.txt"}


def test_standard_output_and_files_together(grantcheck: Grantcheck, round_folder: Path) -> None:
    result = grantcheck("audit", "notes", "-o", "concise", "-o", "json=report.json")
    assert result.stdout.startswith("notes/KUL21.txt:")
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["documents"] == 1


@pytest.mark.parametrize("arguments", [["--format", "csv"], ["-o", "csv"], ["-o", "csv=-"]])
def test_three_ways_to_say_standard_output(
    grantcheck: Grantcheck, round_folder: Path, arguments: list[str]
) -> None:
    assert grantcheck("audit", "notes", *arguments).stdout.startswith("note,note_title,path")


@pytest.mark.parametrize("arguments", [["--format", "xlsx"], ["-o", "xlsx"], ["-o", "xlsx=-"]])
def test_a_workbook_is_not_printed(grantcheck: Grantcheck, round_folder: Path, arguments: list[str]) -> None:
    result = grantcheck("audit", "notes", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "A workbook needs a file: -o xlsx=audit.xlsx" in " ".join(result.stderr.split())


def test_a_workbook_links_to_the_notes_from_where_it_lies(grantcheck: Grantcheck, round_folder: Path) -> None:
    Path("out").mkdir()
    grantcheck("audit", "notes", "-o", "xlsx=out/audit.xlsx")
    sheet = openpyxl.load_workbook("out/audit.xlsx")["Notes"]
    links = [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert [Path("out", link.replace("\\", "/")).resolve() for link in links] == [
        Path("notes/KUL21.txt").resolve()
    ]


def test_a_format_from_the_configuration_gives_way_to_an_output(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    Path("grantcheck.toml").write_text('[report]\nformat = "markdown"\n', "utf-8")
    assert grantcheck("audit", "notes").stdout.startswith("# Budget notes")
    assert grantcheck("audit", "notes", "-o", "concise").stdout.startswith("notes/KUL21.txt:")
    assert grantcheck("audit", "notes", "-o", "concise=x").stdout == ""
    assert grantcheck("audit", "notes", "-o", "concise=x", "-f", "json").stdout.startswith("{")
    assert grantcheck("show", "notes").stdout.startswith("KUL21")


def test_a_format_in_the_configuration_that_does_not_exist(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    Path("grantcheck.toml").write_text('[report]\nformat = "sarfi"\n', "utf-8")
    result = grantcheck("audit", "notes")
    assert result.exit_code == 2
    assert "grantcheck.toml:2" in result.stderr
    assert "There is no format 'sarfi'. Did you mean 'sarif'?" in result.stderr


def test_a_format_that_tells_every_check_does_not_lengthen_the_others(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    result = grantcheck("audit", "notes", "-o", "jsonl", "-o", "junit=j.xml")
    assert '"outcome": "holds"' not in result.stdout
    assert 'name="GC401' in Path("j.xml").read_text("utf-8")
    assert '"outcome": "holds"' in grantcheck("audit", "notes", "-o", "jsonl", "--show", "all").stdout


@pytest.mark.parametrize("target", ["none/report.json", "notes"])
def test_a_file_that_cannot_be_written_is_told_before_the_work(
    grantcheck: Grantcheck, round_folder: Path, target: str
) -> None:
    result = grantcheck("audit", "notes", "-o", "text", "-o", f"json={target}")
    assert result.exit_code == 2
    assert f"'{target}' cannot be used:" in result.stderr
    assert result.stdout == ""


def test_no_note_is_overwritten_by_a_report(grantcheck: Grantcheck, round_folder: Path) -> None:
    result = grantcheck("audit", "notes", "-o", "text=notes/KUL21.txt")
    assert result.exit_code == 2
    assert "a report would take its place" in " ".join(result.stderr.split())
    assert Path("notes/KUL21.txt").read_text("utf-8") == NOTE


def test_a_replaced_file_keeps_its_rights_and_a_link_stays_one(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    Path("kept.json").write_text("old", "utf-8")
    Path("kept.json").chmod(0o640)
    Path("link.json").symlink_to("kept.json")
    grantcheck("audit", "notes", "-o", "json=link.json")
    assert Path("link.json").is_symlink()
    assert Path("kept.json").read_text("utf-8").startswith("{")
    assert stat.S_IMODE(Path("kept.json").stat().st_mode) == 0o640
    assert [path.name for path in round_folder.iterdir() if path.name.startswith(".grantcheck")] == []


def test_a_round_without_documents_writes_its_files_and_says_so(
    grantcheck: Grantcheck, round_folder: Path
) -> None:
    Path("empty").mkdir()
    result = grantcheck("audit", "empty", "-o", "text", "-o", "sarif=x.sarif")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert "No document found" in result.stderr
    assert json.loads(Path("x.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_a_file_for_people_is_plain_whatever_the_terminal(
    grantcheck: Grantcheck, round_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    grantcheck("audit", "notes", "-o", "text=report.txt")
    text = Path("report.txt").read_text("utf-8")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) == 80


def test_the_published_schema_fits_what_is_printed(grantcheck: Grantcheck, round_folder: Path) -> None:
    schema = json.loads(grantcheck("schema", "report").stdout)
    report = json.loads(grantcheck("audit", "notes", "--format", "json", "--show", "all").stdout)
    jsonschema.Draft202012Validator(schema).validate(report)
