"""Rows of a table that no rulings part: found from the lines of figures and the blocks of text beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.blocks import MAY_GO_ON
from grantcheck.read.layout.alignment import ABOVE, BELOW, Pitch, aligned, pitch_of
from grantcheck.read.layout.row_draft import ROWS, UNEVEN, drafts_of, split_words
from grantcheck.read.layout.text_blocks import blocks_of, closest_pitch, lines_by_span, place, settle
from grantcheck.read.layout.wrapping import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.row_draft import RowDraft, Span
    from grantcheck.read.layout.word import Word

_BLANK = 0.2
"""A blank is at least this share of the font size wide."""
_SUM = re.compile(r"\bi alt\b", re.IGNORECASE)
"""The name of a sum, which is never the rest of another name."""
_EVEN = 1.12
"""Letters whose sizes differ by no more than this factor stand on one baseline wherever their cells are aligned."""
_MIXED = 1.7
"""Where figures differ by more than this factor, small ones of two rows may stand beside a large one."""
_PART = 1.45
"""Lines of one cell are at most this many font sizes apart."""
BLANK = "no line parts the rows, so that this may belong to the cell above or below"


def rows_by_blocks(columns: Columns, words: Sequence[Word], room: float) -> tuple[list[RowDraft], list[Word]]:
    """Rows from top to bottom, and words that belong to none.

    Args:
        columns: the columns of the table.
        words: what stands below its heading.
        room: how wide a figure may be.
    """
    figures, texts = split_words(columns, words)
    if not figures:
        return [], list(words)
    rows, heights = drafts_of(figures, room)
    by_span = lines_by_span(columns, texts)
    pitch = closest_pitch(by_span)
    left = _align(columns, by_span, rows, pitch)
    # what is still there was not told by edges; baselines tell it only where all letters are of one size
    odd = _odd_columns(columns, by_span, [word for word, _, _ in figures])
    stray = [block for block in blocks_of(by_span, pitch) if not place(block, rows, heights)]
    left += [word for block in stray for word in settle(block, rows, heights)]
    _doubt_blanks(columns, rows)
    _doubt_parts(columns, rows, heights)
    _doubt_columns(rows, odd)
    if not _are_like([word for word, _, _ in figures], _MIXED):
        _doubt_columns(rows, set(range(len(columns.all))))
    return rows, left


def _odd_columns(columns: Columns, by_span: dict[Span, list[Line]], figures: Sequence[Word]) -> set[int]:
    """Columns of lines that are to be told by baselines although they have other letters than the figures."""
    if by_span and not _are_like(figures, _EVEN):
        return set(range(columns.first_figure))
    size = figures[0].size
    return {
        at
        for span, lines in by_span.items()
        if not all(_is_like(word, size, _EVEN) for line in lines for word in line.words)
        for at in range(span[0], span[1] + 1)
    }


def _doubt_columns(rows: Sequence[RowDraft], columns: set[int]) -> None:
    for row in rows:
        taken = {at: span for span in row.words for at in range(span[0], span[1] + 1)}
        for at in columns:
            row.doubts.setdefault(taken.get(at, (at, at)), UNEVEN)


def _doubt_parts(columns: Columns, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]]) -> None:
    """Two rows with figures in no column in common may be the parts of one, if near or if one has no name."""
    first = columns.first_figure
    for index, (above, below) in enumerate(pairwise(rows)):
        upper, lower = ({span for span in row.words if span[0] >= first} for row in (above, below))
        size = max(
            word.size
            for span in (upper | lower)
            for word in [*above.words.get(span, []), *below.words.get(span, [])]
        )
        near = heights[index + 1][0] - heights[index][-1] <= _PART * size
        unnamed = not _is_named(above) or not _is_named(below)
        if unnamed:
            _doubt_signs(above, below, upper & lower)
        if upper & lower or not (near or unnamed):
            continue
        for row in (above, below):
            for at in range(first, len(columns.all)):
                if (at, at) not in row.words or not _is_named(row):
                    row.doubts.setdefault((at, at), ROWS)


def _doubt_signs(above: RowDraft, below: RowDraft, spans: set[Span]) -> None:
    """A sign alone above a figure is a zero, or the figure's own sign that a narrow column broke off."""
    for span in spans:
        if all(word.text in SIGNS for word in above.words[span]) and below.words[span]:
            above.doubts.setdefault(span, ROWS)
            below.doubts.setdefault(span, ROWS)


def _is_named(row: RowDraft) -> bool:
    return any(span[0] == 0 for span in row.words)


def _are_like(words: Sequence[Word], ratio: float) -> bool:
    return all(_is_like(word, words[0].size, ratio) for word in words)


def _is_like(word: Word, size: float, ratio: float) -> bool:
    return word.raised or size / ratio <= word.size <= size * ratio


def _align(
    columns: Columns,
    by_span: dict[Span, list[Line]],
    rows: Sequence[RowDraft],
    pitch: Pitch,
) -> list[Word]:
    """Give the lines of single columns to rows, if there is one way to; what is below the table is returned."""
    spans = [span for span in by_span if span[0] == span[1]]
    found = aligned([by_span[span] for span in spans], [_extent(row) for row in rows], pitch)
    if found is None:
        return []
    left: list[Word] = []
    for span, given, claims in zip(spans, found.columns, found.claims, strict=True):
        lines = by_span.pop(span)
        limit = columns.limit(span[0])
        for index, (line, row, claimed) in enumerate(zip(lines, given, claims, strict=True)):
            if claimed == {None}:
                left += line.words
                continue
            at = len(rows) - 1 if row is None else row
            cut = [one for one in (index, index + 1) if _may_be_one(lines, given, one, pitch, limit)]
            rows[at].add(span, line.words, MAY_GO_ON if cut else "")
            if len(claimed) > 1:
                _doubt(rows, span, claimed)
    return left


def _extent(row: RowDraft) -> tuple[float, float]:
    """Upper and lower edge of a row's figures."""
    figures = [word for words in row.words.values() for word in words]
    return (
        min(word.baseline - ABOVE * word.size for word in figures),
        max(word.baseline + BELOW * word.size for word in figures),
    )


def _doubt(rows: Sequence[RowDraft], span: Span, claimed: set[int | None]) -> None:
    """A line that may belong to several rows leaves the cell of each of them in doubt."""
    for row in claimed:
        if row is not None:
            rows[row].doubts[span] = ROWS


def _may_be_one(
    lines: Sequence[Line], given: Sequence[int | None], index: int, pitch: Pitch, limit: float
) -> bool:
    """Whether a line may go on the cell above although it was given to another row.

    It may where it stands close below, and its first word had no room on the line above.
    """
    if not 0 < index < len(lines) or given[index] == given[index - 1]:
        return False
    above, line = lines[index - 1], lines[index]
    if _SUM.search(line.text):
        return False
    if line.baseline - above.baseline > pitch_of(line, pitch):
        return False
    first = line.words[0]
    return above.right + _BLANK * line.size + first.right - first.left > limit


def _doubt_blanks(columns: Columns, rows: Sequence[RowDraft]) -> None:
    """A text cell that is blank may be part of a merged one; a last row and a bold one are sums and stand alone."""
    for row in rows[:-1] if len(rows) > 1 else rows:
        filled = {at for first, last in row.words for at in range(first, last + 1)}
        if 0 in filled and row.bold():
            continue
        for at in range(columns.first_figure):
            if at not in filled:
                row.doubts[(at, at)] = BLANK
