"""Whether lines of figures are rows, or pieces of figures that broke in their narrow cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.numbers import parse_figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grantcheck.read.layout.word import Word

Figures = dict[int, list["Word"]]
"""The figures of a line by column."""

_OVERLAPPING = 1.0
"""Lines closer than this many font sizes stand beside each other, not below."""
_PITCH = 1.45
"""Lines of one cell are at most this many font sizes apart."""
_OPENING = re.compile(r"[(\-−–+]?(?:\d{1,3}(?:\.\d{3})*(?:\.\d{0,3})?|[1-9]\d*)(?:,\d*)?[)\-−–]?")
"""A figure, or what can become one."""
_BEGINNING = re.compile(r"[(\-−–+]?(?:[1-9]|0$|0,)|[\-−–]$")
"""How a figure begins; ".500" and "00" are the rest of one."""
SIGNS = frozenset("-−–+")
_DIGIT = 0.45
"""At least this share of the font size is the width of a digit."""


def figure_rows(lines: Sequence[Figures], room: float) -> list[list[Figures]]:
    """Lines of figures put together to rows; where lines may be one row or two, they are one.

    Args:
        lines: from top to bottom.
        room: how wide a figure may be.
    """
    rows: list[list[Figures]] = []
    for line in lines:
        if rows and _belongs(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    whole: list[list[Figures]] = []
    for row in rows:
        if whole and _may_be_one(whole[-1], row, room):
            whole[-1] += row
        else:
            whole.append(row)
    return whole


def _belongs(row: Sequence[Figures], line: Figures) -> bool:
    """Whether a line stands beside the row above it, or holds the rest of one of its figures."""
    step = _height(line) - _height(row[-1])
    if step < _OVERLAPPING * _size(line):
        return True
    if step > _PITCH * _size(line):
        return False
    pieces = _pieces(row)
    return any(_is_rest(pieces[column], line[column]) for column in line if column in pieces)


def _is_rest(above: Sequence[Word], below: Sequence[Word]) -> bool:
    upper = "".join(word.text for word in above)
    whole = upper + "".join(word.text for word in below)
    if not _OPENING.fullmatch(whole):
        return False
    return parse_figure(upper) is None or not _BEGINNING.match(below[0].text)


def _may_be_one(upper: Sequence[Figures], lower: Sequence[Figures], room: float) -> bool:
    """Whether every figure of the upper row may go on in the lower one, as where both are full."""
    if min(map(_height, lower)) - _height(upper[-1]) > _PITCH * _size(lower[0]):
        return False
    above, below = _pieces(upper), _pieces(lower)
    shared = [column for column in below if column in above]
    sparse = len(shared) == min(len(above), len(below)) < max(len(above), len(below))
    return bool(shared) and all(
        _fills(above[column], below[column], room, sparse=sparse) for column in shared
    )


def _fills(above: Sequence[Word], below: Sequence[Word], room: float, *, sparse: bool) -> bool:
    """Whether a figure may have gone on below: its line was full, it broke behind its sign, or few figures did."""
    whole = "".join(word.text for word in (*above, *below))
    if below[0].text in SIGNS or parse_figure(whole) is None:
        return False
    if sparse and "." in whole:
        # a figure may break anywhere its text changes style; a line of few figures is then no row
        return True
    last = above[-1]
    more = sum(word.right - word.left for word in below) if last.text in SIGNS else _DIGIT * last.size
    return last.right - last.left + more > room


def _pieces(row: Sequence[Mapping[int, list[Word]]]) -> Figures:
    pieces: Figures = {}
    for line in row:
        for column, words in line.items():
            pieces.setdefault(column, []).extend(words)
    return pieces


def _height(line: Figures) -> float:
    return max(word.baseline for words in line.values() for word in words)


def _size(line: Figures) -> float:
    return max(word.size for words in line.values() for word in words)
