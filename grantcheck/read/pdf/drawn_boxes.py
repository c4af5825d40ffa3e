"""Check boxes that are drawn, not written: a small square, with a cross or a tick inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.checkboxes import CHECKED, DOUBTFUL, EMPTY, TICKS
from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.ruling import Ruling
from grantcheck.read.layout.word import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.pdf.drawings import Drawings

_SAME = 0.6
"""Points between two lines drawn as one."""
_MOST = 0.85


def drawn_boxes(drawn: Drawings, words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Words for the check boxes drawn, and the words without the ticks written inside them."""
    boxes: list[Word] = []
    left = list(words)
    for square in _alone(_distinct(drawn.squares), drawn):
        inside = [word for word in left if square.grown(1).holds(word)]
        strokes = [stroke for stroke in drawn.strokes if square.grown(1).holds(stroke)]
        if any(word.text not in TICKS for word in inside):
            # a frame around a letter or a figure is no check box
            continue
        left = [word for word in left if word not in inside]
        filled = any(square.grown(1).holds(fill) for fill in drawn.fills)
        boxes.append(_word(square, DOUBTFUL if filled else _mark(square, strokes, ticked=bool(inside))))
    return boxes, left


def frames(drawn: Drawings) -> list[Ruling]:
    """The sides of small squares that are cells of a table, as rulings."""
    squares = _distinct(drawn.squares)
    alone = _alone(squares, drawn)
    return [side for square in squares if square not in alone for side in _sides(square)]


def _alone(squares: Sequence[Box], drawn: Drawings) -> list[Box]:
    """Squares that stand free of every line and of each other; the others are cells of tables."""
    return [
        square
        for square in squares
        if not any(_along(side, ruling) for side in _sides(square) for ruling in drawn.rulings)
        and not any(
            _along(a, b)
            for other in squares
            if other is not square
            for a in _sides(square)
            for b in _sides(other)
        )
    ]


def _along(side: Ruling, other: Ruling) -> bool:
    return (
        side.horizontal == other.horizontal
        and abs(side.at - other.at) <= _SAME
        and other.covered(side.start, side.end) > _MOST * side.length
    )


def _sides(square: Box) -> list[Ruling]:
    return [
        Ruling(horizontal=True, at=square.top, start=square.left, end=square.right),
        Ruling(horizontal=True, at=square.bottom, start=square.left, end=square.right),
        Ruling(horizontal=False, at=square.left, start=square.top, end=square.bottom),
        Ruling(horizontal=False, at=square.right, start=square.top, end=square.bottom),
    ]


def _mark(square: Box, strokes: Sequence[Box], *, ticked: bool) -> str:
    if ticked:
        return CHECKED
    if not strokes:
        return EMPTY
    drawn = around(strokes)
    large = drawn.width >= square.width / 2 and drawn.height >= square.height / 2
    return CHECKED if large and len(strokes) <= 4 else DOUBTFUL  # noqa: PLR2004


def _distinct(squares: Sequence[Box]) -> list[Box]:
    """Each square once, also where it is drawn twice (filled, then outlined)."""
    distinct: list[Box] = []
    for square in squares:
        if not any(other.grown(1.5).holds(square) for other in distinct):
            distinct.append(square)
    return distinct


def _word(square: Box, mark: str) -> Word:
    return Word(mark, square.left, square.top, square.right, square.bottom, square.bottom - 1, square.height)
