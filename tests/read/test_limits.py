"""How much of a file is read: what is beyond a limit is named, the rest is read."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from grantcheck.audit import audit
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.document import Document
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.read.reader import read_document
from grantcheck.read.reading import Reading, ReadingOptions

from .docx.word import p, run, word
from .pdf.files import pdf, text

PROFILE = load_profile(shipped_rules())


def _page(*lines: str) -> str:
    return "".join(text(50, 700 - 20 * row, line) for row, line in enumerate(lines))


@pytest.fixture
def three_notes(tmp_path: Path) -> Path:
    """Of two pages, four and one."""
    file = tmp_path / "notes.pdf"
    heads = {0: "BU017 Lektiehjælp", 2: "KF031 Byttestationer", 6: "TM102 Cykelstier"}
    pages = [_page(heads[n], "Resume", "Tekst.") if n in heads else _page("Mere tekst.") for n in range(7)]
    file.write_bytes(pdf(*pages))
    return file


def test_a_note_of_too_many_pages_is_named_and_the_others_are_read(three_notes: Path):
    first, long, last = read_document(three_notes, "", PROFILE, ReadingLimits(pages_per_note=3)).notes
    assert [note.sections != () for note in (first, long, last)] == [True, False, True]
    assert (long.code, long.title) == ("KF031", "Byttestationer")
    (said,) = long.unread
    assert said.code == "GC902"
    assert said.location.page == 3
    assert "The note KF031 has 4 pages; at most 3 of one note are read" in said.message.en
    assert "Notatet KF031 har 4 sider; der læses højst 3" in said.message.da


def test_a_note_within_the_limit_is_read(three_notes: Path):
    notes = read_document(three_notes, "", PROFILE, ReadingLimits(pages_per_note=4)).notes
    assert all(note.sections for note in notes)


def test_the_report_says_which_note_is_too_long(three_notes: Path):
    options = ReadingOptions(limits=ReadingLimits(pages_per_note=3))
    report = audit([three_notes], as_of=date(2026, 11, 23), engine="reference", reading=options)
    (finding,) = [one for one in report.findings if one.rule == "GC902"]
    assert finding.note == "KF031"
    assert "raise the limit of pages per note" in finding.message


def test_a_text_with_form_feeds_has_pages(tmp_path: Path):
    file = tmp_path / "note.txt"
    file.write_text("BU017 Lektiehjælp\nResume\nTekst.\n" + "\fMere tekst.\n" * 60, "utf-8")
    (long,) = read_document(file, "", PROFILE).notes
    assert "has 61 pages; at most 60" in long.unread[0].message.en
    assert long.code == "BU017"


@pytest.fixture(params=["txt", "docx", "pdf", "yaml", "csv"])
def two_notes(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    lines = ("BU017 Lektiehjælp", "Resume", "Tekst.", "KF031 Byttestationer", "Resume", "Tekst.")
    content = {
        "txt": "\n".join(lines).encode(),
        "docx": word("".join(p(run(line)) for line in lines)),
        "pdf": pdf(_page(*lines[:3]), _page(*lines[3:])),
        "yaml": b"notes:\n- {code: BU017, title: A}\n- {code: KF031, title: B}\n",
        "csv": b"kode;aktivitet;2026;enhed\nBU017;X;100;kr.\nKF031;Y;100;kr.\n",
    }
    file = tmp_path / f"notes.{request.param}"
    file.write_bytes(content[request.param])
    return file


def _read(file: Path, limits: ReadingLimits) -> Document:
    (document,) = Reading(PROFILE, ReadingOptions(limits=limits)).documents([file])
    return document


def test_a_file_with_too_many_notes_is_not_read(two_notes: Path):
    assert len(_read(two_notes, ReadingLimits(notes_per_file=2)).notes) == 2
    refused = _read(two_notes, ReadingLimits(notes_per_file=1))
    assert refused.notes == ()
    assert refused.measure.problem == "too-many-notes"
    assert "has 2 notes; at most 1" in refused.measure.detail.en


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".xlsx"])
def test_every_kind_of_file_has_its_size(tmp_path: Path, suffix: str):
    file = tmp_path / f"note{suffix}"
    file.write_bytes(b"x" * 1_001)
    limits = ReadingLimits(text_bytes=1_000, word_bytes=1_000, pdf_bytes=1_000, sheet_bytes=1_000)
    measure = read_document(file, "", PROFILE, limits).measure
    assert (measure.bytes, measure.byte_limit) == (1_001, 1_000)


@pytest.mark.parametrize(("what", "has"), [("lines", 3), ("amounts", 2)])
def test_a_limit_on_the_extent_of_a_text(tmp_path: Path, what: str, has: int):
    file = tmp_path / "note.txt"
    file.write_bytes("BU017 Lektiehjælp\r\nResume\rDer gives 0,3 mio. kr. og kr. 200.000.".encode())
    assert read_document(file, "", PROFILE, ReadingLimits(**{f"text_{what}": has})).notes
    measure = read_document(file, "", PROFILE, ReadingLimits(**{f"text_{what}": has - 1})).measure
    assert f"has {has} {what}; at most {has - 1} of a text are read" in measure.detail.en


HOSTILE = {
    "lines of one figure": "1\n" * 2_500_000,
    "lines of two figures": "2\n0\n" * 1_250_000,
    "tiny notes": "BU017 T\nResume\n" * 300_000,
    "amounts": "BU017 Titel\nResume\n" + "0,3 mio. kr. i 2026.\n" * 49_000,
    "page breaks": "\f\n" * 2_400_000,
    "captions": "Tabel 1. Oversigt over ønskets\n" * 60_000,
}


SLOW = ("amounts", "captions")


@pytest.mark.parametrize(
    "what", [pytest.param(what, marks=[pytest.mark.slow] if what in SLOW else []) for what in HOSTILE]
)
def test_no_text_takes_more_than_ten_seconds(tmp_path: Path, what: str):
    file = tmp_path / "note.txt"
    file.write_text(HOSTILE[what], "utf-8")
    started = time.process_time()
    document = read_document(file, "", PROFILE)
    assert time.process_time() - started < 10
    assert document.measure.problem or all(note.unread for note in document.notes)


@pytest.mark.parametrize("head", ["", "code: A1\ntitle: B\ncategories:\n"])
def test_keys_without_end_are_told_soon(tmp_path: Path, head: str):
    file = tmp_path / "note.yaml"
    file.write_text(head + "".join(f"  k{number}: true\n" for number in range(30_000)), "utf-8")
    started = time.process_time()
    read_document(file, "", PROFILE)
    assert time.process_time() - started < 10


def test_a_limit_on_what_is_unpacked(tmp_path: Path):
    file = tmp_path / "note.docx"
    file.write_bytes(word(p(run("BU017 Lektiehjælp")) + p(run("Resume"))))
    assert (
        read_document(file, "", PROFILE, ReadingLimits(unpacked_bytes=1_000)).measure.problem == "too-large"
    )
    assert read_document(file, "", PROFILE).notes


def test_another_limit_reads_anew(three_notes: Path, tmp_path: Path):
    for most, codes in ((3, 1), (60, 0)):
        options = ReadingOptions(cache=tmp_path / "cache", limits=ReadingLimits(pages_per_note=most))
        (document,) = Reading(PROFILE, options).documents([three_notes])
        assert sum(bool(note.unread and note.has_hidden_pages) for note in document.notes) == codes


@pytest.mark.parametrize("value", [0, -1, "60", True, 1.5])
def test_a_limit_is_a_number_above_zero(value: object):
    with pytest.raises(ValueError, match=r"The limit 'pages_per_note' is .* Give a whole number"):
        ReadingLimits(pages_per_note=value)
