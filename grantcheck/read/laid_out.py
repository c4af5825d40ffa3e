"""A file of a laid-out format to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.document import Document, Measure
from grantcheck.read.blocks import CheckBox, Grid, PageHeader, Paragraph
from grantcheck.read.ocr.notes import read_with_ocr
from grantcheck.read.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Source
    from grantcheck.read.blocks import Layout


def read_laid_out_file(
    layout_of: Callable[[bytes], Layout], raw: bytes, source: Source, profile: Profile, byte_limit: int
) -> Document:
    """The notes of a file; none, and the reason, where it is not read.

    Args:
        layout_of: the format's reader; it raises `RefusedError` for what it does not read.
        raw: the whole file.
        source: says which file it is.
        profile: the municipality's words.
        byte_limit: the largest file that is read; only reported here.
    """
    measure = Measure(
        bytes=len(raw), byte_limit=byte_limit, characters=0, undecodable_bytes=0, control_characters=0
    )
    if not raw:
        return Document(source=source, measure=measure, notes=())
    try:
        layout = layout_of(raw)
    except RefusedError as refused:
        told = measure.model_copy(update={"problem": refused.problem.value, "detail": refused.detail})
        return Document(source=source, measure=told, notes=())
    characters = sum(len("".join(text.split())) for text in _texts(layout))
    measured = measure.model_copy(update={"characters": characters})
    return Document(source=source, measure=measured, notes=read_with_ocr(layout, source, profile))


def _texts(layout: Layout) -> Iterator[str]:
    for block in (*layout.blocks, *layout.recognised):
        if isinstance(block, Paragraph | PageHeader):
            yield block.text
        elif isinstance(block, Grid):
            yield from (cell.text for cell in block.cells)
        elif isinstance(block, CheckBox):
            yield block.label
