"""A PDF file to its layout."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import Final

import pypdfium2.raw as pdfium

from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.model.text import Text
from grantcheck.read.blocks import Block, CheckBox, Grid, Layout
from grantcheck.read.layout.document import page_blocks
from grantcheck.read.ocr.scans import recognised_blocks
from grantcheck.read.pdf.integrity import is_intact
from grantcheck.read.pdf.page import ReadPage, read_page
from grantcheck.read.pdf.troubles import trouble
from grantcheck.read.refused import Problem, RefusedError

_REPAIRED = "the file is damaged, and this may not be all that stood here"
_ENCRYPTED: Final = b"/Encrypt"
_MAGIC: Final = b"%PDF-"
_MAGIC_WITHIN = 1024


def read_layout(raw: bytes, limits: ReadingLimits = USUAL, *, ocr: bool = False) -> Layout:
    """The blocks of a PDF file that is in memory.

    Args:
        raw: the whole file.
        limits: how many pages are read.
        ocr: whether pages that are images are recognised.

    Raises:
        RefusedError: it is no PDF file, or damaged, encrypted or too large.
    """
    if _MAGIC not in raw[:_MAGIC_WITHIN]:
        raise RefusedError(Problem.NOT_PDF)
    # a stream that does not fit its checksum may have lost or changed any figure; under a password none does
    if _ENCRYPTED not in raw and not is_intact(raw):
        raise RefusedError(Problem.DAMAGED)
    _start()
    document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise RefusedError(Problem.ENCRYPTED if locked else Problem.DAMAGED)
    try:
        return _layout(document, limits, ocr=ocr)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _layout(document: pdfium.FPDF_DOCUMENT, limits: ReadingLimits, *, ocr: bool) -> Layout:
    count = pdfium.FPDF_GetPageCount(document)
    if count > limits.pages_per_file:
        raise RefusedError(Problem.TOO_LARGE, _too_many_pages(count, limits.pages_per_file))
    if count < 1:
        raise RefusedError(Problem.DAMAGED)
    pages = [read_page(document, index) for index in range(count)]
    whole = pdfium.FPDF_DocumentHasValidCrossReferenceTable(document)
    recognised = recognised_blocks(document, pages, limits) if ocr else ()
    return Layout(tuple(_blocks(pages, whole=bool(whole))), count, recognised)


def _too_many_pages(count: int, most: int) -> Text:
    return Text(
        en=f"The file has {count} pages; at most {most} are read. Split it, or raise the limit of pages per file.",
        da=f"Filen har {count} sider; højst {most} læses. Del den, eller hæv grænsen for sider pr. fil.",
    )


def _blocks(pages: list[ReadPage], *, whole: bool) -> list[Block]:
    blocks: list[Block] = []
    first = pages[0].page
    if not whole:
        blocks.append(trouble("repaired", 1, first.width, first.height))
    if not any(read.page.words or read.troubles for read in pages):
        blocks.append(trouble("blank", 1, first.width, first.height))
    for read, found in zip(pages, page_blocks([read.page for read in pages]), strict=True):
        blocks += [*read.troubles, *(found if whole else map(_in_doubt, found))]
    return blocks


def _in_doubt(block: Block) -> Block:
    """In a file that was repaired a figure may lack digits, and what is blank may have been lost."""
    if isinstance(block, CheckBox):
        return replace(block, checked=None)
    if isinstance(block, Grid):
        return replace(block, cells=tuple(replace(cell, uncertain=_REPAIRED) for cell in block.cells))
    return block


_state = {"started": False}


def _start() -> None:
    """Start PDFium, once in a process."""
    if _state["started"]:
        return
    config = pdfium.FPDF_LIBRARY_CONFIG(2, None, None, 0, 0, 0)
    pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))
    _state["started"] = True
