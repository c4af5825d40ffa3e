"""A table by row and column, with merged cells wherever they reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.read.blocks import Cell, Grid

_YEAR = re.compile(r"20\d\d")
_HEADING_ROWS = 4
"""The years stand in one of the first rows."""


class GridView:
    """Looks cells up."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._cells: dict[tuple[int, int], Cell] = {}
        self._overlapping: set[tuple[int, int]] = set()
        self._rows: dict[int, list[Cell]] = {}
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            self._rows.setdefault(cell.row, []).append(cell)
            for row in range(cell.row, min(cell.row + cell.row_span, grid.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, grid.columns)):
                    if (row, column) in self._cells:
                        self._overlapping.add((row, column))
                    self._cells[row, column] = cell

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place; None where no cell does, or more than one."""
        return None if (row, column) in self._overlapping else self._cells.get((row, column))

    def covering(self, row: int, start: int, span: int) -> list[Cell]:
        """The cells that cover columns of a row, each once."""
        found: list[Cell] = []
        for column in range(start, start + span):
            cell = self.at(row, column)
            if cell is not None and cell not in found:
                found.append(cell)
        return found

    def own(self, row: int) -> list[Cell]:
        """The cells that begin in a row, from left to right."""
        return self._rows.get(row, [])

    def year_row(self) -> int | None:
        """The row of year headings: the first with a cell that is a year."""
        for row in range(min(_HEADING_ROWS, self.grid.rows)):
            if any(is_year(cell) for cell in self.own(row)):
                return row
        return None


def is_year(cell: Cell) -> bool:
    """Whether a cell is a year and nothing else."""
    return bool(_YEAR.fullmatch(cell.text.strip()))
