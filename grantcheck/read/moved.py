"""The same content under another path."""

from __future__ import annotations

from grantcheck.model.document import Document


def under_path(document: Document, path: str) -> Document:
    """The document as if read from `path`."""
    if document.source.path == path:
        return document
    source = document.source.model_copy(update={"path": path})
    notes = tuple(note.model_copy(update={"source": source}) for note in document.notes)
    return document.model_copy(update={"source": source, "notes": notes})
