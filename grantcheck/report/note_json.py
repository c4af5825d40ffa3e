"""JSON of what was read: contract 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.report.json_text import json_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.note import Note
    from grantcheck.model.text import Language

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class NotesJson:
    """Renders notes as JSON, messages in one language."""

    language: Language

    def rendered(self, shown: Sequence[Note]) -> str:
        """The notes as JSON text."""
        return json_of({"schema_version": SCHEMA_VERSION, "notes": [self._note(note) for note in shown]})

    def _note(self, note: Note) -> dict[str, Any]:
        value = note.model_dump(mode="json")
        for section in value["sections"]:
            del section["sentences"]
        for dumped, entry in zip(value["unread"], note.unread, strict=True):
            dumped["message"] = entry.message.spoken(self.language)
        return value
