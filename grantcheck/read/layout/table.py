"""A table while it is being put together: cells that still know their words and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.blocks import Cell, Grid
from grantcheck.read.layout.cell_text import CellText, cell_text, room_in
from grantcheck.read.layout.geometry import Box, around

if TYPE_CHECKING:
    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.word import Word


@dataclass(slots=True)
class Slot:
    """A place for a cell, perhaps over several rows and columns."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    page: int
    words: list[Word] = field(default_factory=list)
    uncertain: str = ""
    settled: CellText | None = None
    """The text where it was put together from several slots."""
    enclosed: bool = False
    """Whether rulings say that all its words belong together."""
    read: CellText | None = None
    """What its words say, once it was asked for."""
    room: float | None = None
    """How wide a line may be, where the box does not say it."""

    @property
    def text(self) -> CellText:
        """What it says."""
        if self.settled is not None:
            return self.settled
        if self.read is None:
            room = (self.room or room_in(self.words, self.box)) if self.enclosed else None
            self.read = cell_text(self.words, room)
        found = self.read
        return CellText(found.text, found.uncertain or self.uncertain, found.raised)

    def cell(self) -> Cell:
        """The finished cell."""
        text = self.text
        box = around(self.words) if self.words else self.box
        return Cell(
            self.row,
            self.column,
            text.text,
            box.location(self.page),
            self.row_span,
            self.column_span,
            raised=text.raised,
            uncertain=text.uncertain or self.uncertain,
        )


@dataclass(slots=True)
class Table:
    """Slots in rows and columns."""

    page: int
    box: Box
    edges: list[float]
    """Where columns begin, and where the last one ends."""
    rows: int
    slots: list[Slot]
    ruled: bool
    heading: list[Word] = field(default_factory=list)
    """Words of the heading that stand in no slot as they are, such as the parts of a broken year."""
    layout: Columns | None = None
    """Its columns, where they were found from its texts."""

    @property
    def columns(self) -> int:
        """How many there are."""
        return len(self.edges) - 1

    def row(self, number: int) -> list[Slot]:
        """The slots that begin in a row, from left to right."""
        return sorted((slot for slot in self.slots if slot.row == number), key=lambda slot: slot.column)

    def grid(self, *, boxed: bool = False) -> Grid:
        """The finished table."""
        cells = tuple(slot.cell() for slot in sorted(self.slots, key=lambda slot: (slot.row, slot.column)))
        return Grid(
            self.rows, self.columns, cells, self.box.location(self.page), self.page, self.ruled, boxed
        )
