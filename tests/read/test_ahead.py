"""A reader that starts ahead reads what any reader reads, and does not outlive the run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.isolation.process import ChildProcess, ProcessEnded
from grantcheck.model.reading_limits import USUAL
from grantcheck.model.text import Text
from grantcheck.read import ahead as starting
from grantcheck.read import pool
from grantcheck.read.ahead import reader_ahead
from grantcheck.read.reading import Reading, ReadingOptions

from .docx.word import word
from .pdf.files import pdf, text

PROFILE = load_profile(shipped_rules())


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    page, document = tmp_path / "note.pdf", tmp_path / "note.docx"
    page.write_bytes(pdf(text(60, 700, "BU001 A note")))
    document.write_bytes(word("<w:p><w:r><w:t>BU001 A note</w:t></w:r></w:p>"))
    return [document, page]


@pytest.mark.parametrize("which", [0, 1], ids=["Word", "PDF"])
def test_a_reader_that_starts_ahead_is_the_one_that_reads(
    files: list[Path], which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Reading(PROFILE, ReadingOptions()).documents([files[which]])
    with reader_ahead([files[which]], USUAL, ocr=False) as ahead:
        assert ahead is not None
        monkeypatch.setattr(pool, "ChildProcess", lambda *_: pytest.fail("another reader was started"))
        assert Reading(PROFILE, ReadingOptions(ahead=ahead)).documents([files[which]]) == usual


def test_a_second_reading_with_the_same_options_starts_a_reader_of_its_own(files: list[Path]) -> None:
    with reader_ahead(files, USUAL, ocr=False) as ahead:
        reading = Reading(PROFILE, ReadingOptions(ahead=ahead, jobs=2))
        assert reading.documents(files) == reading.documents(files)


def test_a_reader_that_died_before_it_was_asked_is_replaced(files: list[Path]) -> None:
    usual = Reading(PROFILE, ReadingOptions()).documents(files)
    with reader_ahead(files, USUAL, ocr=False) as ahead:
        assert ahead is not None
        ahead.kill()
        while ahead.exit_code is None:
            pass
        assert Reading(PROFILE, ReadingOptions(ahead=ahead)).documents(files) == usual


def test_a_reader_that_nobody_needs_ends_with_the_block(files: list[Path]) -> None:
    with reader_ahead(files, USUAL, ocr=False) as ahead:
        assert ahead is not None
    assert ahead.exit_code is not None


def test_texts_and_folders_need_none(tmp_path: Path) -> None:
    with reader_ahead([tmp_path, tmp_path / "note.txt"], USUAL, ocr=False) as ahead:
        assert ahead is None


def test_one_processor_has_nothing_to_win(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with reader_ahead(files, USUAL, ocr=False) as ahead:
        assert ahead is None


def test_a_machine_without_a_process_to_spare_is_told_where_a_file_is_read(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> ChildProcess:
        raise ProcessEnded(Text(en="none left", da="ingen tilbage"))

    monkeypatch.setattr(starting, "ChildProcess", refused)
    with reader_ahead(files, USUAL, ocr=False) as ahead:
        assert ahead is None
