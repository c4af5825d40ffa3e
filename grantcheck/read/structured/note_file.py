"""YAML and JSON files to notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.refused import too_many_notes
from grantcheck.read.structured.fault import DAMAGED, StructuredFault
from grantcheck.read.structured.form import NotesFile, SingleNoteFile
from grantcheck.read.structured.marks import parse_marked
from grantcheck.read.structured.note import read_note
from grantcheck.read.structured.places import Places
from grantcheck.read.structured.validation import validated_form

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.marked_yaml import Marked
    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Note, Source
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.structured.form import NoteForm

_FILE_NOT_READ = "GC901"


@dataclass(frozen=True, slots=True)
class NotesRead:
    """The notes of a file, and what kept others from being read."""

    notes: tuple[Note, ...]
    fault: StructuredFault | None = None


def read_note_file(
    text: str, path: Path, source: Source, profile: Profile, limits: ReadingLimits
) -> NotesRead:
    """The notes that a YAML or JSON text holds.

    Raises:
        StructuredFault: the file has a mistake; its author can mend it.
        RefusedError: there are too many notes.
    """
    marked = parse_marked(text, path)
    forms = _forms(marked)
    if len(forms) > limits.notes_per_file:
        raise too_many_notes(len(forms), limits.notes_per_file)
    notes = [read_note(form, places, source, profile) for form, places in forms]
    unreadable = [note for note in notes if _stands_for_a_file(note)]
    read = tuple(note for note in notes if not _stands_for_a_file(note))
    return NotesRead(read, _not_read(unreadable[0]) if unreadable else None)


def _forms(marked: Marked) -> list[tuple[NoteForm, Places]]:
    whole = Places(marked)
    if isinstance(marked.values, dict) and "notes" in marked.values:
        notes = validated_form(NotesFile, marked).notes
        return [(form, whole.below("notes", index)) for index, form in enumerate(notes)]
    return [(validated_form(SingleNoteFile, marked), whole)]


def _stands_for_a_file(note: Note) -> bool:
    """Whether `show` printed it in place of a file that could not be read."""
    return any(entry.code == _FILE_NOT_READ for entry in note.unread)


def _not_read(note: Note) -> StructuredFault:
    """A file that `show` could not read stays unread when its output is read back."""
    entry = next(entry for entry in note.unread if entry.code == _FILE_NOT_READ)
    line = getattr(entry.location, "line", None)
    return StructuredFault(
        DAMAGED,
        f"A note here stands for a file that was not read: {entry.message.en}",
        f"Et notat her står for en fil, der ikke blev læst: {entry.message.da}",
        line,
    )
