"""A page as an image in shades of grey."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from grantcheck.read.layout.page import Page

DOTS_PER_INCH: Final = 300
_POINTS_PER_INCH: Final = 72
_MOST_DOTS: Final = 36_000_000
"""A3 at 300 dots per inch is half of it; a larger page is drawn coarser."""
_WHITE: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Image:
    """A page drawn as PGM, the simplest image file there is."""

    content: bytes
    dpi: int


def drawn(document: pdfium.FPDF_DOCUMENT, page: Page) -> Image | None:
    """A page as it is displayed, or None where it cannot be drawn."""
    dpi = _dots_per_inch(page.width, page.height)
    width, height = (max(1, round(side * dpi / _POINTS_PER_INCH)) for side in (page.width, page.height))
    raw = pdfium.FPDF_LoadPage(document, page.number - 1)
    if not raw:
        return None
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        if not bitmap:
            return None
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        return Image(_pgm(bitmap, width, height), dpi)
    finally:
        if bitmap:
            pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(raw)


def points(dots: float, dpi: int) -> float:
    """A length of an image as one of the page."""
    return dots * _POINTS_PER_INCH / dpi


def _dots_per_inch(width: float, height: float) -> int:
    inches = width * height / _POINTS_PER_INCH**2
    return max(1, min(DOTS_PER_INCH, int((_MOST_DOTS / inches) ** 0.5)))


def _pgm(bitmap: pdfium.FPDF_BITMAP, width: int, height: int) -> bytes:
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = b"".join(dots[start : start + width] for start in range(0, stride * height, stride))
    return b"P5 %d %d 255\n" % (width, height) + rows
