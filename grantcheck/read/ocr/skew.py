"""How far a scanned page lies askew, told from the words on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS: Final = 60
_STEP: Final = 0.0005
"""Slopes up to three in a hundred are tried; what lies more askew is not read as a table anyway."""
_LINE: Final = 3.0
"""Points within which two baselines are one."""
_FEWEST: Final = 8


def slope_of(points: Sequence[tuple[float, float]]) -> float:
    """The slope at which most of the points stand on common lines; 0 where they are too few to tell.

    Args:
        points: left end and baseline of each word.
    """
    if len(points) < _FEWEST:
        return 0.0
    # of slopes that fit equally well, the smallest
    slopes = sorted((step * _STEP for step in range(-_STEPS, _STEPS + 1)), key=abs)
    return max(slopes, key=lambda slope: _agreement(points, slope))


def _agreement(points: Sequence[tuple[float, float]], slope: float) -> int:
    """How many pairs stand on one line; counted twice, half a line apart, so that no bound cuts a line in both."""
    pairs = 0
    for shift in (0.0, 0.5):
        lines = Counter(int((y - slope * x) / _LINE + shift) for x, y in points)
        pairs += sum(count * count for count in lines.values())
    return pairs


def straightened(x: float, y: float, slope: float) -> tuple[float, float]:
    """A point where it would stand on a page that lies straight."""
    return x + slope * y, y - slope * x
