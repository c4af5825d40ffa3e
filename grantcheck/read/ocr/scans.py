"""The pages of a file that are images, read by OCR, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from grantcheck.model.text import Text
from grantcheck.read.layout.document import page_blocks
from grantcheck.read.layout.page import Page
from grantcheck.read.ocr.image import drawn
from grantcheck.read.ocr.template import side_box
from grantcheck.read.ocr.tesseract import NotRecognisedError, recognised
from grantcheck.read.ocr.troubles import not_read_by_ocr, read_by_ocr
from grantcheck.read.ocr.words import page_words
from grantcheck.read.ocr.words_seen import words_seen
from grantcheck.read.pdf.troubles import trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pypdfium2.raw as pdfium

    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.blocks import Block, Trouble
    from grantcheck.read.pdf.page import ReadPage

_SCANS: Final = ("image", "recognised")
"""What the PDF reader says of pages that are images, or hold text that another program saw in one."""
_BLANK: Final = Text(en="it saw no words", da="det så ingen ord")
_NOT_DRAWN: Final = Text(en="the page cannot be drawn", da="siden kan ikke tegnes")


@dataclass(frozen=True, slots=True)
class ReadScan:
    """A page with the words seen on it; none, and the reason, where it was not recognised."""

    page: Page
    trouble: Trouble


def recognised_blocks(
    document: pdfium.FPDF_DOCUMENT, pages: Sequence[ReadPage], limits: ReadingLimits
) -> tuple[Block, ...]:
    """The blocks of the pages among `pages` that are images, as far as the limits allow.

    What was said of such a page is replaced by what came of recognising it.
    """
    scans = [read for read in pages if _said_of_scan(read)]
    found: list[Page] = []
    for count, read in enumerate(scans):
        scan = (
            _scan(document, read.page, limits.ocr_page_seconds)
            if count < limits.ocr_pages
            else _passed_over(read.page, limits.ocr_pages)
        )
        said = _said_of_scan(read)
        read.troubles = [scan.trouble, *(one for one in read.troubles if one not in said)]
        if scan.page.words:
            found.append(scan.page)
    # the box is beside the text, so it is laid out by itself
    boxes = [box for page in found if (box := side_box(page)) is not None]
    laid_out = [*page_blocks(boxes), *page_blocks(found)]
    return tuple(block for blocks in laid_out for block in blocks)


def _said_of_scan(read: ReadPage) -> list[Trouble]:
    page = read.page
    said = [trouble(what, page.number, page.width, page.height) for what in _SCANS]
    return [one for one in read.troubles if one in said]


def _scan(document: pdfium.FPDF_DOCUMENT, page: Page, seconds: int) -> ReadScan:
    image = drawn(document, page)
    if image is None:
        return _not_recognised(page, _NOT_DRAWN)
    try:
        seen = words_seen(recognised(image.content, image.dpi, seconds))
    except NotRecognisedError as error:
        return _not_recognised(page, error.reason)
    words = page_words(seen, image.dpi)
    if not words:
        return _not_recognised(page, _BLANK)
    return ReadScan(Page(page.number, page.width, page.height, words), read_by_ocr(page))


def _passed_over(page: Page, most: int) -> ReadScan:
    limit = Text(
        en=f"only {most} pages of a file are read so",
        da=f"kun {most} sider af en fil læses sådan",
    )
    return _not_recognised(page, limit)


def _not_recognised(page: Page, reason: Text) -> ReadScan:
    return ReadScan(Page(page.number, page.width, page.height), not_read_by_ocr(page, reason))
