"""Pages of words and rulings to the blocks of a document, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.blocks import Block, PageHeader
from grantcheck.read.layout.checkboxes import check_boxes, has_boxes
from grantcheck.read.layout.gapped import mark_gapped
from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.line import Line, lines_of
from grantcheck.read.layout.page_breaks import join_pages
from grantcheck.read.layout.page_tables import page_tables
from grantcheck.read.layout.paragraphs import Text, add_line, goes_on, runs_over, usual_step
from grantcheck.read.layout.running_heads import take_heads
from grantcheck.read.layout.side_box import is_side_box, side_blocks
from grantcheck.read.layout.sums import confirm_by_sums
from grantcheck.read.layout.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.page import Page
    from grantcheck.read.layout.page_tables import PageTables

_Item = Line | Table
_MARGIN = 3.0
CUT_OFF = "the table reaches over the edge of the page"


def page_blocks(pages: Sequence[Page]) -> list[list[Block]]:
    """The blocks of each page; what goes on over pages stands with the page it begins on."""
    heads = take_heads(pages)
    mark_gapped(pages)
    found = [page_tables(page) for page in pages]
    sides = [_take_side_boxes(page) for page in found]
    join_pages(found)
    for page in found:
        for table in page.tables:
            confirm_by_sums(table)
            _doubt_if_cut_off(table, page.page)
    lines = [lines_of(page.words) for page in found]
    writer = _Writer(usual_step(lines), len(pages))
    for index, page in enumerate(found):
        writer.begin(index, page.page.number, [table.box for table in sides[index]])
        writer.edge = max(
            [line.right for line in lines[index]] + [table.box.right for table in page.tables], default=0
        )
        for line in heads[index]:
            writer.add(PageHeader(line.text, around(line.words).location(page.page.number), page.page.number))
        items: list[_Item] = [*lines[index], *page.tables]
        writer.write(sorted(items, key=_height))
        writer.side(sides[index])
    return writer.finished()


def _height(item: _Item) -> float:
    return item.box.top if isinstance(item, Table) else item.top


def _doubt_if_cut_off(table: Table, page: Page) -> None:
    """A table that reaches over the edge of its page may have columns that nobody sees."""
    cut = any(table.box.top <= baseline <= table.box.bottom for baseline in page.cut_off)
    if cut or table.box.right > page.width - _MARGIN:
        for slot in table.slots:
            slot.uncertain = slot.uncertain or CUT_OFF


def _take_side_boxes(page: PageTables) -> list[Table]:
    boxes = [table for table in page.tables if is_side_box(table, page.page.width)]
    page.tables = [table for table in page.tables if table not in boxes]
    return boxes


class _Writer:
    """Puts lines together to paragraphs and check boxes, page by page."""

    def __init__(self, step: float, pages: int) -> None:
        self._step = step
        self._pages: list[list[Block | Text]] = [[] for _ in range(pages)]
        self._at = 0
        self._page = 0
        self._text: Text | None = None
        self._boxes: list[Line] = []
        self._beside: list[Box] = []
        self.edge = 0.0
        """Where the text of the page ends on the right."""

    def begin(self, index: int, page: int, beside: list[Box]) -> None:
        """Begin a page, with the boxes beside its text."""
        self._end_boxes()
        self._at, self._page, self._beside = index, page, beside

    def add(self, block: Block) -> None:
        self._pages[self._at].append(block)

    def write(self, items: Sequence[_Item]) -> None:
        for item in items:
            if isinstance(item, Table):
                self._end_boxes()
                self._text = None
                self.add(item.grid())
            elif has_boxes(item):
                self._text = None
                self._boxes.append(item)
            else:
                self._end_boxes()
                self._line(item)
        self._end_boxes()

    def side(self, tables: Sequence[Table]) -> None:
        for table in tables:
            for block in side_blocks(table):
                self.add(block)

    def finished(self) -> list[list[Block]]:
        return [
            [block.paragraph() if isinstance(block, Text) else block for block in page]
            for page in self._pages
        ]

    def _line(self, line: Line) -> None:
        text = self._text
        if text is not None:
            here = text.last_page == self._page
            if goes_on(text, line, self._step, self._edge_at(line)) if here else runs_over(text, line):
                add_line(text, line, self._page)
                return
        self._text = Text([line], self._page, self._page)
        self._pages[self._at].append(self._text)

    def _edge_at(self, line: Line) -> float:
        """Where text ends at the height of a line."""
        beside = [box.left for box in self._beside if box.top <= line.bottom and box.bottom >= line.top]
        return min([self.edge, *beside])

    def _end_boxes(self) -> None:
        for box in check_boxes(self._boxes, self._page):
            self.add(box)
        self._boxes = []
