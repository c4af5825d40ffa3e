"""The heading rows of a table: which column holds what, unit and price level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL
from grantcheck.read.copenhagen.laid_out.grid_view import is_year
from grantcheck.read.copenhagen.table_heading import REQUIRED_COLUMNS, level_stated, unit_stated
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grantcheck.data.profile import Profile
    from grantcheck.model.terms import PriceLevel, TableKind
    from grantcheck.read.blocks import Cell
    from grantcheck.read.copenhagen.laid_out.grid_view import GridView

_LABEL = "label"
_MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """The columns of the grid that one heading stands over."""

    start: int
    span: int


@dataclass(frozen=True, slots=True)
class GridHeading:
    """What the heading rows say."""

    unit: int | None
    price_level: PriceLevel | None
    years: tuple[int, ...]
    fields: Mapping[str, Column]
    """Columns of words by what they hold; `label` is always among them."""
    figures: Mapping[str, Column]
    """Columns of figures, by year as text and `total`."""
    rows: int
    """How many heading rows there are."""

    @property
    def has_totals(self) -> bool:
        """Whether there is a column of the rows' own totals."""
        return TOTAL in self.figures


def read_grid_heading(view: GridView, kind: TableKind, profile: Profile) -> GridHeading | None:
    """Reads the heading rows; None where they are not what the template has, so that the table is not read."""
    row = view.year_row()
    if row is None:
        return None
    years = _years(view, row)
    if years is None or _unheaded(view, row):
        return None
    row += next(iter(years.values())).row_span - 1
    words = _Words(profile)
    for cell in _other_cells(view, row, set(years.values())):
        if cell.uncertain or not words.take(cell, view.grid.columns):
            return None
    fields = words.fields(view, row, years)
    if fields is None or any(name not in fields for name in REQUIRED_COLUMNS[kind]):
        return None
    figures = {str(year): Column(cell.column, cell.column_span) for year, cell in years.items()}
    total = fields.pop(TOTAL, None)
    last = max(column.start for column in figures.values())
    if any(column.start > last for column in fields.values()) or (total is not None and total.start < last):
        return None
    if total is not None:
        figures[TOTAL] = total
    return GridHeading(words.unit, words.level, tuple(years), fields, figures, row + 1)


def _unheaded(view: GridView, row: int) -> bool:
    """Whether something stands in a column that no heading stands over."""
    bare = [column for column in range(view.grid.columns) if view.at(row, column) is None]
    below = range(row + 1, view.grid.rows)
    return any((cell := view.at(at, column)) is not None and cell.text for column in bare for at in below)


def _years(view: GridView, row: int) -> dict[int, Cell] | None:
    """The cells of the years, each the year after the one before and right beside it."""
    cells = [cell for cell in view.own(row) if is_year(cell)]
    years = [int(cell.text.strip()) for cell in cells]
    if years != list(range(years[0], years[0] + len(years))) or len(years) > _MOST_YEARS:
        return None
    at = cells[0].column
    for cell in cells:
        if cell.column != at or cell.uncertain or cell.row_span != cells[0].row_span:
            return None
        at += cell.column_span
    return dict(zip(years, cells, strict=True))


def _other_cells(view: GridView, last_row: int, years: set[Cell]) -> list[Cell]:
    own = [cell for row in range(last_row + 1) for cell in view.own(row)]
    return [cell for cell in own if cell not in years]


class _Words:
    """Takes the words of heading cells; `take` is False for one that the template does not have."""

    def __init__(self, profile: Profile) -> None:
        self.unit: int | None = None
        self.level: PriceLevel | None = None
        self._template = profile.template
        self._names = {squeezed(word): name for name, words in profile.columns.items() for word in words}
        self._found: dict[str, Column] = {}
        self._bare: list[Cell] = []

    def take(self, cell: Cell, columns: int) -> bool:
        unit, rest = unit_stated(squeezed(cell.text))
        level, rest = level_stated(rest, self._template)
        if not (_agree(self.unit, unit) and _agree(self.level, level)):
            return False
        self.unit = self.unit if unit is None else unit
        self.level = self.level if level is None else level
        rest = re.sub(r"[,.;:()]", "", rest)
        if not rest:
            if cell.column_span < columns:
                self._bare.append(cell)
            return True
        name = self._names.get(rest)
        if name is None or name in self._found:
            return False
        self._found[name] = Column(cell.column, cell.column_span)
        return True

    def fields(self, view: GridView, row: int, years: Mapping[int, Cell]) -> dict[str, Column] | None:
        """The columns by name; None where one without a heading holds something."""
        found = dict(self._found)
        first_year = next(iter(years.values())).column
        taken = {column for one in found.values() for column in range(one.start, one.start + one.span)}
        for cell in self._bare:
            if cell.row + cell.row_span <= row or cell.column in taken:
                continue
            if cell.column == 0 and _LABEL not in found and cell.column + cell.column_span <= first_year:
                found[_LABEL] = Column(0, cell.column_span)
            elif not _is_blank_below(view, row, cell):
                return None
        return found if _LABEL in found else None


def _agree(before: object, now: object) -> bool:
    return before is None or now is None or before == now


def _is_blank_below(view: GridView, row: int, cell: Cell) -> bool:
    below = (
        one
        for at in range(row + 1, view.grid.rows)
        for one in view.covering(at, cell.column, cell.column_span)
    )
    return not any(one.text and one.column >= cell.column for one in below)


def states_money(view: GridView, profile: Profile) -> bool:
    """Whether the heading rows state a unit or a price level."""
    row = view.year_row()
    cells = [cell for at in range(row + 1) for cell in view.own(at)] if row is not None else []
    texts = [squeezed(cell.text) for cell in cells]
    template = profile.template
    return any(unit_stated(text)[0] or level_stated(text, template)[0] for text in texts)
