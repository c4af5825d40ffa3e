"""A box beside the text that touches the table below it: two drawings, although their rulings hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.ruling import Ruling

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME = 3.0
_STEP = 60.0
"""The table begins so many points further left than the box."""
_FROM = 0.45
"""The box begins right of this share of the page, as boxes beside the text do."""
_ROWS = 4
"""A box has so many rows; fewer are the upper rows of a table's own heading."""


def apart(rulings: Sequence[Ruling], page_width: float) -> list[list[Ruling]]:
    """The rulings of one drawing, or of the box above and the table below it."""
    across = sorted((ruling for ruling in rulings if ruling.horizontal), key=lambda ruling: ruling.at)
    down = [ruling for ruling in rulings if not ruling.horizontal]
    for index, ruling in enumerate(across):
        above, below = _sides(down, ruling.at - _SAME), _sides(down, ruling.at + _SAME)
        if not above or not below or index < _ROWS:
            continue
        if above[0] - below[0] > _STEP and above[0] > _FROM * page_width:
            return [_upper(rulings, ruling.at, above[0], above[-1]), _lower(rulings, ruling.at)]
    return [list(rulings)]


def _sides(down: Sequence[Ruling], height: float) -> list[float]:
    """Where vertical rulings stand at a height, from left to right."""
    return sorted(ruling.at for ruling in down if ruling.start < height < ruling.end)


def _upper(rulings: Sequence[Ruling], height: float, left: float, right: float) -> list[Ruling]:
    kept = [ruling for ruling in rulings if ruling.horizontal and ruling.at < height - _SAME]
    kept.append(Ruling(horizontal=True, at=height, start=left, end=right))
    cut = [ruling for ruling in rulings if not ruling.horizontal and ruling.start < height - _SAME]
    return kept + [
        Ruling(horizontal=False, at=one.at, start=one.start, end=min(one.end, height)) for one in cut
    ]


def _lower(rulings: Sequence[Ruling], height: float) -> list[Ruling]:
    kept = [ruling for ruling in rulings if ruling.horizontal and ruling.at >= height - _SAME]
    cut = [ruling for ruling in rulings if not ruling.horizontal and ruling.end > height + _SAME]
    return kept + [
        Ruling(horizontal=False, at=one.at, start=max(one.start, height), end=one.end) for one in cut
    ]
