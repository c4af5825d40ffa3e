"""The notes of documents for `show`, with a stand-in for every file that gave none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_number
from grantcheck.model.location import WHOLE_FILE
from grantcheck.model.note import Note, Unread
from grantcheck.model.text import Text
from grantcheck.report.danish import DANISH
from grantcheck.report.english import ENGLISH
from grantcheck.rules.reading_rules import READING_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.model.document import Document, Measure

_UNREADABLE = "GC901"


def notes_of(documents: Iterable[Document]) -> tuple[Note, ...]:
    """Every note, and for a file without one an empty note that says why."""
    return tuple(note for document in documents for note in document.notes or (_stand_in(document),))


def wholly_read(notes: Iterable[Note]) -> bool:
    """Whether no file, page or table of the notes was left unread."""
    return not any(entry.code in READING_RULES for note in notes for entry in note.unread)


def _stand_in(document: Document) -> Note:
    reason = Unread(
        code=_UNREADABLE,
        about="page",
        message=_reason(document.measure),
        location=WHOLE_FILE,
    )
    return Note(
        source=document.source,
        code=None,
        title=None,
        subtitle=None,
        budget_year=None,
        department=None,
        categories={},
        districts={},
        unread=(reason,),
    )


def _reason(measure: Measure) -> Text:
    if measure.detail is not None:
        return measure.detail
    if measure.bytes > measure.byte_limit:
        return Text(
            en=ENGLISH.file_too_large.format(limit=format_number(measure.byte_limit, "en")),
            da=DANISH.file_too_large.format(limit=format_number(measure.byte_limit, "da")),
        )
    if measure.undecodable_bytes or measure.control_characters:
        return Text(en=ENGLISH.file_not_text, da=DANISH.file_not_text)
    if not measure.characters:
        return Text(en=ENGLISH.file_empty, da=DANISH.file_empty)
    return Text(en=ENGLISH.file_no_note, da=DANISH.file_no_note)
