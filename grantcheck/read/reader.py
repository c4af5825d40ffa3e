"""A file to a document: the one door to this package. Bad content is measured and told, never raised."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Note, Source
from grantcheck.read.copenhagen.note import read_notes
from grantcheck.read.laid_out import BYTE_LIMIT as LAID_OUT_BYTE_LIMIT
from grantcheck.read.laid_out import MEDIA_TYPES as LAID_OUT_TYPES
from grantcheck.read.laid_out import read_laid_out_file
from grantcheck.read.lines import split_lines
from grantcheck.read.structured.reader import MEDIA_TYPES as STRUCTURED_TYPES
from grantcheck.read.structured.reader import read_structured
from grantcheck.read.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grantcheck.data.profile import Profile

BYTE_LIMIT = 5_000_000
_CHUNK = 1 << 20


def _read_text(text: str, source: Source, profile: Profile) -> tuple[Note, ...]:
    return read_notes(split_lines(text), source, profile)


READERS: dict[str, Callable[[str, Source, Profile], tuple[Note, ...]]] = {".txt": _read_text}
"""The reader for each file suffix."""

MEDIA_TYPES = {".txt": "text/plain", **LAID_OUT_TYPES, **STRUCTURED_TYPES}
SUFFIXES = tuple(MEDIA_TYPES)
"""What is read of a folder."""

_UNKNOWN_MEDIA = "application/octet-stream"


def media_type(path: Path) -> str:
    """What kind of file a path names, by its ending."""
    return MEDIA_TYPES.get(path.suffix.lower(), _UNKNOWN_MEDIA)


def read_document(
    path: Path,
    shown_path: str,
    profile: Profile,
    byte_limit: int | None = None,
    *,
    mapping: Path | None = None,
    ocr: bool = False,
) -> Document:
    """Everything read from a file; no notes where it is too large, no text, or no note.

    Args:
        path: the file.
        shown_path: its name in reports.
        profile: the municipality's words.
        byte_limit: a larger file is measured and hashed, not read; None for the limit of its format.
        mapping: names the columns of CSV and Excel files; None to look for one beside the file.
        ocr: whether pages of PDF files that are images are recognised.

    Raises:
        DataFault: the mapping that was given has a mistake.
    """
    suffix = path.suffix.lower()
    usual = LAID_OUT_BYTE_LIMIT if suffix in LAID_OUT_TYPES else BYTE_LIMIT
    limit = usual if byte_limit is None else byte_limit
    digest, size, raw = _taken(path, limit)
    source = Source(path=shown_path, sha256=digest, media_type=media_type(path))
    if raw is None:
        return Document(source=source, measure=_unread(size, limit), notes=())
    if suffix in STRUCTURED_TYPES:
        return read_structured(raw, path, source, profile, limit, mapping)
    if suffix in LAID_OUT_TYPES:
        return read_laid_out_file(raw, source, profile, limit, ocr=ocr)
    decoded = decode(raw, limit)
    if decoded.text is None:
        return Document(source=source, measure=decoded.measure, notes=())
    read = READERS.get(suffix, _read_text)
    return Document(source=source, measure=decoded.measure, notes=read(decoded.text, source, profile))


def _taken(path: Path, byte_limit: int) -> tuple[str, int, bytes | None]:
    """The hash and size of a file, and its bytes unless they pass the limit."""
    digest = hashlib.sha256()
    size = 0
    kept: list[bytes] = []
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if size <= byte_limit:
                kept.append(chunk)
            else:
                kept.clear()
    return digest.hexdigest(), size, b"".join(kept) if size <= byte_limit else None


def _unread(size: int, byte_limit: int) -> Measure:
    return Measure(bytes=size, byte_limit=byte_limit, characters=0, undecodable_bytes=0, control_characters=0)
