"""Structured files to documents. Whatever is wrong with one is told of that one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.read.hashing import hashed
from grantcheck.read.refused import RefusedError
from grantcheck.read.structured.fault import StructuredFault
from grantcheck.read.structured.mapping_file import path_beside
from grantcheck.read.structured.note_file import NotesRead, read_note_file
from grantcheck.read.structured.sheet_file import read_sheet_notes_of
from grantcheck.read.text import decode

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.profile import Profile
    from grantcheck.model.hashed import Hashed
    from grantcheck.model.note import Source
    from grantcheck.model.reading_limits import ReadingLimits


_SHEETS = frozenset({".csv", ".xlsx"})


def read_structured(
    raw: bytes,
    path: Path,
    source: Source,
    profile: Profile,
    limits: ReadingLimits,
    mapping: Path | None,
) -> Document:
    """The document of a YAML, JSON, CSV or Excel file.

    Args:
        raw: its bytes.
        path: the file; its suffix tells the kinds apart.
        source: how it is named in reports.
        profile: the municipality's words.
        limits: how much of the file is read.
        mapping: the file that names the columns of a CSV or Excel file; None to look for one beside it.

    Raises:
        DataFault: the mapping that was given has a mistake.
    """
    if path.suffix.lower() in _SHEETS:
        return read_sheet_file(raw, path, source, profile, limits, mapping)
    return read_data_file(raw, path, source, profile, limits)


def read_data_file(
    raw: bytes, path: Path, source: Source, profile: Profile, limits: ReadingLimits
) -> Document:
    """The document of a YAML or JSON file.

    Args:
        raw: its bytes.
        path: the file; its suffix tells YAML from JSON.
        source: how it is named in reports.
        profile: the municipality's words.
        limits: how much of the file is read.
    """
    decoded = decode(raw, limits.text_bytes)
    if decoded.text is None or not decoded.text.strip():
        return Document(source=source, measure=decoded.measure, notes=())
    try:
        read = read_note_file(decoded.text, path, source, profile, limits)
    except StructuredFault as fault:
        read = NotesRead((), fault)
    except RefusedError as refused:
        read = NotesRead((), StructuredFault(refused.problem.value, refused.detail.en, refused.detail.da))
    return document_of(read, source, decoded.measure)


def read_sheet_file(
    raw: bytes, path: Path, source: Source, profile: Profile, limits: ReadingLimits, mapping: Path | None
) -> Document:
    """The document of a CSV or Excel file; arguments and faults as those of `read_structured`."""
    measure = Measure(
        bytes=len(raw),
        byte_limit=limits.bytes_of(path.suffix.lower()),
        characters=sum(map(len, raw.split())),
        undecodable_bytes=0,
        control_characters=0,
    )
    if not measure.characters:
        return Document(source=source, measure=measure, notes=())
    try:
        read = NotesRead(read_sheet_notes_of(raw, path, source, profile, limits, mapping))
    except StructuredFault as fault:
        read = NotesRead((), fault)
    except RefusedError as refused:
        read = NotesRead((), StructuredFault(refused.problem.value, refused.detail.en, refused.detail.da))
    return document_of(read, source, measure, _mapping_used(mapping or path_beside(path)))


def _mapping_used(path: Path | None) -> tuple[Hashed, ...]:
    """The mapping with its hash; one that cannot be opened was not used, and is told of."""
    if path is None:
        return ()
    try:
        return (hashed(path),)
    except OSError:
        return ()


def document_of(
    read: NotesRead, source: Source, measure: Measure, read_with: tuple[Hashed, ...] = ()
) -> Document:
    """The notes of a file as a document, the fault in its measure."""
    if read.fault is not None:
        told = {"problem": read.fault.problem, "detail": read.fault.detail}
        measure = measure.model_copy(update=told)
    return Document(source=source, measure=measure, notes=read.notes, read_with=read_with)
