"""A file to a document: the one door to this package. Bad content is measured and told, never raised."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Source
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.read.copenhagen.note import read_notes
from grantcheck.read.lines import split_lines
from grantcheck.read.media import LAID_OUT_TYPES, STRUCTURED_TYPES, media_type
from grantcheck.read.refused import RefusedError
from grantcheck.read.text import check_extent, decode

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.profile import Profile

_CHUNK = 1 << 20


def read_document(
    path: Path,
    shown_path: str,
    profile: Profile,
    limits: ReadingLimits = USUAL,
    *,
    mapping: Path | None = None,
    ocr: bool = False,
) -> Document:
    """Everything read from a file; no notes where it is too large, no text, or no note.

    Args:
        path: the file.
        shown_path: its name in reports.
        profile: the municipality's words.
        limits: how much is read; a larger file is measured and hashed, not read.
        mapping: names the columns of CSV and Excel files; None to look for one beside the file.
        ocr: whether pages of PDF files that are images are recognised.

    Raises:
        DataFault: the mapping that was given has a mistake.
    """
    suffix = path.suffix.lower()
    most = limits.bytes_of(suffix)
    digest, size, raw = _taken(path, most)
    source = Source(path=shown_path, sha256=digest, media_type=media_type(path))
    if raw is None:
        return Document(source=source, measure=_unread(size, most), notes=())
    if suffix in STRUCTURED_TYPES:
        from grantcheck.read.structured.reader import read_structured  # noqa: PLC0415 - only what the kind of file needs

        return read_structured(raw, path, source, profile, limits, mapping)
    if suffix in LAID_OUT_TYPES:
        from grantcheck.read.laid_out import read_laid_out_file  # noqa: PLC0415 - only what the kind of file needs

        return read_laid_out_file(raw, source, profile, limits, ocr=ocr)
    decoded = decode(raw, most)
    if decoded.text is None:
        return Document(source=source, measure=decoded.measure, notes=())
    try:
        check_extent(decoded.text, limits)
        notes = read_notes(split_lines(decoded.text), source, profile, limits)
    except RefusedError as refused:
        told = {"problem": refused.problem.value, "detail": refused.detail}
        return Document(source=source, measure=decoded.measure.model_copy(update=told), notes=())
    return Document(source=source, measure=decoded.measure, notes=notes)


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
