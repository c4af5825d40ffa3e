"""What is said of a page that was, or was not, read by OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grantcheck.model.location import PageLocation
from grantcheck.model.text import Text
from grantcheck.read.blocks import Trouble

if TYPE_CHECKING:
    from grantcheck.read.layout.page import Page

PAGE_IS_IMAGE: Final = "GC902"
_READ: Final = Text(
    en="Page {page} is an image; it was read by OCR, which misreads figures. Check every figure by eye: "
    "no check is decided by it. Better: get the document as it was written.",
    da="Side {page} er et billede; den er læst med OCR, som læser tal forkert. Kontrollér hvert tal i hånden: "
    "ingen kontrol afgøres af det. Bedre: skaf dokumentet, som det er skrevet.",
)
_NOT_READ: Final = Text(
    en="Page {page} is an image, and OCR could not read it ({reason}), so nothing on it was read. "
    "Get the document as it was written.",
    da="Side {page} er et billede, og OCR kunne ikke læse den ({reason}), så intet på den er læst. "
    "Skaf dokumentet, som det er skrevet.",
)


def read_by_ocr(page: Page) -> Trouble:
    """A page whose words were recognised."""
    return _trouble(page, _READ, Text(en="", da=""))


def not_read_by_ocr(page: Page, reason: Text) -> Trouble:
    """A page that stays unread, and why."""
    return _trouble(page, _NOT_READ, reason)


def _trouble(page: Page, sentence: Text, reason: Text) -> Trouble:
    return Trouble(
        code=PAGE_IS_IMAGE,
        about="page",
        english=sentence.en.format(page=page.number, reason=reason.en),
        danish=sentence.da.format(page=page.number, reason=reason.da),
        location=PageLocation(page=page.number, bbox=(0, 0, round(page.width), round(page.height))),
    )
