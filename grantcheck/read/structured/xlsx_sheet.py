"""Excel workbooks to sheets of cells. Formulas are never computed; what Excel stored is read, or doubted."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from grantcheck.model.location import SheetLocation
from grantcheck.read.structured.cells import Cell, Sheet, SheetRow, Trouble
from grantcheck.read.structured.csv_sheet import MOST_COLUMNS, MOST_ROWS
from grantcheck.read.structured.fault import DAMAGED, MAPPING_MISTAKE, TOO_LARGE, StructuredFault, nearest
from grantcheck.read.structured.xlsx_archive import checked_archive

if TYPE_CHECKING:
    from zipfile import ZipFile

    from openpyxl import Workbook

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]+:[A-Z]{1,3}[0-9]+)"')
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SCALING = re.compile(r"%|[0#?],+(?=[^0#?,]|$)")
_MOST_MERGED = 200_000
_DATES = (datetime, date, time, timedelta)


@dataclass(frozen=True)
class ExcelFile:
    """A workbook, opened for its stored values and again for its formulas."""

    archive: ZipFile
    values: Workbook
    formulas: Workbook

    @property
    def visible(self) -> tuple[str, ...]:
        """The names of its sheets that are not hidden."""
        return tuple(sheet.title for sheet in self.values.worksheets if sheet.sheet_state == "visible")

    def sheet(self, name: str) -> Sheet:
        """A sheet by its name, hidden or not.

        Raises:
            StructuredFault: there is none, it is damaged, or it has too many rows or columns.
        """
        names = [sheet.title for sheet in self.values.worksheets]
        if name not in names:
            remedy = nearest(name, names)
            raise StructuredFault(
                MAPPING_MISTAKE,
                f"The file has no sheet '{name}'. {remedy.en}",
                f"Filen har intet ark '{name}'. {remedy.da}",
            )
        with _damage_told():
            return Sheet(name, tuple(self._rows(name)))

    def _rows(self, name: str) -> Iterator[SheetRow]:
        values, formulas = self.values[name], self.formulas[name]
        merged = _merged_cells(self.archive, values)
        pairs = zip(_bounded(values), _bounded(formulas), strict=True)
        for number, (stored, written) in enumerate(pairs, start=1):
            if number > MOST_ROWS or len(stored) > MOST_COLUMNS:
                raise StructuredFault(
                    TOO_LARGE,
                    f"The sheet '{name}' has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns.",
                    f"Arket '{name}' har mere end {MOST_ROWS} rækker eller {MOST_COLUMNS} kolonner.",
                )
            _check_order(stored, number)
            columns = range(max(len(stored), len(written)))
            yield SheetRow(
                number,
                tuple(
                    _cell(_at(stored, column), _at(written, column), cell_place(name, number, column), merged)
                    for column in columns
                ),
            )


def open_workbook(raw: bytes, most_bytes: int) -> ExcelFile:
    """Opens a workbook.

    Raises:
        StructuredFault: it is no Excel file, encrypted, damaged or too large.
    """
    archive = checked_archive(raw, most_bytes)
    with _damage_told():
        return ExcelFile(archive, _loaded(raw, data_only=True), _loaded(raw, data_only=False))


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turns whatever the library raises on a broken workbook into one fault; its warnings are about looks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except StructuredFault:
            raise
        except Exception as error:
            raise StructuredFault(
                DAMAGED,
                "The workbook is damaged. Open it in Excel and save it again.",
                "Projektmappen er beskadiget. Åbn den i Excel, og gem den igen.",
            ) from error


def _loaded(raw: bytes, *, data_only: bool) -> Workbook:
    return load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)


def _bounded(sheet: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - read-only sheets share no class with others
    """The rows; the size that the sheet states of itself is not believed."""
    sheet.reset_dimensions()
    yield from sheet.iter_rows(max_row=MOST_ROWS + 1)


def _check_order(row: tuple[Any, ...], number: int) -> None:
    """Cells out of order would be dropped, or told at a wrong place."""
    places = [(cell.row, cell.column) for cell in row if cell.value is not None]
    expected = [(number, column) for column, cell in enumerate(row, start=1) if cell.value is not None]
    if places != expected:
        raise ValueError(number)


def _at(row: tuple[Any, ...], column: int) -> Any:  # noqa: ANN401 - a cell of the library, of several classes
    return row[column] if column < len(row) else None


def cell_place(sheet: str, row: int, column: int) -> SheetLocation:
    """The place of a cell; its row counts from 1, its column from 0."""
    return SheetLocation(sheet=sheet, cell=f"{get_column_letter(column + 1)}{row}")


def _merged_cells(archive: ZipFile, sheet: Any) -> frozenset[str]:  # noqa: ANN401 - its path is no public field
    """The cells that belong to a merged range of more than one."""
    content = archive.read(sheet._worksheet_path)  # noqa: SLF001 - read-only sheets do not tell merged cells
    found: set[str] = set()
    for match in _MERGED.finditer(content):
        found.update(islice(_cells_in(match[1].decode("ascii")), _MOST_MERGED + 1))
        if len(found) > _MOST_MERGED:
            raise StructuredFault(
                TOO_LARGE, "The sheet merges too many cells.", "Arket fletter for mange celler."
            )
    return frozenset(found)


def _cells_in(area: str) -> Iterator[str]:
    """The cells of a range such as `A1:B3`, as far as they are read."""
    first, last = (coordinate_to_tuple(corner) for corner in area.split(":"))
    for row in range(first[0], min(last[0], MOST_ROWS) + 1):
        for column in range(first[1], min(last[1], MOST_COLUMNS) + 1):
            yield f"{get_column_letter(column)}{row}"


def _cell(stored: Any, written: Any, place: SheetLocation, merged: frozenset[str]) -> Cell:  # noqa: ANN401
    value = None if stored is None else stored.value
    kind = None if stored is None else stored.data_type
    is_formula = written is not None and written.data_type == "f"
    trouble = Trouble.MERGED if place.cell in merged else None
    if value is None:
        return Cell(None, place, Trouble.FORMULA if is_formula else trouble)
    if kind == "e":
        return Cell(str(value), place, Trouble.ERROR)
    if isinstance(value, bool):
        return Cell(str(value).upper(), place, Trouble.TRUTH)
    if isinstance(value, _DATES):
        return Cell(str(value), place, Trouble.DATE)
    if isinstance(value, int | float):
        scaled = Trouble.SCALED if _SCALING.search(_QUOTED.sub("", stored.number_format or "")) else trouble
        return Cell(_exact(value), place, scaled)
    return Cell(unicodedata.normalize("NFC", str(value)).strip() or None, place, trouble)


def _exact(value: float) -> int | Decimal | str:
    """A stored number as written: the shortest decimal that stands for it."""
    if isinstance(value, int):
        return value
    written = Decimal(repr(value))
    if not written.is_finite() or abs(written.adjusted()) > MOST_COLUMNS:
        return repr(value)
    return int(written) if written == written.to_integral_value() else written
