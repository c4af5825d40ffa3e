"""Tables below captions: parts over pages joined, rows to the model's, everything in doubt named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner, whole_kroner
from grantcheck.model.note import TOTAL, Row, Table
from grantcheck.model.terms import RowKind
from grantcheck.read.copenhagen.doubts import row_in_doubt, table_open
from grantcheck.read.copenhagen.figure_style import figure_style
from grantcheck.read.copenhagen.laid_out.grid_heading import GridHeading, read_grid_heading
from grantcheck.read.copenhagen.laid_out.grid_rows import (
    GridRow,
    heading_shape,
    read_row,
    repeats_years,
    until_total,
)
from grantcheck.read.copenhagen.laid_out.grid_view import GridView
from grantcheck.read.copenhagen.row_text import is_agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.model.note import Unread
    from grantcheck.model.terms import TableKind
    from grantcheck.read.blocks import Grid
    from grantcheck.read.copenhagen.table_heading import Caption

_WORDS = ("label", "control_area", "committee", "appropriation", "direction")


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table as read from its grids."""

    table: Table
    told: tuple[Unread, ...]
    grids: int
    """How many grids it takes."""


def read_grid_table(
    caption: Caption, kind: TableKind, grids: Sequence[Grid], place: Location, profile: Profile
) -> GridTable | None:
    """The table below a caption; None where its first grid is not what the template has.

    Args:
        caption: the caption.
        kind: what it says the table is.
        grids: the tables below it; those that go on where the first ended belong to it.
        place: where the caption stands.
        profile: the municipality's words.
    """
    view = GridView(grids[0])
    heading = read_grid_heading(view, kind, profile)
    if heading is None:
        return None
    shape = heading_shape(view, 0, heading.rows)
    rows = _rows(view, heading, shape, kind, profile)
    used = 1
    while (
        used < len(grids) and not _closed(rows) and _goes_on(GridView(grids[used]), grids[0], heading, shape)
    ):
        more = _rows(GridView(grids[used]), heading, shape, kind, profile)
        if more:
            more[0].opens_page = True
        rows += more
        used += 1
    return _Table(caption, heading, rows, place, kind, profile).read(used)


def _closed(rows: list[GridRow]) -> bool:
    return any(row.text.kind is RowKind.TOTAL for row in rows)


def _goes_on(view: GridView, first: Grid, heading: GridHeading, shape: list[str]) -> bool:
    """Whether a grid is the rest of a table: it has the same columns, and the same heading or none."""
    if view.grid.columns != first.columns:
        return False
    return view.year_row() is None or heading_shape(view, 0, heading.rows) == shape


def _rows(
    view: GridView, heading: GridHeading, shape: list[str], kind: TableKind, profile: Profile
) -> list[GridRow]:
    """The rows of one grid, without heading rows."""
    rows: list[GridRow] = []
    at = 0
    torn = False
    while at < view.grid.rows:
        if heading_shape(view, at, heading.rows) == shape:
            at += heading.rows
            continue
        if repeats_years(view, at, heading):
            at, torn = at + 1, True
            continue
        row = read_row(view, at, heading, kind, profile)
        if row is not None:
            if torn:
                row.text.doubts("page", *(name for name in _WORDS if name in heading.fields))
            rows.append(row)
            torn = False
        at += 1
    return rows


class _Table:
    """Turns rows into the model's, and tells what is in doubt."""

    def __init__(
        self,
        caption: Caption,
        heading: GridHeading,
        rows: list[GridRow],
        place: Location,
        kind: TableKind,
        profile: Profile,
    ) -> None:
        self._caption, self._kind, self._heading, self._place = caption, kind, heading, place
        self._profile = profile
        self._rows, self._closed = until_total(rows)
        self._columns = tuple(heading.figures)
        self._told: list[Unread] = []

    def read(self, grids: int) -> GridTable | None:
        """The table, which takes so many grids; None where no row is left."""
        kept = self._without_texts()
        if not kept:
            return None
        self._doubt_style(kept)
        heading = self._heading
        rows = tuple(self._row(row) for row in kept)
        if not self._closed:
            self._told.append(table_open(self._kind.value, self._caption.text, self._place))
        table = Table(
            kind=self._kind,
            number=self._caption.number,
            caption=self._caption.text,
            unit=heading.unit,
            price_level=heading.price_level,
            precision=self._precision(kept),
            has_totals=heading.has_totals,
            years=heading.years,
            rows=rows,
            location=self._place,
        )
        return GridTable(table, tuple(self._told), grids)

    def _without_texts(self) -> list[GridRow]:
        """The rows but those that are only words: a heading between rows, or the rest of a name."""
        kept: list[GridRow] = []
        for row in self._rows:
            if not (row.is_empty and row.text.kind is RowKind.ACTIVITY and self._says_nothing(row)):
                kept.append(row)
                continue
            if row.opens_page and kept:
                kept[-1].text.doubts("page", *(name for name in _WORDS if name in self._heading.fields))
            self._tell(row, ["none"])
        return kept

    def _says_nothing(self, row: GridRow) -> bool:
        """Whether a row without figures has no cells of words behind its name, either."""
        others = [name for name in self._heading.fields if name != "label"]
        if not others:
            return not is_agreement(row.text.label, self._profile)
        return all(name in row.text.doubt for name in others)

    def _doubt_style(self, rows: list[GridRow]) -> None:
        style = figure_style((figure for row in rows for figure in row.figures.values()), self._heading.unit)
        for row in rows:
            for column, figure in row.figures.items():
                if style.doubts(figure, adds_up=row.adds_up):
                    row.text.doubts("figure", column)

    def _precision(self, rows: list[GridRow]) -> Kroner | None:
        if self._heading.unit is None:
            return None
        decimals = max((figure.decimals for row in rows for figure in row.figures.values()), default=0)
        return Kroner(max(1, self._heading.unit // 10**decimals))

    def _row(self, row: GridRow) -> Row:
        text = row.text
        unit = self._heading.unit
        amounts = {column: whole_kroner(figure.value, unit or 1) for column, figure in row.figures.items()}
        if unit is None:
            text.doubts("unit", *self._columns)
        odd = [column for column, amount in amounts.items() if amount is None]
        if odd:
            text.doubts("figure", *odd)
        shown = {
            column: amount for column, amount in amounts.items() if unit is None or column not in text.doubt
        }
        if text.doubt:
            self._tell(row, text.reasons)
        return Row(
            kind=text.kind,
            label=text.label,
            control_area=text.control_area,
            committee=text.committee,
            appropriation=text.appropriation,
            direction=text.direction,
            amounts={year: shown.get(str(year)) for year in self._heading.years},
            total=shown.get(TOTAL),
            doubt=tuple(name for name in (*self._columns, *_WORDS) if name in text.doubt),
            location=row.location,
            printed={column: figure.printed for column, figure in row.figures.items()},
            places=row.places,
        )

    def _tell(self, row: GridRow, reasons: list[str]) -> None:
        about, caption = self._kind.value, self._caption.text
        self._told.append(row_in_doubt(about, caption, row.text.label, reasons, row.location, row.printed))
