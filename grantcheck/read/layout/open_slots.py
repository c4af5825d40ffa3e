"""Rows and columns that were found without drawn cells, as a table; rulings that stop short show merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.ruling import coverage
from grantcheck.read.layout.table import Slot, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.row_draft import RowDraft
    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.strip import Strip

_MERGED = 0.3
_CLOSE = 3.0


def table_of(
    columns: Columns, strips: Sequence[Strip], room: float, rulings: Sequence[Ruling], page: int
) -> Table | None:
    """The table that strips make; `room` is how wide a figure may be."""
    placed = [(row.without_overlaps(), strip) for strip in strips for row in strip.rows]
    if not placed:
        return None
    rows = _Rows(columns, room, page)
    slots = [slot for number, (row, strip) in enumerate(placed) for slot in rows.slots(row, strip, number)]
    across = [ruling for ruling in rulings if ruling.horizontal]
    merged = _merged(slots, across, columns)
    ruled = all(_is_bounded(strip) for _, strip in placed if not strip.heading)
    box = around([slot.box for slot in slots])
    return Table(page, box, rows.edges, len(placed), merged, ruled, layout=columns)


def _is_bounded(strip: Strip) -> bool:
    """Whether rulings part a strip's row from all others."""
    return strip.ruled and len(strip.rows) == 1


class _Rows:
    """Makes slots of rows."""

    def __init__(self, columns: Columns, room: float, page: int) -> None:
        self._columns, self._room, self._page = columns, room, page
        self.edges = columns.edges()

    def slots(self, row: RowDraft, strip: Strip, number: int) -> list[Slot]:
        bounded = _is_bounded(strip)
        top, bottom = self._height(row, strip, bounded=bounded)
        slots: list[Slot] = []
        spans = {span[0]: span for span in row.words}
        at = 0
        while at < len(self._columns.all):
            first, last = span = spans.get(at, (at, at))
            box = Box(self.edges[first], top, self.edges[last + 1], bottom)
            slot = Slot(number, first, 1, last - first + 1, box, self._page, list(row.words.get(span, [])))
            slot.uncertain = row.doubts.get(span, "")
            slot.enclosed = bounded
            slot.room = self._room if self._columns.all[at].figures else None
            slots.append(slot)
            at = last + 1
        return slots

    def _height(self, row: RowDraft, strip: Strip, *, bounded: bool) -> tuple[float, float]:
        words = [word for cell in row.words.values() for word in cell]
        if bounded or not words:
            return strip.top, strip.bottom
        extent = around(words)
        return extent.top, extent.bottom


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
