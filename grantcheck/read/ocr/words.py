"""Words seen in an image as words of a page: on baselines, in a size, upright."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from grantcheck.read.layout.word import Word
from grantcheck.read.ocr.image import points
from grantcheck.read.ocr.skew import slope_of, straightened
from grantcheck.read.ocr.template import mark_headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.read.ocr.words_seen import SeenWord

_TALL: Final = frozenset("bdfhklt0123456789ij!?/|()[]&%")
_DEEP: Final = frozenset("gjpqy,;()[]/|Q")
_HIGH_SHARE, _LOW_SHARE, _DEEP_SHARE = 0.72, 0.52, 0.21
"""Heights above the baseline, and depth below it, as shares of the font size."""
_DASH_RISE: Final = 0.27
_ALIKE: Final = 1.4
"""Sizes within this factor of the usual one are the usual one, measured badly."""
_OFF_LINE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Measured:
    """A word's sides in points, and what its letters tell of baseline and size."""

    seen: SeenWord
    left: float
    right: float
    baseline: float
    size: float | None
    """None for a dash, whose height tells nothing."""


def page_words(seen: Sequence[SeenWord], dpi: int) -> list[Word]:
    """The words of a page, straightened.

    Args:
        seen: what was recognised, in dots.
        dpi: how many dots make an inch.
    """
    usual = median([size for word in seen if (size := _size(word, dpi)) is not None] or [0.0])
    if not usual:
        return []
    measured = [_measured(word, dpi, usual) for word in seen]
    slope = slope_of([(word.left, word.baseline) for word in measured])
    by_line: dict[tuple[str, ...], list[_Measured]] = {}
    for word in measured:
        by_line.setdefault(word.seen.line, []).append(word)
    words = [word for line in by_line.values() for word in _line(line, slope, usual)]
    mark_headings(words)
    return words


def _line(line: Sequence[_Measured], slope: float, usual: float) -> Iterator[Word]:
    """What was seen as one line stands on one baseline, though each box is a little off."""
    heights = [straightened(word.left, word.baseline, slope)[1] for word in line]
    middle = median(heights)
    for word, height in zip(line, heights, strict=True):
        on_line = abs(height - middle) <= _OFF_LINE * usual
        yield _word(word, slope, usual, middle if on_line else height)


def _measured(word: SeenWord, dpi: int, usual: float) -> _Measured:
    size = _size(word, dpi)
    bottom = points(word.bottom, dpi)
    if size is None:
        baseline = bottom + _DASH_RISE * usual
    else:
        baseline = bottom - (_DEEP_SHARE * size if _is_deep(word.text) else 0.0)
    return _Measured(word, points(word.left, dpi), points(word.right, dpi), baseline, size)


def _size(word: SeenWord, dpi: int) -> float | None:
    if not any(character.isalnum() for character in word.text):
        return None
    high = any(character in _TALL or character.isupper() for character in word.text)
    share = (_HIGH_SHARE if high else _LOW_SHARE) + (_DEEP_SHARE if _is_deep(word.text) else 0.0)
    return points(word.height, dpi) / share


def _is_deep(text: str) -> bool:
    return any(character in _DEEP for character in text)


def _word(word: _Measured, slope: float, usual: float, baseline: float) -> Word:
    size = word.size or usual
    if usual / _ALIKE <= size <= usual * _ALIKE:
        size = usual
    left, _ = straightened(word.left, word.baseline, slope)
    right, _ = straightened(word.right, word.baseline, slope)
    return Word(
        word.seen.text,
        left,
        baseline - 0.8 * size,
        right,
        baseline + 0.22 * size,
        baseline,
        size,
    )
