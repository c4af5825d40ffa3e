"""Rows and columns that were found without drawn cells, as a table; rulings that stop short show merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.ruling import coverage
from grantcheck.read.layout.table import Slot, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.row_blocks import RowDraft
    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.strip import Strip

_MERGED = 0.3
_CLOSE = 3.0


def table_of(columns: Columns, strips: Sequence[Strip], room: float, rulings: Sequence[Ruling], page: int) -> Table | None:
    """The table that strips make; `room` is how wide a figure may be."""
    placed = [(row, strip, len(strip.rows) == 1 and strip.ruled) for strip in strips for row in strip.rows]
    if not placed:
        return None
    edges = columns.edges()
    slots: list[Slot] = []
    for number, (row, strip, alone) in enumerate(placed):
        slots += _row_slots(columns, edges, row, strip, number, page, room, alone=alone)
    across = [ruling for ruling in rulings if ruling.horizontal]
    ruled = all(alone for _, _, alone in placed)
    merged = _merged(slots, across, columns)
    box = around([slot.box for slot in slots])
    return Table(page, box, edges, len(placed), merged, ruled, layout=columns)


def _row_slots(
    columns: Columns, edges: Sequence[float], row: RowDraft, strip: Strip, number: int, page: int, room: float, *, alone: bool
) -> list[Slot]:
    words = [word for cell in row.words.values() for word in cell]
    extent = around(words) if words else Box(edges[0], strip.top, edges[-1], strip.bottom)
    top, bottom = (strip.top, strip.bottom) if alone else (extent.top, extent.bottom)
    slots: list[Slot] = []
    covered = -1
    spans = {span[0]: span for span in row.words}
    for at in range(len(columns.all)):
        if at <= covered:
            continue
        first, last = spans.get(at, (at, at))
        covered = last
        box = Box(edges[first], top, edges[last + 1], bottom)
        slot = Slot(number, first, 1, last - first + 1, box, page, list(row.words.get((first, last), [])))
        slot.uncertain = row.doubts.get((first, last), "")
        slot.enclosed = alone
        slot.room = room if columns.all[at].figures else None
        slots.append(slot)
    return slots


def _merged(slots: Sequence[Slot], across: Sequence[Ruling], columns: Columns) -> list[Slot]:
    """Text cells that no ruling parts from the one above, although the row is parted, become one."""
    kept: list[Slot] = []
    open_above: dict[int, Slot] = {}
    for slot in slots:
        above = open_above.get(slot.column)
        if (
            above is not None
            and slot.enclosed
            and above.enclosed
            and slot.row
            and above.row
            and above.row + above.row_span == slot.row
            and above.column_span == slot.column_span
            and slot.column < columns.first_figure
            and coverage(across, slot.box.top, *_inner(columns, slot), near=_CLOSE) < _MERGED
        ):
            above.row_span += slot.row_span
            above.words += slot.words
            above.box = around((above.box, slot.box))
            above.uncertain = above.uncertain or slot.uncertain
            continue
        open_above[slot.column] = slot
        kept.append(slot)
    return kept


def _inner(columns: Columns, slot: Slot) -> tuple[float, float]:
    """From left to right of the texts in a slot's columns."""
    last = slot.column + slot.column_span - 1
    return columns.all[slot.column].left, columns.all[last].right
