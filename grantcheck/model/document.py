"""A file given to grantcheck, with the notes read from it."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.hashed import Hashed
from grantcheck.model.note import Note, Source
from grantcheck.model.text import Text


class Measure(Frozen):
    """What was measured of a file before any note was read from it."""

    bytes: int
    byte_limit: int
    characters: int
    """Characters that are not white space."""
    undecodable_bytes: int
    control_characters: int
    """Characters that no text holds; a binary file is full of them."""
    problem: str = ""
    """A short code of what kept the file from being read as its kind of file: `damaged`, `mistake`, …"""
    detail: Text | None = None
    """The problem in a sentence, with its place in the file and what to do."""


class Document(Frozen):
    """A file and its notes; none where the file could not be read."""

    source: Source
    measure: Measure
    notes: tuple[Note, ...]
    read_with: tuple[Hashed, ...] = ()
    """Files beside it that decided what was read: the mapping of a sheet, readings that a person settled."""
