"""The cells of a decision table, from CSV or Excel, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from grantcheck.data.fault import DataFault, DataWarning, Said, spoken
from grantcheck.data.text_file import text_of
from grantcheck.model.location import LineLocation, Location, SheetLocation
from grantcheck.model.text import Text
from grantcheck.rules.tables.figures import Written
from grantcheck.rules.tables.workbook import sheet_cells

MOST_ROWS = 500
"""Of one table; rows are compared with each other."""
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something, or (with None) nothing."""

    path: Path
    sheet: str | None
    row: int
    """From 1; in CSV the line."""
    column: int
    """From 1."""
    written: Written | None
    problem: Text | None = None
    """Why what stands here cannot be used at all."""

    @property
    def name(self) -> str:
        """As Excel calls it, such as B3."""
        return f"{self.letter}{self.row}"

    @property
    def location(self) -> Location:
        """Its place in the file."""
        if self.sheet is None:
            return LineLocation(line=self.row, column=self.column)
        return SheetLocation(sheet=self.sheet, cell=self.name)

    @property
    def place(self) -> Text:
        """The same in words."""
        if self.sheet is None:
            return Text(
                en=f"line {self.row}, column {self.letter}", da=f"linje {self.row}, kolonne {self.letter}"
            )
        return self.location.described()

    @property
    def letter(self) -> str:
        """The letter of its column."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow to import

        return get_column_letter(self.column)

    @property
    def shown(self) -> str:
        """What stands there."""
        return "" if self.written is None else str(self.written)

    def fault(self, problem: Said, remedy: Said) -> DataFault:
        """A mistake in this cell."""
        at = f"'{self.sheet}'!{self.name}" if self.sheet else self.name
        told = Text(en=f"cell {at}: {spoken(problem, 'en')}", da=f"celle {at}: {spoken(problem, 'da')}")
        return DataFault(self.path, self.row, told, remedy)

    def warning(self, problem: Said, remedy: Said) -> DataWarning:
        """Something to look at, in this cell."""
        fault = self.fault(problem, remedy)
        return DataWarning(fault.path, fault.line, fault.said_problem, fault.said_remedy)


@dataclass(frozen=True, slots=True)
class Grid:
    """The headings of a table, and the rows below them that are not empty."""

    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """Each as long as `headings`."""
    beyond: tuple[Cell, ...]
    """Cells that stand in no column."""


def grid_of(path: Path, sheet: str | None) -> Grid:
    """The cells of a CSV or Excel file.

    Raises:
        DataFault: the file or the sheet cannot be read, is empty, or is too long.
    """
    cells = _csv(path) if path.suffix == ".csv" else _workbook(path, sheet)
    lines = [line for line in cells if any(_says(cell) for cell in line)]
    if not lines:
        raise DataFault(
            path,
            1,
            Text(en="The table is empty.", da="Tabellen er tom."),
            Text(
                en="Write a row of headings, and rows below it.",
                da="Skriv en række overskrifter og rækker under den.",
            ),
        )
    if len(lines) > MOST_ROWS + 1:
        raise lines[MOST_ROWS + 1][0].fault(
            Text(en=f"a table has at most {MOST_ROWS} rows.", da=f"en tabel har højst {MOST_ROWS} rækker."),
            Text(en="Divide it into several rules.", da="Del den i flere regler."),
        )
    width = max(cell.column for cell in lines[0] if _says(cell))
    return Grid(
        headings=tuple(_padded(lines[0], width)),
        rows=tuple(tuple(_padded(line, width)) for line in lines[1:]),
        beyond=tuple(cell for line in lines[1:] for cell in line[width:] if _says(cell)),
    )


def _says(cell: Cell) -> bool:
    return cell.written is not None or cell.problem is not None


def _padded(line: Sequence[Cell], width: int) -> Iterator[Cell]:
    yield from line[:width]
    for column in range(len(line) + 1, width + 1):
        yield Cell(line[0].path, line[0].sheet, line[0].row, column, None)


def _csv(path: Path) -> Iterator[list[Cell]]:
    text = text_of(path)
    first = text.splitlines()[0] if text.strip() else ""
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for values in reader:
            yield [Cell(path, None, line, at, value.strip() or None) for at, value in enumerate(values, 1)]
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataFault(
            path,
            line,
            Text(en="This is not valid CSV.", da="Dette er ikke gyldig CSV."),
            Text(en="Close the quotation marks.", da="Luk anførselstegnene."),
        ) from error


def _workbook(path: Path, sheet: str | None) -> Iterator[list[Cell]]:
    name, rows = sheet_cells(path, sheet)
    for number, values in enumerate(rows, 1):
        yield [
            Cell(path, name, number, at, None, value)
            if isinstance(value, Text)
            else Cell(path, name, number, at, _tidy(value))
            for at, value in enumerate(values, 1)
        ]


def _tidy(value: str | Decimal | bool | None) -> Written | None:  # noqa: FBT001 - true and false of Excel
    return value.strip() or None if isinstance(value, str) else value
