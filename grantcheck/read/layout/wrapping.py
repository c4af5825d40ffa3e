"""Whether lines of figures are rows, or pieces of figures that broke in their narrow cells."""

from __future__ import annotations

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
_DIGIT = 0.45
"""At least this share of the font size is the width of a digit."""


def figure_rows(lines: Sequence[Figures], room: float) -> list[list[Figures]]:
    """Lines of figures put together to rows.

    Args:
        lines: from top to bottom.
        room: how wide a figure may be.
    """
    rows: list[list[Figures]] = []
    for line in lines:
        if rows and _one_row(rows[-1], line, room):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _one_row(row: Sequence[Figures], line: Figures, room: float) -> bool:
    above = row[-1]
    step = _height(line) - _height(above)
    size = _size(line)
    if step < _OVERLAPPING * size:
        return True
    pieces = _pieces(row)
    shared = [column for column in line if column in pieces]
    if step > _PITCH * size or not shared:
        return False
    if any(parse_figure(word.text) is None for figures in (above, line) for words in figures.values() for word in words):
        return True
    return all(_broken(pieces[column], line[column], room) for column in shared)


def _broken(above: Sequence[Word], below: Sequence[Word], room: float) -> bool:
    """Whether the upper pieces fill their cell so that a figure may have gone on below."""
    whole = "".join(word.text for word in (*above, *below))
    last = above[-1]
    return parse_figure(whole) is not None and last.right - last.left + _DIGIT * last.size > room


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
