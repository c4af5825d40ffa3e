"""Reading structured files in tests: text or bytes in, a document out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from grantcheck.data.profile import Profile, load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.document import Document
from grantcheck.model.note import Note, Source
from grantcheck.model.reading_limits import USUAL
from grantcheck.read.media import MEDIA_TYPES
from grantcheck.read.reader import read_document
from grantcheck.read.structured.reader import read_structured
from grantcheck.report.note_json import NotesJson

PLACES = ("source", "location", "places")


@cache
def profile() -> Profile:
    return load_profile(shipped_rules())


def read(content: str | bytes, name: str = "note.yaml") -> Document:
    """Reads content as a file of that name."""
    raw = content.encode() if isinstance(content, str) else content
    path = Path(name)
    source = Source(path=name, sha256="0" * 64, media_type=MEDIA_TYPES[path.suffix])
    return read_structured(raw, path, source, profile(), USUAL, None)


def read_in(folder: Path, content: str | bytes, name: str, mapping: str) -> Document:
    """Reads content as a file with a mapping beside it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / f"{path.stem}.mapping.yaml").write_text(mapping, "utf-8")
    return read_document(path, name, profile())


def note_in(document: Document) -> Note:
    """The one note of a document that was read without a problem."""
    assert document.measure.detail is None, document.measure.detail
    (note,) = document.notes
    return note


def problem_in(document: Document) -> str:
    """What is said of a document that could not be read."""
    assert document.notes == ()
    assert document.measure.problem
    assert document.measure.detail is not None
    assert document.measure.detail.da
    return document.measure.detail.en


def doubts_in(note: Note) -> list[tuple[str, str]]:
    """What was not read: code and message."""
    return [(entry.code, entry.message.en) for entry in note.unread]


def shown(notes: Iterable[Note]) -> str:
    """What `show --format json` prints."""
    return NotesJson("en").rendered(tuple(notes))


def without_places(value: Any) -> Any:
    """JSON without what depends on the file a note was read from."""
    if isinstance(value, dict):
        return {key: without_places(below) for key, below in value.items() if key not in PLACES}
    return [without_places(below) for below in value] if isinstance(value, list) else value


def same_but_for_places(one: Iterable[Note], other: Iterable[Note]) -> bool:
    return without_places(json.loads(shown(one))) == without_places(json.loads(shown(other)))


def workbook(
    *rows: Iterable[object], name: str = "Forslag", change: Callable[[Workbook], object] | None = None
) -> bytes:
    """An Excel file with these rows on its first sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
