"""One page of a PDF file: opened, read once, closed."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from grantcheck.read.layout.page import Page
from grantcheck.read.layout.ruling import merged
from grantcheck.read.pdf.characters import Characters
from grantcheck.read.pdf.display import Display, display
from grantcheck.read.pdf.drawings import Drawings, TooManyObjectsError, drawings
from grantcheck.read.pdf.drawn_boxes import drawn_boxes, frames
from grantcheck.read.pdf.misplaced import cut_off, printed_over
from grantcheck.read.pdf.troubles import trouble

if TYPE_CHECKING:
    from grantcheck.read.blocks import Trouble
    from grantcheck.read.layout.word import Word

CHARACTER_LIMIT: Final = 100_000
_RIGHT_ANGLE = 90
_SMALLEST_SIDE = 20.0
_LARGEST_SIDE = 20_000.0
_FULL = 0.4
"""A picture over this share of the page may be the page itself, scanned."""
_LAID_OVER: Final = frozenset(
    {
        pdfium.FPDF_ANNOT_WIDGET,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_REDACT,
    }
)
_FEW_WORDS = 5
_TWICE = 0.6
"""Points between two prints of a word that is drawn twice."""


@dataclass(slots=True)
class ReadPage:
    """A page's words and rulings, and what was not read of it."""

    page: Page
    troubles: list[Trouble] = field(default_factory=list)


def read_page(document: pdfium.FPDF_DOCUMENT, index: int) -> ReadPage:
    """Read a page, counted from 0; what goes wrong is among its troubles."""
    number = index + 1
    raw = pdfium.FPDF_LoadPage(document, index)
    if not raw:
        return ReadPage(Page(number, 0, 0), [trouble("damaged", number, 0, 0)])
    try:
        shown = _display(raw)
        if shown is None:
            return ReadPage(Page(number, 0, 0), [trouble("damaged", number, 0, 0)])
        return _Reading(raw, number, shown).read()
    finally:
        pdfium.FPDF_ClosePage(raw)


def _display(raw: pdfium.FPDF_PAGE) -> Display | None:
    """How the page is shown; None where its size is none that a page has."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(raw, ctypes.byref(box)):
        return None
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    if not (
        _SMALLEST_SIDE <= right - left <= _LARGEST_SIDE and _SMALLEST_SIDE <= top - bottom <= _LARGEST_SIDE
    ):
        return None
    return display((left, bottom, right, top), pdfium.FPDFPage_GetRotation(raw) * _RIGHT_ANGLE)


class _Reading:
    def __init__(self, raw: pdfium.FPDF_PAGE, number: int, shown: Display) -> None:
        self._raw = raw
        self._shown = shown
        self._found = ReadPage(Page(number, shown.width, shown.height))

    def read(self) -> ReadPage:
        try:
            drawn = drawings(self._raw, self._shown)
        except TooManyObjectsError:
            return self._refused("crowded")
        if self._has_recognised_text(drawn):
            return self._refused("recognised")
        words = self._words()
        if words is None:
            return self._found
        if not words and (drawn.pictures or not drawn.rulings):
            return self._refused("image") if drawn.pictures else self._found
        page = self._found.page
        boxes, page.words = drawn_boxes(drawn, words)
        page.words += boxes
        page.rulings = merged([*drawn.rulings, *frames(drawn)])
        if len(words) <= _FEW_WORDS and self._is_scan(drawn):
            self._tell("image")
        self._look_for_annotations()
        return self._found

    def _words(self) -> list[Word] | None:
        text_page = pdfium.FPDFText_LoadPage(self._raw)
        if not text_page:
            self._tell("damaged")
            return None
        try:
            count = pdfium.FPDFText_CountChars(text_page)
            if count > CHARACTER_LIMIT:
                self._tell("crowded")
                return None
            characters = Characters(text_page, self._shown)
            words = characters.words(count)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        if characters.sideways:
            self._tell("sideways")
        if characters.unreadable:
            self._tell("unreadable")
        self._found.page.gapped = characters.gapped > 0
        visible = self._visible(words)
        if characters.flat or printed_over(visible):
            self._tell("overlapping")
        self._found.page.cut_off = cut_off(words, self._shown.width)
        if self._found.page.cut_off:
            self._tell("cut off")
        return visible

    def _visible(self, words: list[Word]) -> list[Word]:
        """Words on the page as it is shown, each once, also where it is drawn twice to look bold."""
        width, height = self._shown.width, self._shown.height
        seen: dict[str, list[tuple[float, float]]] = {}
        visible: list[Word] = []
        for word in words:
            if not (-1 <= word.left <= width + 1 and -1 <= word.baseline <= height + 1):
                continue
            places = seen.setdefault(word.text, [])
            if any(abs(word.left - x) <= _TWICE and abs(word.baseline - y) <= _TWICE for x, y in places):
                continue
            places.append((word.left, word.baseline))
            visible.append(word)
        return visible

    def _has_recognised_text(self, drawn: Drawings) -> bool:
        return drawn.invisible_text > drawn.visible_text and self._is_scan(drawn)

    def _is_scan(self, drawn: Drawings) -> bool:
        area = self._shown.width * self._shown.height
        return sum(picture.width * picture.height for picture in drawn.pictures) > _FULL * area

    def _look_for_annotations(self) -> None:
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(self._raw), 1000)):
            annotation = pdfium.FPDFPage_GetAnnot(self._raw, index)
            if not annotation:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if kind in _LAID_OVER:
                self._tell("laid over")
                return

    def _refused(self, what: str) -> ReadPage:
        self._tell(what)
        return self._found

    def _tell(self, what: str) -> None:
        page = self._found.page
        self._found.troubles.append(trouble(what, page.number, page.width, page.height))
