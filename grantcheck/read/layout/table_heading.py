"""The heading of a table without drawn cells: which words are part of it, and the columns they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.layout.columns import MARGINS, Column, heading_cells
from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.line import lines_of, phrases
from grantcheck.read.numbers import is_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.anchors import Anchor
    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.word import Word

_STEP = 1.55
"""Lines of a heading are at most this many font sizes apart."""
_SAME_SIZE = 0.6
_CAPTION = re.compile(r"(?:tabel|table)\s+\d", re.IGNORECASE)
_TALL_STEP = 2.0
"""The rows of a heading are at most this many font sizes apart."""
_BLANK = 0.2
_TALLEST = 8
"""A heading is at most this many font sizes high."""
_INDENT = 5.0


def heading_words(anchor: Anchor, words: Sequence[Word], rules: Sequence[float]) -> list[Word]:
    """The words of the heading's cells.

    Args:
        anchor: the years.
        words: all words of the page that are in no other table.
        rules: heights of the rulings across the table.
    """
    top = max((at for at in rules if at <= anchor.top + 1), default=0.0)
    bottom = min((at for at in rules if at >= anchor.bottom - 1), default=float("inf"))
    lines = [line for line in lines_of(words) if top <= line.baseline <= bottom]
    start = next(index for index, line in enumerate(lines) if line.baseline >= anchor.line.baseline - 1)
    ruled_below = bottom < anchor.bottom + _TALLEST * anchor.size
    ruled_above = top > anchor.top - _TALLEST * anchor.size
    chosen = [*lines[start].words]
    last = lines[start]
    for line in lines[start + 1 :]:
        if line.baseline - last.baseline > _STEP * anchor.size or not _goes_on(
            anchor, line, ruled=ruled_below
        ):
            break
        chosen += line.words
        last = line
    chosen += _above(anchor, lines[:start], chosen, ruled=ruled_above)
    return chosen


def _above(anchor: Anchor, lines: Sequence[Line], below: Sequence[Word], *, ruled: bool) -> list[Word]:
    """The words of the heading above its years: up to the last line that clearly is a part of it."""
    taken: list[Word] = []
    pending: list[Word] = []
    last = anchor.line.baseline
    for line in reversed(lines):
        if last - line.baseline > _TALL_STEP * anchor.size or not _may_belong(anchor, line):
            break
        pending += line.words
        last = line.baseline
        if _belongs(anchor, line, [*below, *taken], ruled=ruled):
            taken += pending
            pending = []
    return taken


def _goes_on(anchor: Anchor, line: Line, *, ruled: bool) -> bool:
    """Whether a line below the years is still part of the heading."""
    if abs(line.size - anchor.size) > _SAME_SIZE:
        return False
    rests = {word.text for word in line.words if word.left >= anchor.left - 2 and len(word.text) <= 2}  # noqa: PLR2004
    cut = any(
        year.bottom > line.baseline - 1 and year.text[-1:] in {rest[-1:] for rest in rests}
        for year in anchor.years
    )
    if ruled or cut:
        return True
    figures = [word for word in line.words if word.right >= anchor.left and is_piece(word.text)]
    return not figures and line.bold == anchor.years[0].bold and anchor.years[0].bold


def _may_belong(anchor: Anchor, line: Line) -> bool:
    """Whether a line above the years looks as they do, and is no caption."""
    return (
        abs(line.size - anchor.size) <= _SAME_SIZE
        and line.bold == anchor.years[0].bold
        and not _CAPTION.match(line.text)
    )


def _belongs(anchor: Anchor, line: Line, below: Sequence[Word], *, ruled: bool) -> bool:
    """Whether a line above the years clearly is part of the heading."""
    runs = phrases(line)
    cells = heading_cells(below)
    over_years = anchor.left - _INDENT
    if any(_crosses(run, cells) and run[0].left < over_years for run in runs):
        return False
    first = min(word.left for word in below)
    return (
        ruled
        or len(runs) > 1
        or all(
            run[0].left > min(first + _INDENT, over_years) or _had_no_room(run, below, cells) for run in runs
        )
    )


def _crosses(run: Sequence[Word], cells: Sequence[Box]) -> bool:
    """Whether a phrase stands over more than one cell."""
    return sum(run[0].left < cell.right and run[-1].right > cell.left for cell in cells) > 1


def _had_no_room(run: Sequence[Word], below: Sequence[Word], cells: Sequence[Box]) -> bool:
    """Whether a phrase over the first column had to break: what stands below it had no room beside it."""
    under = [word for word in below if word.left <= run[0].left + 2]
    if not under:
        return False
    following = min(under, key=lambda word: word.baseline)
    beyond = min((cell.left for cell in cells if cell.left > run[-1].right), default=0.0)
    return run[-1].right + _BLANK * following.size + following.right - following.left > beyond - MARGINS


def figure_columns(anchor: Anchor, heading: Sequence[Word]) -> list[Column]:
    """A column for each year, and one for the total where the heading goes on to the right."""
    columns = [
        Column(year.left, year.right, figures=True, heading=Box(year.left, year.top, year.right, year.bottom))
        for year in anchor.years
    ]
    beyond = [word for word in heading if word.left > anchor.years[-1].right + 2]
    if beyond:
        box = around(beyond)
        columns.append(Column(box.left, box.right, figures=True, heading=box))
    return columns


def text_headings(anchor: Anchor, heading: Sequence[Word]) -> list[Box]:
    """The boxes of the headings left of the years."""
    return heading_cells(word for word in heading if word.centre < anchor.left)
