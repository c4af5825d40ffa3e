"""What a laid-out document consists of, whatever format it came in: paragraphs, tables of cells, check boxes.

Readers of formats that know positions (PDF, Word) give a list of blocks in reading order; the template reader
turns blocks into notes. A block's text has line breaks folded and hyphenation joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from grantcheck.model.location import Location

MAY_GO_ON: Final = "this may go on the cell above"
"""The reason in `Cell.uncertain` that names known to be complete refute."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, a heading or a caption."""

    text: str
    location: Location
    page: int | None = None
    bold: bool = False
    boxed: bool = False
    """Inside a text box, or in a column beside the running text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. A merged cell stands once, at its first row and column."""

    row: int
    column: int
    text: str
    location: Location
    row_span: int = 1
    column_span: int = 1
    lines: tuple[str, ...] = ()
    """The text by lines or paragraphs, where the format tells them apart."""
    raised: str = ""
    """Raised characters such as a footnote's mark; they are no part of `text`."""
    uncertain: str = ""
    """Why the text is not certain (pieces that could be joined in two ways, a figure between two columns)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells, rows and columns counted from 0. An empty cell has empty text."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    location: Location
    page: int | None = None
    ruled: bool = True
    """Whether lines drawn on the page separate its cells."""
    boxed: bool = False
    """Inside a text box, or in a column beside the running text."""


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A label and its box, matched by position or structure."""

    label: str
    checked: bool | None
    """None where the box belongs to no label for certain."""
    location: Location
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageHeader:
    """The running head of a page."""

    text: str
    location: Location
    page: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something on a page that was seen but not turned into blocks, such as a page without text."""

    code: str
    about: str
    english: str
    danish: str
    location: Location


Block = Paragraph | Grid | CheckBox | PageHeader | Trouble


@dataclass(frozen=True, slots=True)
class Layout:
    """A document in blocks, in reading order."""

    blocks: tuple[Block, ...]
    pages: int | None
    """How many pages the file has; None where the format does not say."""
    recognised: tuple[Block, ...] = ()
    """What OCR saw on pages that are images; none of it is certain."""
