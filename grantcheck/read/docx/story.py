"""A story of a Word file, its body or a text box, to blocks in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.location import CellLocation, ParagraphLocation
from grantcheck.read.blocks import Block, Cell, Grid, PageHeader, Paragraph, Trouble
from grantcheck.read.docx.content import Content
from grantcheck.read.docx.names import ALTERNATE, RELATION, w
from grantcheck.read.docx.paragraphs import COME, GONE, ParagraphReader, alternatives
from grantcheck.read.docx.rows import RowCell, TableShape, table_shape, through
from grantcheck.read.lines import joined
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from grantcheck.model.location import Location
    from grantcheck.read.docx.headers import Headers
    from grantcheck.read.docx.styles import Styles

_THROUGH = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), *COME})
_FOREIGN = frozenset({w("altChunk"), w("subDoc")})
_PARAGRAPHS_OF_LAYOUT = 2
"""So many paragraphs in a cell of a table of one row mean that the row sets text side by side."""
_LARGEST_AREA = 200_000
"""Rows times columns; no table of a note is a hundredth of it."""
_MOST_LINES = 500
"""A cell with more lines is text and no cell of the template."""


class Story:
    """Turns elements into blocks; it counts paragraphs and tables as they come."""

    def __init__(self, styles: Styles, headers: Headers) -> None:
        self._paragraphs = 0
        self._tables = 0
        self._reader = ParagraphReader(styles)
        self._headers = headers
        self.elements: dict[Location, _Element] = {}
        """The paragraph or cell of each place, filled as blocks are taken."""

    def blocks(self, container: _Element, *, boxed: bool = False) -> Iterator[Block]:
        """The blocks of a body, a text box or a cell.

        Args:
            container: the element that holds paragraphs and tables.
            boxed: whether it is a text box.
        """
        before: Content | None = None
        for element in self._elements(container):
            if element.tag == w("p"):
                content = self._reader.read(element)
                content = before.continued(content) if before else content
                before = content if content.mark_deleted else None
                self._paragraphs += 1
                self.elements[self._here] = element
                if before is None:
                    yield from self._paragraph(element, content, boxed=boxed)
                yield from self._section(element.find(f"{w('pPr')}/{w('sectPr')}"))
            elif element.tag == w("tbl"):
                yield from self._table(element, boxed=boxed)
            elif element.tag == w("sectPr"):
                yield from self._section(element)
            elif element.tag in _FOREIGN:
                yield _foreign(self._here)
            yield from self._changes()
        if before is not None:
            yield from self._paragraph(None, before, boxed=boxed)

    @property
    def _here(self) -> ParagraphLocation:
        return ParagraphLocation(paragraph=max(1, self._paragraphs))

    def _elements(self, container: _Element) -> Iterator[_Element]:
        for element in container:
            if element.tag in GONE:
                self._reader.changed = True
            elif element.tag == ALTERNATE:
                for chosen in alternatives(element):
                    yield from self._elements(chosen)
            elif element.tag in _THROUGH:
                self._reader.changed = self._reader.changed or element.tag in COME
                yield from self._elements(element)
            else:
                yield element

    def _paragraph(self, element: _Element | None, content: Content, *, boxed: bool) -> Iterator[Block]:
        lines, _ = content.read()
        framed = element is not None and element.find(f"{w('pPr')}/{w('framePr')}") is not None
        here = self._here
        for line in lines:
            yield Paragraph(line, here, bold=content.bold, boxed=boxed or framed)
        if content.struck:
            yield _struck(here)
        if content.unread == "field":
            yield _broken_field(here)
        for box in content.boxes:
            yield from self.blocks(box, boxed=True)

    def _section(self, properties: _Element | None) -> Iterator[Block]:
        """The running heads of a section, where they are no fields."""
        if properties is None:
            return
        for reference in properties.findall(w("headerReference")):
            for text in self._headers.texts(reference.get(RELATION, "")):
                yield PageHeader(text, self._here, page=1)

    def _changes(self) -> Iterator[Block]:
        if self._reader.changed:
            self._reader.changed = False
            yield Trouble(
                "GC908",
                "page",
                "The file holds tracked changes; the text was read as if all of them were accepted.",
                "Filen har sporede ændringer; teksten er læst, som om alle var accepteret.",
                self._here,
            )

    # --- tables
    def _table(self, table: _Element, *, boxed: bool) -> Iterator[Block]:
        self._tables += 1
        number = self._tables
        shape = table_shape(table)
        self._reader.changed = self._reader.changed or shape.changed
        if _sets_side_by_side(shape):
            for cell in shape.cells:
                yield from self.blocks(cell.element, boxed=boxed)
            return
        if not shape.cells:
            return
        if sum(cell.span * cell.row_span for cell in shape.cells) > _LARGEST_AREA:
            raise RefusedError(Problem.TOO_LARGE)
        covered = {(cell.row, cell.column): self._covered(cell) for cell in shape.hidden}
        read = [self._cell(cell, number, covered) for cell in shape.cells]
        place = CellLocation(table=number, row=1, column=1)
        cells = tuple(cell for cell, _ in read)
        yield Grid(shape.rows, shape.columns, cells, place, boxed=boxed)
        for _, boxes in read:
            for box in boxes:
                yield from self.blocks(box, boxed=True)

    def _covered(self, cell: RowCell) -> bool:
        """Whether a cell that is covered by another holds text all the same."""
        return any(self._reader.read(paragraph).read()[0] for paragraph in through(cell.element, w("p")))

    def _cell(
        self, cell: RowCell, table: int, covered: dict[tuple[int, int], bool]
    ) -> tuple[Cell, list[_Element]]:
        contents = [
            self._reader.read(element) for element in self._elements(cell.element) if element.tag == w("p")
        ]
        texts = [content.read() for content in _whole(contents)]
        lines = tuple(line for part, _ in texts for line in part)
        text = joined(lines) if len(lines) <= _MOST_LINES else " ".join(lines)
        uncertain = cell.uncertain or next((content.unread for content in contents if content.unread), "")
        if any(content.struck for content in contents):
            uncertain = "struck out"
        if not text and any(content.picture for content in contents):
            uncertain = "picture"
        if any(covered.get((cell.row + below, cell.column)) for below in range(1, cell.row_span)):
            uncertain = "covered text"
        place = CellLocation(table=table, row=cell.row + 1, column=cell.column + 1)
        self.elements[place] = cell.element
        found = Cell(
            cell.row,
            cell.column,
            text,
            place,
            cell.row_span,
            cell.span,
            lines,
            raised="".join(raised for _, raised in texts),
            uncertain=uncertain,
        )
        return found, [box for content in contents for box in content.boxes]


def _whole(contents: list[Content]) -> list[Content]:
    """Paragraphs, with those put together whose break was deleted."""
    whole: list[Content] = []
    for content in contents:
        if whole and whole[-1].mark_deleted:
            whole[-1] = whole[-1].continued(content)
        else:
            whole.append(content)
    return whole


def _sets_side_by_side(shape: TableShape) -> bool:
    """Whether a table only puts text side by side: it holds tables, or is one row of running text."""
    if any(next(through(cell.element, w("tbl")), None) is not None for cell in shape.cells):
        return True
    return shape.rows == 1 and any(_filled(cell.element) >= _PARAGRAPHS_OF_LAYOUT for cell in shape.cells)


def _filled(cell: _Element) -> int:
    paragraphs = through(cell, w("p"))
    return sum(any((text.text or "").strip() for text in paragraph.iter(w("t"))) for paragraph in paragraphs)


def _foreign(here: ParagraphLocation) -> Trouble:
    return Trouble(
        "GC903",
        "page",
        "Another document is embedded here; it was not read. Put its content in as text.",
        "Her er indlejret et andet dokument; det er ikke læst. Sæt indholdet ind som tekst.",
        here,
    )


def _struck(here: ParagraphLocation) -> Trouble:
    return Trouble(
        "GC904",
        "claims",
        "Text in this paragraph is struck out; it was read as if it were not.",
        "Tekst i dette afsnit er streget over; den er læst, som om den ikke var.",
        here,
    )


def _broken_field(here: ParagraphLocation) -> Trouble:
    return Trouble(
        "GC904",
        "page",
        "A field in this paragraph does not end; its text may be missing.",
        "Et felt i dette afsnit slutter ikke; dets tekst kan mangle.",
        here,
    )
