"""From the coordinates of a page's contents to those of the page as displayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Display:
    """A page's visible box and how it is turned; x and y are linear in both coordinates."""

    width: float
    height: float
    xx: float
    xy: float
    x0: float
    yx: float
    yy: float
    y0: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as displayed: from the top left corner, downward."""
        return self.xx * x + self.xy * y + self.x0, self.yx * x + self.yy * y + self.y0

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as displayed."""
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def contents_box(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the coordinates of the contents; `box` is as displayed."""
        x1, y1 = self._contents_point(box[0], box[1])
        x2, y2 = self._contents_point(box[2], box[3])
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _contents_point(self, across: float, down: float) -> tuple[float, float]:
        """The way back: a turn is undone by its transposed matrix."""
        x, y = across - self.x0, down - self.y0
        return self.xx * x + self.yx * y, self.xy * x + self.yy * y

    def across(self, box: pdfium.FS_RECTF) -> tuple[float, float]:
        """Left and right of a box as displayed."""
        if self.xx:
            one, two = self.xx * box.left + self.x0, self.xx * box.right + self.x0
        else:
            one, two = self.xy * box.bottom + self.x0, self.xy * box.top + self.x0
        return (one, two) if one <= two else (two, one)

    def upright(self, along_x: float, along_y: float) -> bool:
        """Whether text running in this direction is displayed from left to right."""
        across = self.xx * along_x + self.xy * along_y
        down = self.yx * along_x + self.yy * along_y
        return across > 0 and abs(down) <= 0.1 * across


def display(visible: tuple[float, float, float, float], rotation: int) -> Display:
    """How a page is displayed.

    Args:
        visible: left, bottom, right, top of what is shown of the page.
        rotation: degrees clockwise, a multiple of 90.
    """
    left, bottom, right, top = visible
    width, height = right - left, top - bottom
    if rotation % 360 == 90:  # noqa: PLR2004
        return Display(height, width, 0, 1, -bottom, 1, 0, -left)
    if rotation % 360 == 180:  # noqa: PLR2004
        return Display(width, height, -1, 0, right, 0, 1, -bottom)
    if rotation % 360 == 270:  # noqa: PLR2004
        return Display(height, width, 0, -1, top, -1, 0, right)
    return Display(width, height, 1, 0, -left, 0, -1, top)
