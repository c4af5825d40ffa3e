"""Structured files to documents. Whatever is wrong with one is told of that one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.read.structured.fault import StructuredFault
from grantcheck.read.structured.note_file import NotesRead, read_note_file
from grantcheck.read.text import decode

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Source


def read_data_file(raw: bytes, path: Path, source: Source, profile: Profile, byte_limit: int) -> Document:
    """The document of a YAML or JSON file.

    Args:
        raw: its bytes.
        path: the file; its suffix tells YAML from JSON.
        source: how it is named in reports.
        profile: the municipality's words.
        byte_limit: the largest file that is read; only reported here.
    """
    decoded = decode(raw, byte_limit)
    if decoded.text is None or not decoded.text.strip():
        return Document(source=source, measure=decoded.measure, notes=())
    try:
        read = read_note_file(decoded.text, path, source, profile)
    except StructuredFault as fault:
        read = NotesRead((), fault)
    return document_of(read, source, decoded.measure)


def document_of(read: NotesRead, source: Source, measure: Measure) -> Document:
    """The notes of a file as a document, the fault in its measure."""
    if read.fault is not None:
        told = {"problem": read.fault.problem, "detail": read.fault.detail}
        measure = measure.model_copy(update=told)
    return Document(source=source, measure=measure, notes=read.notes)
