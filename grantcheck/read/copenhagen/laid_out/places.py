"""From the numbers of lines back to the places of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from grantcheck.model.location import LineLocation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.model.location import Location
    from grantcheck.model.note import Claim, Note, PageHead, Section, Sentence, Statement, Unread
    from grantcheck.read.copenhagen.laid_out.transcript import Transcript

    Placed = TypeVar("Placed", Claim, Statement, Section, Sentence, PageHead, Unread)


def with_places(note: Note, script: Transcript) -> Note:
    """The note with every place as the file has it, no longer as a number of a line."""

    def place(location: Location) -> Location:
        return script.place(location.line) if isinstance(location, LineLocation) else location

    def placed(parts: Iterable[Placed]) -> tuple[Placed, ...]:
        return tuple(part.model_copy(update={"location": place(part.location)}) for part in parts)

    return note.model_copy(
        update={
            "claims": placed(note.claims),
            "statements": placed(note.statements),
            "sections": tuple(
                section.model_copy(update={"sentences": placed(section.sentences)})
                for section in placed(note.sections)
            ),
            "page_heads": placed(note.page_heads),
            "unread": placed(note.unread),
            "places": {name: place(location) for name, location in note.places.items()},
        }
    )
