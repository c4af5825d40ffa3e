"""A layout as numbered lines and tables, so that text is read as from a text file; and the way back to its places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.blocks import Block, CheckBox, Grid, PageHeader, Paragraph, Trouble
from grantcheck.read.copenhagen.laid_out.grid_view import GridView, is_year
from grantcheck.read.copenhagen.sidebox import BOX_HEADING
from grantcheck.read.lines import Line, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.read.blocks import Cell, Layout

_BOXES = {True: "☒", False: "☐", None: "\ufffd"}
"""A box that belongs to no label for certain is a sign that no reader of marks knows."""
_FEWEST_LABELS = 3
"""A table with so many of the box's labels is a part of the side box."""


@dataclass(frozen=True, slots=True)
class NumberedGrid:
    """A table of figures, with the number it has among the lines."""

    number: int
    grid: Grid


@dataclass(frozen=True, slots=True)
class NumberedTrouble:
    """Something that was not turned into blocks, with its number among the lines."""

    number: int
    trouble: Trouble


@dataclass(slots=True)
class Transcript:
    """The file in reading order; everything has a number, lines are separate from what is none."""

    lines: list[Line] = field(default_factory=list)
    grids: list[NumberedGrid] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    troubles: list[NumberedTrouble] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)
    """By number, from 1."""
    doubtful: set[int] = field(default_factory=set)
    """Lines that hold a cell which is not certain."""

    def place(self, number: int) -> Location:
        """Where in the file a line, table or trouble stands."""
        return self.places[max(0, min(number - 1, len(self.places) - 1))]

    def _numbered(self, place: Location) -> int:
        self.places.append(place)
        return len(self.places)

    def add_line(self, text: str, place: Location, *, doubtful: bool = False) -> None:
        """A line of text."""
        number = self._numbered(place)
        self.lines.append(Line(number, text))
        if doubtful:
            self.doubtful.add(number)

    def add_grid(self, grid: Grid) -> None:
        """A table of figures."""
        self.grids.append(NumberedGrid(self._numbered(grid.location), grid))

    def add_head(self, head: PageHeader) -> None:
        """A running head."""
        self.heads.append(Line(self._numbered(head.location), head.text))

    def add_trouble(self, trouble: Trouble) -> None:
        """Something that was not turned into blocks."""
        self.troubles.append(NumberedTrouble(self._numbered(trouble.location), trouble))


def transcribe(layout: Layout, profile: Profile) -> Transcript:
    """The layout as lines and tables."""
    return _Scribe(profile).written(layout)


class _Scribe:
    """Goes through the blocks; remembers the last table, which may go on."""

    def __init__(self, profile: Profile) -> None:
        self._script = Transcript()
        self._box_headings = {
            squeezed(heading)
            for section in profile.sections
            if section.name == BOX_HEADING
            for heading in section.headings
        }
        labels = {label for listed in profile.category_lists for label in listed.labels}
        self._labels = {squeezed(label) for label in (*labels, *profile.label_aliases)}
        self._last: Grid | None = None

    def written(self, layout: Layout) -> Transcript:
        for block in layout.blocks:
            self._write(block)
        return self._script

    def _write(self, block: Block) -> None:
        script = self._script
        if isinstance(block, PageHeader):
            script.add_head(block)
        elif isinstance(block, Trouble):
            script.add_trouble(block)
        elif isinstance(block, Grid):
            self._grid(block)
        elif isinstance(block, CheckBox):
            script.add_line(f"{block.label} {_BOXES[block.checked]}", block.location)
            self._last = None
        else:
            self._paragraph(block)

    def _paragraph(self, block: Paragraph) -> None:
        if block.text.strip():
            self._script.add_line(block.text, block.location)
            self._last = None

    def _grid(self, grid: Grid) -> None:
        view = GridView(grid)
        if self._is_side_box(grid):
            if _holds_years(grid):
                self._script.add_trouble(_run_together(grid))
            self._rows_as_lines(view)
        elif view.year_row() is not None or self._goes_on(grid):
            self._script.add_grid(grid)
            self._last = grid
        else:
            self._cells_as_lines(grid)
            self._last = None

    def _is_side_box(self, grid: Grid) -> bool:
        texts = [squeezed(cell.text) for cell in grid.cells]
        if any(text in self._box_headings for text in texts):
            return True
        return sum(text in self._labels for text in texts) >= _FEWEST_LABELS

    def _goes_on(self, grid: Grid) -> bool:
        """Whether a table without years may be the rest of the one right before it."""
        return self._last is not None and self._last.columns == grid.columns

    def _rows_as_lines(self, view: GridView) -> None:
        """A label and its mark are one line."""
        for row in range(view.grid.rows):
            cells = [cell for cell in view.own(row) if cell.text or cell.uncertain]
            if len(cells) == 1 and len(cells[0].lines) > 1:
                for line in cells[0].lines:
                    self._script.add_line(line, cells[0].location, doubtful=bool(cells[0].uncertain))
            elif cells:
                text = " ".join(cell.text for cell in cells if cell.text)
                doubtful = any(cell.uncertain or cell.row_span > 1 for cell in cells)
                self._script.add_line(text or "\ufffd", cells[0].location, doubtful=doubtful)

    def _cells_as_lines(self, grid: Grid) -> None:
        for cell in _in_order(grid):
            for line in cell.lines or (cell.text,):
                if line:
                    self._script.add_line(line, cell.location)


def _holds_years(grid: Grid) -> bool:
    """Whether a row of years stands in a table, so that it is none of marks alone."""
    rows = Counter(cell.row for cell in grid.cells if is_year(cell))
    return any(count > 1 for count in rows.values())


def _run_together(grid: Grid) -> Trouble:
    return Trouble(
        code="GC903",
        about="page",
        english="A table and the side box run into each other, so the table was not read.",
        danish="En tabel og sideboksen går ud i ét, så tabellen er ikke læst.",
        location=grid.location,
    )


def _in_order(grid: Grid) -> Iterator[Cell]:
    yield from sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
