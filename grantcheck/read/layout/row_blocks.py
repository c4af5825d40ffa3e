"""Rows of a table that no rulings part: found from the lines of figures and the blocks of text beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.layout.alignment import aligned
from grantcheck.read.layout.row_draft import ROWS, UNEVEN, drafts_of, split_words
from grantcheck.read.layout.text_blocks import blocks_of, closest_pitch, lines_by_span, place, settle

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
    left = _align(columns, by_span, rows, heights, pitch)
    stray = [block for block in blocks_of(by_span, pitch) if not place(block, rows, heights)]
    left += [word for block in stray for word in settle(block, rows, heights)]
    _doubt_blanks(columns, rows)
    _doubt_uneven(columns, rows, [word for word, _, _ in figures], texts)
    return rows, left


def _doubt_uneven(
    columns: Columns, rows: Sequence[RowDraft], figures: Sequence[Word], texts: Sequence[Word]
) -> None:
    """Where letters are of several sizes, baselines do not tell rows: a column of other letters is not certain.

    If the figures themselves differ, nothing is.
    """
    size = figures[0].size
    even = all(_is_like(word, size) for word in figures)
    odd = {
        span[0]
        for row in rows
        for span, words in row.words.items()
        if not even or not all(_is_like(word, size) for word in words)
    }
    unplaced = {
        span[0] for word in texts if not _is_like(word, size) and (span := columns.text_column([word]))
    }
    for row in rows:
        taken = {at: span for span in row.words for at in range(span[0], span[1] + 1)}
        for at in range(len(columns.all)):
            if not even or at in odd or at in unplaced:
                row.doubts.setdefault(taken.get(at, (at, at)), UNEVEN)


def _is_like(word: Word, size: float) -> bool:
    return word.raised or size / _EVEN <= word.size <= size * _EVEN


def _align(
    columns: Columns,
    by_span: dict[Span, list[Line]],
    rows: Sequence[RowDraft],
    heights: Sequence[list[float]],
    pitch: float,
) -> list[Word]:
    """Give the lines of single columns to rows, if there is one way to; what is below the table is returned."""
    spans = [span for span in by_span if span[0] == span[1]]
    found = aligned([by_span[span] for span in spans], heights, pitch)
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
            rows[at].add(span, line.words, ROWS if cut else "")
            if len(claimed) > 1:
                _doubt(rows, span, claimed)
    return left


def _doubt(rows: Sequence[RowDraft], span: Span, claimed: set[int | None]) -> None:
    """A line that may belong to several rows leaves the cell of each of them in doubt."""
    for row in claimed:
        if row is not None:
            rows[row].doubts.setdefault(span, ROWS)


def _may_be_one(
    lines: Sequence[Line], given: Sequence[int | None], index: int, pitch: float, limit: float
) -> bool:
    """Whether a line may go on the cell above although it was given to another row.

    It may where it stands close below, and its first word had no room on the line above.
    """
    if not 0 < index < len(lines) or given[index] == given[index - 1]:
        return False
    above, line = lines[index - 1], lines[index]
    if _SUM.search(line.text):
        return False
    if line.baseline - above.baseline > pitch * line.size:
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
