"""A note on more pages than are read: named, and not read; the other notes of its file are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import Note
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.doubts import unread

if TYPE_CHECKING:
    from grantcheck.model.location import Location
    from grantcheck.model.note import Source
    from grantcheck.read.copenhagen.heading import Heading

_PAGES_NOT_READ = "GC902"


@dataclass(frozen=True, slots=True)
class LongNote:
    """How many pages a note has, how many are read, and where it begins."""

    pages: int
    most: int
    begins: Location


def note_too_long(heading: Heading, source: Source, long: LongNote) -> Note:
    """A note of which only the heading is read, with the reason."""
    return Note(
        source=source,
        code=heading.code,
        title=heading.title,
        subtitle=heading.subtitle,
        budget_year=None,
        department=None,
        categories={},
        districts={},
        unread=(unread(_PAGES_NOT_READ, "page", _reason(heading.code, long), long.begins),),
        places=dict(heading.places),
    )


def _reason(code: str | None, long: LongNote) -> Text:
    return Text(
        en=f"{f'The note {code}' if code else 'A note'} has {long.pages} pages; at most {long.most} of one note are "
        "read, so only its heading was. Split it, take out appendices, or raise the limit of pages per note.",
        da=f"{f'Notatet {code}' if code else 'Et notat'} har {long.pages} sider; der læses højst {long.most} af ét "
        "notat, så kun overskriften er læst. Del det, tag bilag ud, eller hæv grænsen for sider pr. notat.",
    )
