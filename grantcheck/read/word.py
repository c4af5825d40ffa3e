"""A Word file to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.docx.layout import read_layout
from grantcheck.read.laid_out import read_laid_out_file

if TYPE_CHECKING:
    from grantcheck.data.profile import Profile
    from grantcheck.model.document import Document
    from grantcheck.model.note import Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD_BYTE_LIMIT = 20_000_000
"""Pictures make Word files larger than their text."""


def read_word(raw: bytes, source: Source, profile: Profile, byte_limit: int) -> Document:
    """The notes of a Word file; none, and the reason, where it is not read.

    Args:
        raw: the whole file.
        source: says which file it is.
        profile: the municipality's words.
        byte_limit: the largest file that is read; only reported here.
    """
    return read_laid_out_file(read_layout, raw, source, profile, byte_limit)
