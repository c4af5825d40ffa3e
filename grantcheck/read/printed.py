"""A PDF file to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.laid_out import read_laid_out_file
from grantcheck.read.pdf.reading import BYTE_LIMIT, read_layout

if TYPE_CHECKING:
    from grantcheck.data.profile import Profile
    from grantcheck.model.document import Document
    from grantcheck.model.note import Source

MEDIA_TYPE = "application/pdf"
PDF_BYTE_LIMIT = BYTE_LIMIT


def read_printed(raw: bytes, source: Source, profile: Profile, byte_limit: int) -> Document:
    """The notes of a PDF file; none, and the reason, where it is not read.

    Args:
        raw: the whole file.
        source: says which file it is.
        profile: the municipality's words.
        byte_limit: the largest file that is read; only reported here.
    """
    return read_laid_out_file(read_layout, raw, source, profile, byte_limit)
