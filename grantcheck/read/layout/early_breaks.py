"""Lines of a cell that had no need to end where they do: what follows is not their rest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from grantcheck.read.layout.line import Line, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.row_draft import RowDraft, Span

EARLY: Final = "a line ends where the next word had room, so that this may be two rows"
_BLANK = 0.3
"""A blank between words, as a share of the font size."""
_SLACK = 1.0
_HYPHENS = "-\u2010\u2011\u00ad\ufffe/"


def doubt_early_breaks(rows: Sequence[RowDraft], first_figure: int) -> None:
    """Doubts texts of several lines where a line is shorter than it had to be.

    Text fills a line as far as its words go. A row without figures leaves no other trace beside its name.
    """
    cells = [(row, span, lines_of(words)) for row in rows for span, words in row.words.items() if words]
    widest: dict[Span, float] = {}
    for _, span, lines in cells:
        widest[span] = max([widest.get(span, 0.0), *(_width(line) for line in lines)])
    for row, span, lines in cells:
        if span[1] < first_figure and any(
            _had_room(above, below, widest[span]) for above, below in pairwise(lines)
        ):
            row.doubts.setdefault(span, EARLY)


def _width(line: Line) -> float:
    return line.right - line.left


def _had_room(above: Line, below: Line, width: float) -> bool:
    if above.text[-1:] in _HYPHENS:
        return False
    word = below.words[0]
    return _width(above) + _BLANK * above.size + word.right - word.left <= width - _SLACK
