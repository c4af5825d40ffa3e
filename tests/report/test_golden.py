"""What the formats print, letter by letter. `WRITE_GOLDEN=1 pytest` writes the files anew."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from grantcheck.model.note import Note
from grantcheck.model.report import Report
from grantcheck.model.text import Language
from grantcheck.report.console_text import ConsoleText
from grantcheck.report.json_text import JsonText
from grantcheck.report.note_json import NotesJson
from grantcheck.report.note_text import NotesText
from grantcheck.report.page import Page

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (80, 140)
LANGUAGES: tuple[Language, ...] = ("en", "da")


def page(width: int, *, coloured: bool) -> Page:
    system = "standard" if coloured else None
    return Page(
        Console(
            file=StringIO(),
            width=width,
            force_terminal=coloured,
            color_system=system,
            no_color=not coloured,
            legacy_windows=False,
            _environ={},
        )
    )


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text


@pytest.mark.parametrize("coloured", [False, True], ids=["plain", "coloured"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_console_report(full_report: Report, width: int, language: Language, coloured: bool) -> None:
    text = ConsoleText(page(width, coloured=coloured), language).rendered(full_report)
    check(f"report-{width}-{language}-{'coloured' if coloured else 'plain'}.txt", text)


def test_console_report_with_all_outcomes(report_with_all: Report) -> None:
    check("report-all.txt", ConsoleText(page(80, coloured=False), "en").rendered(report_with_all))


def test_json_report(full_report: Report) -> None:
    check("report.json", JsonText().rendered(full_report))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_note_view(note: Note, width: int, language: Language) -> None:
    check(
        f"note-{width}-{language}.txt",
        NotesText(page(width, coloured=False), language).rendered([note, note]),
    )


def test_note_json(note: Note) -> None:
    check("note.json", NotesJson("da").rendered([note]))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*-plain.txt")), ids=lambda path: path.name)
def test_no_line_is_wider_than_the_page(path: Path) -> None:
    width = int(path.name.split("-")[1])
    assert max(map(len, path.read_text("utf-8").splitlines())) <= width
