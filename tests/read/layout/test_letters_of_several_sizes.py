"""Rows without rulings in which cells have letters of several sizes: edges of lines tell what baselines do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.blocks import Grid
from grantcheck.read.layout.document import page_blocks

from .drawing import page, words, year_table

if TYPE_CHECKING:
    from grantcheck.read.layout.word import Word

HEADING = year_table([("", ["", ""])])


def _grid(found: list[Word]) -> Grid:
    (grid,) = [block for block in page_blocks([page(found)])[0] if isinstance(block, Grid)]
    return grid


def _says(grid: Grid) -> dict[tuple[int, int], tuple[str, bool]]:
    return {(cell.row, cell.column): (cell.text, not cell.uncertain) for cell in grid.cells}


def _row(y: float, label: str, one: str, two: str, *, larger: float = 8) -> list[Word]:
    """A row whose cells stand at its top; the last figure may have larger letters, which reach as high."""
    low = y + 0.93 * (larger - 8)
    return [
        *words(50, y, label),
        *words(250, y, one, right=True),
        *(words(300, low, two, right=True, size=larger) if two else []),
    ]


def test_large_figures_stand_in_the_row_whose_top_they_share():
    found = [
        *HEADING,
        *_row(112, "Konsulent", "205", "205", larger=11),
        *_row(126, "Drift", "5", "", larger=11),
        *_row(140, "Udgifter i alt", "210", "205", larger=11),
    ]
    says = _says(_grid(found))
    assert says[1, 1] == ("205", True)
    assert says[1, 2] == ("205", True)
    assert says[2, 2] == ("", True)
    assert says[3, 0] == ("Udgifter i alt", True)
    assert says[3, 2] == ("205", True)


def test_figures_without_a_name_leave_the_blanks_beside_them_in_doubt():
    found = [
        *HEADING,
        *_row(112, "Konsulent", "205", "205"),
        *_row(126, "Drift", "5", ""),
        *words(300, 143, "931", right=True),
        *_row(160, "Udgifter i alt", "210", "1.136"),
    ]
    says = _says(_grid(found))
    assert not says[2, 2][1]
    assert says[2, 1] == ("5", True)
    assert not says[3, 2][1]
