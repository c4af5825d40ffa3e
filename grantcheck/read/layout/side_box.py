"""The box beside the running text: drawn as a table, or a column of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.read.blocks import Block, Grid, Paragraph
from grantcheck.read.layout.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.read.layout.table import Slot, Table

_WIDEST = 0.5
_FROM = 0.45
"""A box beside the text is narrower than this share of the page, and begins right of that one."""


def is_side_box(table: Table, page_width: float) -> bool:
    """Whether a table stands right of the middle, and is no table of years."""
    box = table.box
    if box.width > _WIDEST * page_width or box.left < _FROM * page_width:
        return False
    years = any(
        sum(word.is_year for slot in table.row(row) for word in slot.words) > 1 for row in range(table.rows)
    )
    return not years


def side_blocks(table: Table) -> Iterator[Block]:
    """Rows of one cell as paragraphs, the others as a grid."""
    rows = [table.row(number) for number in range(table.rows)]
    pending: list[list[Slot]] = []
    for row in rows:
        if len(row) == 1 and row[0].column_span == table.columns and row[0].row_span == 1:
            yield from _grid(table, pending)
            pending = []
            yield from _paragraph(row[0])
        elif row:
            pending.append(row)
    yield from _grid(table, pending)


def _paragraph(slot: Slot) -> Iterator[Paragraph]:
    cell = slot.cell()
    if cell.text:
        lines = lines_of(slot.words)
        yield Paragraph(cell.text, cell.location, slot.page, all(line.bold for line in lines), boxed=True)


def _grid(table: Table, rows: Sequence[Sequence[Slot]]) -> Iterator[Grid]:
    if not rows:
        return
    first = rows[0][0].row
    count = max(slot.row + slot.row_span for row in rows for slot in row) - first
    cells = tuple(replace(slot.cell(), row=slot.row - first) for row in rows for slot in row)
    yield Grid(
        count, table.columns, cells, table.box.location(table.page), table.page, table.ruled, boxed=True
    )
