"""A PDF file to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.isolation import RECOGNISING, SHARED
from grantcheck.read.laid_out import read_laid_out_file

if TYPE_CHECKING:
    from grantcheck.data.profile import Profile
    from grantcheck.model.document import Document
    from grantcheck.model.note import Source
    from grantcheck.read.blocks import Layout

MEDIA_TYPE = "application/pdf"
PDF_BYTE_LIMIT = 20_000_000


def read_printed(
    raw: bytes, source: Source, profile: Profile, byte_limit: int, *, ocr: bool = False
) -> Document:
    """The notes of a PDF file; none, and the reason, where it is not read. A process of its own takes it apart.

    Args:
        raw: the whole file.
        source: says which file it is.
        profile: the municipality's words.
        byte_limit: the largest file that is read; only reported here.
        ocr: whether pages that are images are recognised.
    """
    layout_of = _recognised if ocr else _isolated
    return read_laid_out_file(layout_of, raw, source, profile, byte_limit)


def _isolated(raw: bytes) -> Layout:
    return SHARED.layout(raw, ".pdf")


def _recognised(raw: bytes) -> Layout:
    return RECOGNISING.layout(raw, ".pdf", ocr=True)
