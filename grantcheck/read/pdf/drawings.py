"""What is drawn on a page besides text: rulings, the squares and crosses of check boxes, pictures."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from grantcheck.read.layout.geometry import Box
from grantcheck.read.layout.ruling import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.read.pdf.display import Display

OBJECT_LIMIT = 20_000
_THIN = 3.0
"""A filled shape no thicker than this is a line."""
_SLANT = 0.8
_SEGMENT_LIMIT = 200
"""A path of more pieces is a drawing, not a ruling."""
_DEPTH_LIMIT = 8
_SMALLEST_BOX, _LARGEST_BOX = 4.5, 18.0
_DARK = 3 * 160
"""Red, green and blue together below this are seen as a mark."""
_INVISIBLE = 3
"""The text render mode of a text layer behind a scanned picture."""


class TooManyObjectsError(Exception):
    """The page has more objects than are read."""


@dataclass(slots=True)
class Drawings:
    """Everything drawn on a page, as displayed."""

    rulings: list[Ruling] = field(default_factory=list)
    squares: list[Box] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    """Boxes around slanted lines, as crosses and ticks have."""
    fills: list[Box] = field(default_factory=list)
    """Small dark shapes."""
    pictures: list[Box] = field(default_factory=list)
    invisible_text: int = 0
    visible_text: int = 0


def drawings(page: pdfium.FPDF_PAGE, display: Display) -> Drawings:
    """What is drawn on a page.

    Raises:
        TooManyObjectsError: there is too much of it.
    """
    return _Walk(display).through(page)


class _Walk:
    def __init__(self, display: Display) -> None:
        self._display = display
        self._found = Drawings()
        self._seen = 0
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._refs = [ctypes.byref(side) for side in self._sides]
        self._fill = ctypes.c_int()
        self._stroke = ctypes.c_int()

    def through(self, page: pdfium.FPDF_PAGE) -> Drawings:
        count = pdfium.FPDFPage_CountObjects(page)
        self._count(count)
        for index in range(count):
            self._take(pdfium.FPDFPage_GetObject(page, index), (), 0)
        return self._found

    def _count(self, more: int) -> None:
        self._seen += max(0, more)
        if self._seen > OBJECT_LIMIT:
            raise TooManyObjectsError

    def _take(self, shape: pdfium.FPDF_PAGEOBJECT, forms: tuple[pdfium.FS_MATRIX, ...], depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(shape, forms)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if pdfium.FPDFTextObj_GetTextRenderMode(shape) == _INVISIBLE:
                self._found.invisible_text += 1
            else:
                self._found.visible_text += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if (box := self._bounds(shape, forms)) is not None:
                self._found.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH_LIMIT:
            matrix = pdfium.FS_MATRIX()
            if not pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix)):
                return
            count = pdfium.FPDFFormObj_CountObjects(shape)
            self._count(count)
            for index in range(count):
                self._take(pdfium.FPDFFormObj_GetObject(shape, index), (matrix, *forms), depth + 1)

    def _bounds(self, shape: pdfium.FPDF_PAGEOBJECT, forms: tuple[pdfium.FS_MATRIX, ...]) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(shape, *self._refs):
            return None
        left, bottom, right, top = (side.value for side in self._sides)
        x1, y1 = self._point(left, bottom, forms)
        x2, y2 = self._point(right, top, forms)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _point(self, x: float, y: float, forms: tuple[pdfium.FS_MATRIX, ...]) -> tuple[float, float]:
        for m in forms:
            x, y = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
        return self._display.point(x, y)

    def _path(self, shape: pdfium.FPDF_PAGEOBJECT, forms: tuple[pdfium.FS_MATRIX, ...]) -> None:
        box = self._bounds(shape, forms)
        if box is None:
            return
        pdfium.FPDFPath_GetDrawMode(shape, ctypes.byref(self._fill), ctypes.byref(self._stroke))
        if not (self._fill.value or self._stroke.value):
            return
        if min(box.width, box.height) <= _THIN:
            self._thin(box)
            return
        pieces = pdfium.FPDFPath_CountSegments(shape)
        if pieces > _SEGMENT_LIMIT:
            return
        if not self._stroke.value and pieces <= 5:  # noqa: PLR2004 - one filled rectangle is a background
            self._filled(shape, box)
            return
        self._pieces(shape, pieces, forms)

    def _filled(self, shape: pdfium.FPDF_PAGEOBJECT, box: Box) -> None:
        """A small dark shape may be the mark of a check box; all else is a background."""
        if max(box.width, box.height) > _LARGEST_BOX:
            return
        colour = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFPageObj_GetFillColor(shape, *map(ctypes.byref, colour))
        if sum(part.value for part in colour[:3]) < _DARK:
            self._found.fills.append(box)

    def _thin(self, box: Box) -> None:
        found = self._found.rulings
        if box.width >= box.height:
            found.append(
                Ruling(horizontal=True, at=(box.top + box.bottom) / 2, start=box.left, end=box.right)
            )
        else:
            found.append(
                Ruling(horizontal=False, at=(box.left + box.right) / 2, start=box.top, end=box.bottom)
            )

    def _pieces(self, shape: pdfium.FPDF_PAGEOBJECT, count: int, forms: tuple[pdfium.FS_MATRIX, ...]) -> None:
        for outline in self._outlines(shape, count, forms):
            xs = [x for x, _ in outline]
            ys = [y for _, y in outline]
            box = Box(min(xs), min(ys), max(xs), max(ys))
            straight = all(
                abs(x1 - x2) <= _SLANT or abs(y1 - y2) <= _SLANT for (x1, y1), (x2, y2) in pairwise(outline)
            )
            if not straight:
                if box.width <= _LARGEST_BOX and box.height <= _LARGEST_BOX:
                    self._found.strokes.append(box)
            elif min(box.width, box.height) <= _THIN:
                self._thin(box)
            elif _box_sized(box):
                self._found.squares.append(box)
            elif self._stroke.value:
                for (x1, y1), (x2, y2) in pairwise(outline):
                    self._thin(Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))

    def _outlines(
        self, shape: pdfium.FPDF_PAGEOBJECT, count: int, forms: tuple[pdfium.FS_MATRIX, ...]
    ) -> Iterator[list[tuple[float, float]]]:
        """The parts of a path that are drawn without lifting the pen."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
        x, y = ctypes.c_float(), ctypes.c_float()
        outline: list[tuple[float, float]] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(shape, index)
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                if len(outline) > 1:
                    yield outline
                outline = []
            outline.append(self._point(x.value, y.value, (matrix, *forms)))
            if pdfium.FPDFPathSegment_GetClose(segment) and outline:
                outline.append(outline[0])
        if len(outline) > 1:
            yield outline


def _box_sized(box: Box) -> bool:
    small = _SMALLEST_BOX <= box.width <= _LARGEST_BOX and _SMALLEST_BOX <= box.height <= _LARGEST_BOX
    return small and 0.75 <= box.width / box.height <= 1.33  # noqa: PLR2004
