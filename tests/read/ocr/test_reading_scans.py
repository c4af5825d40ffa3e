"""Pages that are images, from the command line to the program and back; the program is a stand-in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from grantcheck.cli.main import app
from read.ocr.programs import asked, install, note_lines, scanned, table_of


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "programs"

    def installed(says: str = "", **how: str) -> Path:
        install(folder, says, **how)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return installed


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "KUL21.pdf"
    path.write_bytes(scanned())
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def read(path: Path, *options: str) -> dict:
    result = run("show", path, "--ocr", "--format", "json", *options)
    assert result.exit_code == 4, result.stderr
    (note,) = json.loads(result.stdout)["notes"]
    return note


def test_figures_are_shown_and_all_in_doubt(program, scan):
    program(table_of(*note_lines()))
    note = read(scan)
    (table,) = note["tables"]
    assert note["code"] == "KUL21"
    assert note["ocr_pages"] == [1]
    assert (table["kind"], table["unit"], table["price_level"]) == ("overview", 1000, 2026)
    assert table["years"] == [2026, 2027, 2028, 2029]
    for row in table["rows"]:
        assert list(row["amounts"].values()) == [310_000] * 4
        assert {"2026", "2027", "2028", "2029", "total", "label", "control_area"} <= set(row["doubt"])


def test_text_and_marks_are_not_used(program, scan):
    program(table_of(*note_lines()))
    note = read(scan)
    assert note["claims"] == note["statements"] == note["sections"] == []
    assert set(note["categories"].values()) | set(note["districts"].values()) <= {None}
    about = {(entry["code"], entry["about"]) for entry in note["unread"]}
    assert about == {("GC902", "page"), ("GC904", "heading"), ("GC904", "claims")}


def test_people_see_the_mark_at_every_figure(program, scan):
    program(table_of(*note_lines()))
    shown = run("show", scan, "--ocr")
    assert shown.exit_code == 4
    assert shown.stdout.count("~310 000?") == 8
    assert "it was read by OCR" in " ".join(shown.stdout.split())


def test_no_rule_is_decided_by_ocr(program, scan):
    program(table_of(*note_lines()))
    result = run("audit", scan, "--ocr", "--format", "json", "--show", "all")
    assert result.exit_code == 4
    findings = json.loads(result.stdout)["findings"]
    reading = {"GC901", "GC902", "GC903", "GC904", "GC905", "GC907", "GC908", "GC909", "GC912", "GC999"}
    decided = {
        (finding["rule"], finding["outcome"])
        for finding in findings
        if finding["outcome"] in {"broken", "holds", "noted"} and finding["rule"] not in reading
    }
    assert decided == set()
    assert any(finding["outcome"] == "not_verifiable" for finding in findings)


def test_the_program_is_asked_only_with_the_option(program, scan):
    folder = program(table_of(*note_lines()))
    assert run("show", scan).exit_code == 4
    assert asked(folder) == []
    read(scan)
    (call,) = asked(folder)
    assert call == "- - -l dan --psm 11 --dpi 300 tsv"


def test_what_was_read_without_ocr_is_not_taken_for_a_reading_with_it(program, scan):
    folder = program(table_of(*note_lines()))
    run("show", scan)
    assert read(scan) == read(scan)
    assert len(asked(folder)) == 1
    assert "~" not in run("show", scan).stdout


@pytest.mark.parametrize(
    ("after", "says"),
    [("sys.exit(1)", ""), ("os.abort()", ""), ("pass", ""), ("pass", "\x00\xff\n5\t1\tno table\n" * 50)],
    ids=["fails", "crashes", "is silent", "prints garbage"],
)
def test_a_page_that_is_not_recognised_stays_unread(program, scan, after, says):
    program(says, after=after)
    result = run("audit", scan, "--ocr", "--no-cache")
    assert result.exit_code == 4
    assert "Traceback" not in result.stdout + result.stderr


def test_no_more_than_ten_pages_are_recognised(program, tmp_path):
    folder = program(table_of(*note_lines()))
    path = tmp_path / "many.pdf"
    path.write_bytes(scanned(12))
    result = run("show", path, "--ocr", "--no-cache", "--format", "json")
    assert result.exit_code == 4
    assert len(asked(folder)) == 10
    assert "only 10 pages of a file" in result.stdout


def test_a_missing_program_is_told_with_its_remedy(tmp_path, monkeypatch, scan):
    monkeypatch.setenv("PATH", str(tmp_path))
    for command in ("audit", "show"):
        result = run(command, scan, "--ocr")
        assert result.exit_code == 2
        assert "tesseract was not found" in result.stderr
        assert "apt-get install tesseract-ocr tesseract-ocr-dan" in result.stderr
        assert "grantcheck[ocr]" in result.stderr


def test_missing_danish_data_is_told_with_its_remedy(program, scan):
    program(languages="List of available languages (2):\\neng\\nosd\\n")
    result = run("audit", scan, "--ocr")
    assert result.exit_code == 2
    assert "no data for Danish (dan)" in result.stderr
    assert "tesseract-ocr-dan" in result.stderr
