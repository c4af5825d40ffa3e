"""A Word or PDF file to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.read.blocks import CheckBox, Grid, PageHeader, Paragraph
from grantcheck.read.media import WORD
from grantcheck.read.ocr.notes import read_with_ocr
from grantcheck.read.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Source
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.blocks import Layout


def read_laid_out_file(
    raw: bytes, source: Source, profile: Profile, limits: ReadingLimits, *, ocr: bool = False
) -> Document:
    """The notes of a file; none, and the reason, where it is not read.

    Args:
        raw: the whole file.
        source: says which file it is, and whether it is Word or PDF.
        profile: the municipality's words.
        limits: how much of the file is read.
        ocr: whether pages of PDF files that are images are recognised.
    """
    is_word = source.media_type == WORD
    most = limits.word_bytes if is_word else limits.pdf_bytes
    measure = Measure(
        bytes=len(raw), byte_limit=most, characters=0, undecodable_bytes=0, control_characters=0
    )
    if not raw:
        return Document(source=source, measure=measure, notes=())
    try:
        layout = _word_layout(raw, limits) if is_word else _pdf_layout(raw, limits, ocr=ocr)
        notes = read_with_ocr(layout, source, profile, limits)
    except RefusedError as refused:
        told = measure.model_copy(update={"problem": refused.problem.value, "detail": refused.detail})
        return Document(source=source, measure=told, notes=())
    characters = sum(len("".join(text.split())) for text in _texts(layout))
    measured = measure.model_copy(update={"characters": characters})
    return Document(source=source, measure=measured, notes=notes)


def _word_layout(raw: bytes, limits: ReadingLimits) -> Layout:
    from grantcheck.read.docx.layout import read_layout  # noqa: PLC0415 - lxml, only where there is a Word file

    return read_layout(raw, limits)


def _pdf_layout(raw: bytes, limits: ReadingLimits, *, ocr: bool) -> Layout:
    from grantcheck.read.pdf.reading import read_layout  # noqa: PLC0415 - PDFium, only where there is a PDF

    return read_layout(raw, limits, ocr=ocr)


def _texts(layout: Layout) -> Iterator[str]:
    for block in (*layout.blocks, *layout.recognised):
        if isinstance(block, Paragraph | PageHeader):
            yield block.text
        elif isinstance(block, Grid):
            yield from (cell.text for cell in block.cells)
        elif isinstance(block, CheckBox):
            yield block.label
