"""Boxes on a page as displayed: points from its top left corner, downward."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from grantcheck.model.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Iterable


class Boxed(Protocol):
    """Whatever has four sides."""

    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def right(self) -> float: ...  # noqa: D102
    @property
    def bottom(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def holds(self, other: Boxed) -> bool:
        """Whether the centre of `other` lies inside."""
        x = (other.left + other.right) / 2
        y = (other.top + other.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def grown(self, by: float) -> Box:
        """A box that reaches further on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def location(self, page: int) -> PageLocation:
        """The place of the box, rounded outward."""
        return PageLocation(
            page=page,
            bbox=(
                math.floor(self.left),
                math.floor(self.top),
                math.ceil(self.right),
                math.ceil(self.bottom),
            ),
        )


def around(parts: Iterable[Boxed]) -> Box:
    """The smallest box that holds all parts, of which there is at least one."""
    first, *others = parts
    left, top, right, bottom = first.left, first.top, first.right, first.bottom
    for part in others:
        left = min(left, part.left)
        top = min(top, part.top)
        right = max(right, part.right)
        bottom = max(bottom, part.bottom)
    return Box(left, top, right, bottom)
