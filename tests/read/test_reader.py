"""Files that hold no note: measured and told, never raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.read.reader import read_document
from read.reading import profile


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n", b"\x00\x01\x02" * 50, "Indhold på dansk".encode("latin-1"), b"\xef\xbb\xbf", b"hello"],
)
def test_bad_content_gives_no_notes(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(content)
    document = read_document(file, "note.txt", profile())
    assert document.notes == ()
    assert document.measure.bytes == len(content)


def test_bytes_that_are_not_utf8_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes("Økonomi på dansk".encode("latin-1"))
    assert read_document(file, "note.txt", profile()).measure.undecodable_bytes == 2


def test_a_file_over_the_limit_is_hashed_but_not_read(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"x" * 3_000_000)
    document = read_document(file, "note.txt", profile(), ReadingLimits(text_bytes=1_000_000))
    assert (document.notes, document.measure.bytes, document.measure.characters) == ((), 3_000_000, 0)
    assert len(document.source.sha256) == 64
