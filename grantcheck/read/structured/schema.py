"""The JSON Schema of a structured note file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from grantcheck.read.structured.form import NotesFile, SingleNoteFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def note_schema() -> dict[str, Any]:
    """The schema that every structured note file, and all that `show` prints, keeps to."""
    either: TypeAdapter[NotesFile | SingleNoteFile] = TypeAdapter(NotesFile | SingleNoteFile)
    schema = either.json_schema(mode="validation")
    return {"$schema": _DIALECT, "title": "Structured budget note of grantcheck", **schema}
