"""The rows of a table: what each cell says by the column it stands in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL
from grantcheck.model.terms import RowKind
from grantcheck.read.copenhagen.laid_out.row_words import read_words
from grantcheck.read.lines import squeezed
from grantcheck.read.numbers import Figure, parse_figure

if TYPE_CHECKING:
    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.model.terms import TableKind
    from grantcheck.read.blocks import Cell
    from grantcheck.read.copenhagen.laid_out.grid_heading import GridHeading
    from grantcheck.read.copenhagen.laid_out.grid_view import GridView
    from grantcheck.read.copenhagen.row_text import RowText


@dataclass(slots=True)
class GridRow:
    """A row: what its words say, and its figures by column."""

    text: RowText
    location: Location
    printed: str
    figures: dict[str, Figure] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    opens_page: bool = False
    """Whether it is the first row of a table's later part."""

    @property
    def is_empty(self) -> bool:
        """Whether it has no figures, read or in doubt."""
        return not self.figures and not self.places

    @property
    def adds_up(self) -> bool:
        """Whether its own total is the sum of its years."""
        if TOTAL not in self.figures or self.places.keys() - self.figures.keys():
            return False
        parts = [figure.value for column, figure in self.figures.items() if column != TOTAL]
        return bool(parts) and sum(parts) == self.figures[TOTAL].value


def read_row(
    view: GridView, at: int, heading: GridHeading, kind: TableKind, profile: Profile
) -> GridRow | None:
    """A row below the heading rows; None where nothing stands in it.

    Args:
        view: the grid.
        at: the row.
        heading: what the columns hold.
        kind: the table's kind.
        profile: the municipality's words.
    """
    own = view.own(at)
    if not any(cell.text or cell.uncertain or cell.raised for cell in own):
        return None
    printed = " ".join(cell.text for cell in own if cell.text)
    row = GridRow(read_words(view, at, heading, kind, profile), own[0].location, printed)
    shared = _shared(view, at, heading)
    if _is_text(own, shared):
        return row
    for name, column in heading.figures.items():
        _read_figure(row, name, view.covering(at, column.start, column.span), shared)
    return row


def _is_text(own: list[Cell], shared: set[Cell]) -> bool:
    """Whether a row is one text over the whole table, such as a footnote."""
    filled = [cell for cell in own if cell.text or cell.uncertain]
    return len(filled) == 1 and len(own) == 1 and filled[0] in shared and parse_figure(filled[0].text) is None


def _shared(view: GridView, row: int, heading: GridHeading) -> set[Cell]:
    """Cells that stand below more than one heading."""
    columns = (*heading.fields.values(), *heading.figures.values())
    below = Counter(cell for one in columns for cell in view.covering(row, one.start, one.span))
    return {cell for cell, count in below.items() if count > 1}


def _read_figure(row: GridRow, name: str, cells: list[Cell], shared: set[Cell]) -> None:
    """One figure; it is read only from a cell that is its own, and wholly understood."""
    filled = [cell for cell in cells if cell.text or cell.raised or cell.uncertain]
    if not filled:
        if not cells:
            row.text.doubts("cell", name)
        return
    cell = filled[0]
    row.places[name] = cell.location
    if len(filled) > 1 or cell in shared or cell.row_span > 1 or cell.uncertain:
        row.text.doubts(cell.uncertain or "cell", name)
        return
    figure = parse_figure(cell.text.strip())
    if figure is None or cell.raised:
        row.text.doubts("figure", name)
        return
    row.figures[name] = figure


def heading_shape(view: GridView, first: int, count: int) -> list[str]:
    """How heading rows look, row by row."""
    rows = range(first, min(first + count, view.grid.rows))
    return ["|".join(squeezed(cell.text) for cell in view.own(row)) for row in rows]


def repeats_years(view: GridView, row: int, heading: GridHeading) -> bool:
    """Whether a row has each column's own year: a heading that comes again, of which the page cut a part."""
    years = [str(year) for year in heading.years]
    columns = [heading.figures[year] for year in years]
    printed = [
        "".join(cell.text for cell in view.covering(row, one.start, one.span)).strip() for one in columns
    ]
    return printed == years


def until_total(rows: list[GridRow]) -> tuple[list[GridRow], bool]:
    """The rows up to the total, and whether it was found with no figures behind it."""
    for index, row in enumerate(rows):
        if row.text.kind is RowKind.TOTAL:
            return rows[: index + 1], all(later.is_empty for later in rows[index + 1 :])
    return rows, False
