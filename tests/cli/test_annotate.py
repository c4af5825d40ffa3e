"""`grantcheck annotate`: a copy with the findings as comments, and never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from report.annotated.notes import excel_note, pdf_note, word_note

from .conftest import Grantcheck

DAY = ("--as-of", "2026-11-23")
MAKERS = {".pdf": pdf_note, ".docx": word_note, ".xlsx": excel_note}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for suffix, made in MAKERS.items():
        (tmp_path / f"note{suffix}").write_bytes(made())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("suffix", MAKERS)
def test_a_copy_is_written_and_the_note_stays(office: Path, grantcheck: Grantcheck, suffix: str) -> None:
    before = Path(f"note{suffix}").read_bytes()
    result = grantcheck("annotate", f"note{suffix}", "-o", f"checked{suffix}", *DAY)
    assert result.exit_code in {0, 4}, result.output
    assert result.stdout.startswith(f"checked{suffix}: ")
    assert Path(f"note{suffix}").read_bytes() == before
    assert Path(f"checked{suffix}").read_bytes() != before


def test_comments_speak_the_language_of_the_run(office: Path, grantcheck: Grantcheck) -> None:
    result = grantcheck("annotate", "note.docx", "-o", "a.docx", "--lang", "da", *DAY)
    assert result.stdout.endswith(" fund.\n")
    assert any("rettelse: " in comment.text for comment in Document("a.docx").comments)


def test_findings_without_a_place_are_counted(office: Path, grantcheck: Grantcheck) -> None:
    result = grantcheck("annotate", "note.pdf", "-o", "a.pdf", "--lang", "da", *DAY)
    assert "af dem har intet sted i filen og står på sidste side." in result.stdout


def test_the_pages_behind_a_pdf_say_what_judged_it(office: Path, grantcheck: Grantcheck) -> None:
    grantcheck("annotate", "note.pdf", "-o", "a.pdf", *DAY)
    listed = PdfReader("a.pdf").pages[1]["/Annots"][0].get_object()["/Contents"]
    assert listed.startswith("Findings in note.pdf\nJudged as of 2026-11-23 by ")
    assert "1 document: " in listed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("note.txt", "-o", "a.txt"),
            2,
            "comments go into PDF, Word (.docx) and Excel (.xlsx) files. For .txt files",
        ),
        (("note.pdf", "-o", "note.pdf"), 2, "'note.pdf' is the note itself; a copy would take its place."),
        (("note.pdf", "-o", "link.pdf"), 2, "'link.pdf' is the note itself; a copy would take its place."),
        (("note.pdf", "-o", "a.docx"), 2, "The copy is the same kind of file as the note: -o a.pdf"),
        (
            ("note.pdf", "-o", "gone/a.pdf"),
            2,
            "'gone/a.pdf' cannot be used: it does not exist, or its folder does not.",
        ),
        ((".", "-o", "a.pdf"), 2, "'.' is a folder. Name one note; each copy is a file of its own."),
        (("none.pdf", "-o", "a.pdf"), 2, "There is no file or folder 'none.pdf'."),
        (("broken.pdf", "-o", "a.pdf"), 4, "'broken.pdf' cannot be annotated: it could not be read."),
        (("note.pdf",), 2, "Missing option '--output' / '-o'"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    office: Path, grantcheck: Grantcheck, arguments: tuple[str, ...], code: int, said: str
) -> None:
    Path("note.txt").write_text("KUL21", "utf-8")
    Path("broken.pdf").write_bytes(b"%PDF-1.4 broken")
    Path("link.pdf").symlink_to("note.pdf")
    before = {path.name: path.read_bytes() for path in office.iterdir() if path.is_file()}
    result = grantcheck("annotate", *arguments, *DAY)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert {path.name: path.read_bytes() for path in office.iterdir() if path.is_file()} == before


def test_a_sheet_with_comments_is_told(office: Path, grantcheck: Grantcheck) -> None:
    grantcheck("annotate", "note.xlsx", "-o", "once.xlsx", *DAY)
    result = grantcheck("annotate", "once.xlsx", "-o", "twice.xlsx", "--lang", "da", *DAY)
    assert result.exit_code == 2
    assert "'once.xlsx' kan ikke kommenteres: Arket »Forslag« har selv kommentarer" in result.stderr
    assert not Path("twice.xlsx").exists()
