"""The numbered boxes on one page: where each frame stands, and its number beside it where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from grantcheck.model.location import PageLocation
from grantcheck.report.annotated.marks import Mark
from grantcheck.report.annotated.pdf.letters import width

Corners = tuple[float, float, float, float]
"""Left, top, right, bottom on the page as displayed, in points."""

_SIZE, _SMALL_SIZE = 6.5, 5.0
"""Of the numbers: beside text, and among figures."""
_HEIGHT, _SMALL_HEIGHT = 9.0, 5.6
_NARROW = 70.0
"""A narrower place stands among figures, which no number may cover: it sits astride the upper edge."""
_ASTRIDE = 3.8
_AROUND, _SMALL_AROUND = 2.0, 1.0
_BESIDE = 2.0
_INSET = 6.0
"""A box of the whole page is drawn so far inside it."""
_MOST_NUMBERS = 4


@dataclass(frozen=True)
class NumberedBox:
    """A frame, with the findings that have their place there."""

    frame: Corners
    badge: Corners
    marks: tuple[Mark, ...]
    size: float
    """Of the letters of its number."""
    own: bool
    """Whether it is the first place of one of them; else it is the other side of the evidence."""

    @property
    def label(self) -> str:
        """The numbers, as far as there is room."""
        return label_of(self.marks)

    @property
    def around(self) -> Corners:
        """What holds both frame and number."""
        return (
            min(self.frame[0], self.badge[0]),
            min(self.frame[1], self.badge[1]),
            max(self.frame[2], self.badge[2]),
            max(self.frame[3], self.badge[3]),
        )


def label_of(marks: Sequence[Mark]) -> str:
    """The numbers of findings that share a place."""
    shown = ", ".join(str(mark.number) for mark in marks[:_MOST_NUMBERS])
    return f"{shown} …" if len(marks) > _MOST_NUMBERS else shown


def boxes_of(marks: Sequence[Mark], page: int, size: tuple[float, float]) -> list[NumberedBox]:
    """The boxes of a page, counted from 1, that is displayed in that width and height."""
    layout = _Layout(size)
    return [layout.placed(bbox, shared, own=own) for bbox, shared, own in _shared(marks, page)]


def _shared(marks: Sequence[Mark], page: int) -> Iterator[tuple[Corners, tuple[Mark, ...], bool]]:
    """Each place once, with all findings that it is a place of."""
    found: dict[Corners, list[Mark]] = {}
    first: set[Corners] = set()
    for mark in marks:
        for number, place in enumerate(mark.places):
            if isinstance(place, PageLocation) and place.page == page:
                found.setdefault(place.bbox, []).append(mark)
                if number == 0:
                    first.add(place.bbox)
    for bbox, shared in sorted(
        found.items(), key=lambda one: (one[0][1], one[0][0])
    ):  # numbers over earlier frames
        yield bbox, tuple(shared), bbox in first


@dataclass
class _Layout:
    size: tuple[float, float]
    _taken: list[Corners] = field(default_factory=list)

    def placed(self, bbox: Corners, marks: tuple[Mark, ...], *, own: bool) -> NumberedBox:
        narrow = bbox[2] - bbox[0] < _NARROW
        frame = self._frame(bbox, _SMALL_AROUND if narrow else _AROUND)
        letters = _SMALL_SIZE if narrow else _SIZE
        wide = width(label_of(marks), letters, bold=True) + (3 if narrow else 5)
        spots = _astride(frame, wide) if narrow else _beside(frame, wide)
        badge = next((spot for spot in spots if self._is_free(spot)), self._on_page(spots[0]))
        self._taken.append(badge)
        return NumberedBox(frame, badge, marks, letters, own)

    def _frame(self, bbox: Corners, around: float) -> Corners:
        """A little around the place, and always on the page."""
        across, down = self.size
        left, top, right, bottom = bbox
        return (
            max(min(left - around, across - 2 * _INSET), _INSET if left <= 0 else 0.5),
            max(min(top - around, down - 2 * _INSET), _INSET if top <= 0 else 0.5),
            min(max(right + around, 2 * _INSET), across - (_INSET if right >= across - 1 else 0.5)),
            min(max(bottom + around, 2 * _INSET), down - (_INSET if bottom >= down - 1 else 0.5)),
        )

    def _is_free(self, spot: Corners) -> bool:
        inside = spot[0] >= 1 and spot[1] >= 1 and spot[2] <= self.size[0] - 1 and spot[3] <= self.size[1] - 1
        return inside and not any(_overlap(spot, other) for other in self._taken)

    def _on_page(self, spot: Corners) -> Corners:
        x = min(max(spot[0], 1), self.size[0] - (spot[2] - spot[0]) - 1)
        y = min(max(spot[1], 1), self.size[1] - (spot[3] - spot[1]) - 1)
        return x, y, x + spot[2] - spot[0], y + spot[3] - spot[1]


def _beside(frame: Corners, wide: float) -> list[Corners]:
    """To the left of a frame, else around it, else down the margin."""
    left, top, right, bottom = frame
    outside = left - wide - _BESIDE
    choices = (
        (outside, top),
        (right + _BESIDE, top),
        (left, top - _HEIGHT),
        (left, bottom),
        (outside, bottom - _HEIGHT),
        (right + _BESIDE, bottom - _HEIGHT),
        *((_INSET, top + step * _HEIGHT) for step in range(40)),
    )
    return [(x, y, x + wide, y + _HEIGHT) for x, y in choices]


def _astride(frame: Corners, wide: float) -> list[Corners]:
    """On the edges of a frame, between the lines of figures, the upper left corner first."""
    left, top, right, bottom = frame
    upper, lower = top - _ASTRIDE, bottom + _ASTRIDE - _SMALL_HEIGHT
    across = (left - wide + 3, left, right - wide, right - 3)
    return [(x, y, x + wide, y + _SMALL_HEIGHT) for y in (upper, lower) for x in across]


def _overlap(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
