"""Words that a page shows badly: printed over each other, or beyond its edge."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.word import Word

_RUNS_INTO = 0.3
_LETTER = 0.5
"""The height of a small letter as a share of the font size."""
_COVERED = 0.5
"""Letters that share so much of their height are printed over each other."""
_SHARED = 1.0
"""Words of two lines may share so many points of their width."""
_BEYOND = 2.0


def printed_over(words: Sequence[Word]) -> bool:
    """Whether words are printed over each other, on one baseline or on two."""
    lines = lines_of(word for word in words if not word.raised)
    if any(
        one.baseline == two.baseline and one.right - two.left > _RUNS_INTO * two.size
        for line in lines
        for one, two in pairwise(line.words)
    ):
        return True
    return any(_covers(one, two) for one, two in _near(lines))


def _near(lines: Sequence[Line]) -> Iterable[tuple[Line, Line]]:
    """Pairs of lines whose letters may meet."""
    tallest = max((line.size for line in lines), default=0.0)
    for index, line in enumerate(lines):
        for other in lines[index + 1 :]:
            if other.baseline - line.baseline > _LETTER * tallest:
                break
            yield line, other


def _covers(one: Line, two: Line) -> bool:
    return any(_meet(above, below) for above in one.words for below in two.words)


def _meet(one: Word, two: Word) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    small = _LETTER * min(one.size, two.size)
    top = max(one.baseline - _LETTER * one.size, two.baseline - _LETTER * two.size)
    return across > _SHARED and min(one.baseline, two.baseline) - top > _COVERED * small


def cut_off(words: Iterable[Word], width: float) -> tuple[float, ...]:
    """Baselines of the lines that go on beyond the right or left edge of their page."""
    found: list[float] = []
    for line in lines_of(words):
        inside = [word for word in line.words if word.left >= -_BEYOND and word.right <= width + _BEYOND]
        if inside and len(inside) < len(line.words):
            found.append(line.baseline)
    return tuple(found)
