"""Figures whose thousands a blank parts: broken over lines, each part is a figure by itself."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from grantcheck.read.layout.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.page import Page
    from grantcheck.read.layout.row_draft import RowDraft
    from grantcheck.read.layout.word import Word

GAPPED: Final = (
    "blanks part the thousands here, so that this may be a part of a figure that is broken over lines"
)
_NARROW = 0.4
"""A blank within a figure is at most this share of the font size wide."""
_BLANK = 0.2
_SLACK = 1.0
_LONG = re.compile(r"[\-−–]?[1-9]\d{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[\-−–]?[1-9]\d{0,2}")
_GROUP = re.compile(r"\d{1,3}")
"""A group of three digits, or what the end of a line leaves of it."""


def has_gaps(words: Sequence[Word]) -> bool:
    """Whether digits stand a blank behind others somewhere, or four and more stand together without a dot."""
    if any(_LONG.fullmatch(word.text) and not _YEAR.fullmatch(word.text) for word in words):
        return True
    return any(
        _FIGURE.fullmatch(one.text) is not None
        and _GROUP.fullmatch(two.text) is not None
        and 0 <= two.left - one.right <= _NARROW * two.size
        for line in lines_of(words)
        for one, two in pairwise(line.words)
    )


def mark_gapped(pages: Sequence[Page]) -> None:
    """Marks the pages whose figures have such blanks, and the pages beside them: a table goes on in its style."""
    found = [page.gapped or has_gaps(page.words) for page in pages]
    for index, page in enumerate(pages):
        page.gapped = any(found[max(0, index - 1) : index + 2])


def doubt_broken_at_gaps(rows: Sequence[RowDraft], columns: Columns, room: float) -> None:
    """Doubts all figures of rows that no line parts where some are broken over lines, or two may be parts of one.

    Args:
        rows: the rows from top to bottom.
        columns: the columns of the table.
        room: how wide a figure may be at least.
    """
    figures = range(columns.first_figure, len(columns.all))
    near = any(_may_be_one(*pair, room) for at in figures for pair in _below(rows, at))
    if not near and not any(_is_broken(row, figures) for row in rows):
        return
    for row in rows:
        for at in figures:
            row.doubts.setdefault((at, at), GAPPED)


def _is_broken(row: RowDraft, figures: range) -> bool:
    """Whether a row has figures over several lines, or no name, as the lower part of a row has none."""
    named = any(span[0] == 0 and words for span, words in row.words.items())
    return not named or any(len(lines_of(row.words.get((at, at), []))) > 1 for at in figures)


def _below(rows: Sequence[RowDraft], at: int) -> list[tuple[Word, Word]]:
    """The figures of a column, each with the one below."""
    words = [word for row in rows for word in row.words.get((at, at), [])]
    return list(pairwise(sorted(words, key=lambda word: (word.baseline, word.left))))


def _may_be_one(above: Word, below: Word, room: float) -> bool:
    """Whether two figures would not have had room on one line, so that they may be one that had to break."""
    if not below.text[:1].isdigit() or not (above.text[-1:].isdigit() or above.text in "-−–"):
        return False
    together = above.right - above.left + below.right - below.left + _BLANK * above.size
    return together > room - _SLACK
