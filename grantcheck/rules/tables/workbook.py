"""The cells of one sheet of an Excel file, as they were written by hand."""

from __future__ import annotations

import warnings
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from grantcheck.data.fault import DataFault
from grantcheck.data.validated import nearest_word
from grantcheck.model.text import Text

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Found = str | Decimal | bool | Text | None
"""What a cell holds; a `Text` says why it cannot be used."""

_FORMULA = Text(en="the cell holds a formula.", da="cellen rummer en formel.")
_DAY = Text(en="the cell holds a date.", da="cellen rummer en dato.")
_ERROR = Text(en="the cell holds an error of Excel.", da="cellen rummer en fejl fra Excel.")


def sheet_cells(path: Path, sheet: str | None) -> tuple[str, list[list[Found]]]:
    """The name of the sheet, and its cells row by row.

    Raises:
        DataFault: the file is no workbook, or the sheet is not there.
    """
    book = _opened(path)
    try:
        chosen = _chosen(book, path, sheet)
        return chosen.title, [[_found(cell) for cell in row] for row in chosen.iter_rows()]
    finally:
        book.close()


def _opened(path: Path) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and rare
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(path, data_only=False, keep_links=False)
    except FileNotFoundError as error:
        raise DataFault(
            path,
            1,
            Text(en="The file is not there.", da="Filen findes ikke."),
            Text(en="Correct the path in the rule file.", da="Ret stien i regelfilen."),
        ) from error
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        raise DataFault(
            path,
            1,
            Text(en="The file cannot be read as Excel.", da="Filen kan ikke læses som Excel."),
            Text(en="Save it anew as .xlsx.", da="Gem den på ny som .xlsx."),
        ) from error


def _chosen(book: Workbook, path: Path, sheet: str | None) -> Worksheet:
    names = book.sheetnames
    if sheet is None and len(names) > 1:
        said = ", ".join(names)
        raise DataFault(
            path,
            1,
            Text(en=f"The file has several sheets: {said}.", da=f"Filen har flere ark: {said}."),
            Text(en="Name one as 'sheet' in the rule file.", da="Angiv et som 'sheet' i regelfilen."),
        )
    if sheet is not None and sheet not in names:
        remedy = nearest_word(sheet, names)
        raise DataFault(
            path, 1, Text(en=f"There is no sheet '{sheet}'.", da=f"Der er intet ark '{sheet}'."), remedy
        )
    found = book[sheet or names[0]]
    if not hasattr(found, "iter_rows"):
        raise DataFault(
            path,
            1,
            Text(en="The sheet holds a chart and no cells.", da="Arket rummer et diagram og ingen celler."),
            Text(en="Name another sheet.", da="Angiv et andet ark."),
        )
    return found


def _found(cell: Cell | Any) -> Found:  # noqa: ANN401 - merged cells are of a class without a stub
    value, kind = cell.value, cell.data_type
    if kind == "f":
        return _FORMULA
    if kind == "e":
        return _ERROR
    if kind == "d":
        return _DAY
    if value is None or isinstance(value, bool | str):
        return value
    return Decimal(repr(value)) if isinstance(value, int | float) else _ERROR
