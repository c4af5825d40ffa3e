"""How much of a file is read, and how long and with how much memory."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

_KEPT_AS_BYTES: Final = {".docx": "word_bytes", ".pdf": "pdf_bytes", ".xlsx": "sheet_bytes"}


@dataclass(frozen=True)
class ReadingLimits:
    """The limits of one run. A note of the template is far below all of them.

    Raises:
        ValueError: a limit is no whole number above zero.
    """

    pages_per_note: int = 60
    """A longer note is named and not read; the other notes of its file are."""
    pages_per_file: int = 600
    """Of a PDF file; one with more is not read."""
    notes_per_file: int = 600
    """A file with more notes is not read."""
    text_bytes: int = 5_000_000
    """The largest file of text, YAML, JSON or CSV."""
    text_lines: int = 200_000
    """Of a text; a note has some hundreds."""
    text_amounts: int = 50_000
    """Of a text; a note has some tens."""
    sheet_bytes: int = 5_000_000
    """The largest Excel file."""
    word_bytes: int = 20_000_000
    """The largest Word file; pictures make it larger than its text."""
    pdf_bytes: int = 20_000_000
    unpacked_bytes: int = 100_000_000
    """What is unpacked of a Word or Excel file."""
    seconds: int = 30
    """Of waiting for one file."""
    processor_seconds: int = 20
    """Of computing for one file; text recognition has its own."""
    memory_bytes: int = 1 << 30
    """Of the process that reads."""
    ocr_pages: int = 10
    """Scanned pages that are recognised of one file."""
    ocr_page_seconds: int = 60

    def __post_init__(self) -> None:
        for limit in fields(self):
            value = getattr(self, limit.name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(
                    f"The limit '{limit.name}' is {value!r}. Give a whole number of at least 1, or leave it out."
                )

    def bytes_of(self, suffix: str) -> int:
        """The largest file with that ending, such as `.pdf`, that is read."""
        size: int = getattr(self, _KEPT_AS_BYTES.get(suffix, "text_bytes"))
        return size

    def patience(self, *, ocr: bool) -> int:
        """Seconds of waiting for one file, with or without text recognition."""
        return self.seconds + (self.ocr_pages * self.ocr_page_seconds if ocr else 0)

    def computing(self, *, ocr: bool) -> int:
        """Seconds of computing for one file, and for a program that is started over it."""
        return self.processor_seconds + (self.ocr_page_seconds if ocr else 0)


USUAL: Final = ReadingLimits()
