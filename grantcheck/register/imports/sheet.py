"""The rows of a CSV or Excel file, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.read.structured.cells import Cell, Sheet, SheetRow
from grantcheck.read.structured.csv_sheet import csv_rows, guessed_delimiter
from grantcheck.read.structured.fault import MAPPING_NEEDED, MISTAKE, StructuredFault
from grantcheck.read.structured.headings import Headings, headings_of
from grantcheck.read.structured.mapping import SheetForm
from grantcheck.read.structured.sheet_file import chosen_sheet, decoded

if TYPE_CHECKING:
    from pathlib import Path

MOST_ROWS = 500_000
"""Of a CSV file; an Excel file is held in memory and has a lower limit of its own."""


@dataclass(frozen=True)
class ListOfRows:
    """A sheet: its headings, and the rows below them."""

    headings: Headings
    rows: Iterator[SheetRow]


def open_list(raw: bytes, path: Path, form: SheetForm) -> ListOfRows:
    """Opens a CSV or Excel file.

    Args:
        raw: its bytes.
        path: the file; its suffix tells the kinds apart.
        form: how it is written.

    Raises:
        StructuredFault: it cannot be read, or has no headings that could be told apart.
    """
    if path.suffix.lower() == ".xlsx":
        from grantcheck.read.structured.xlsx_sheet import open_workbook  # noqa: PLC0415 - slow to import

        rows: Iterator[SheetRow]
        workbook = open_workbook(raw, ReadingLimits().unpacked_bytes)
        sheet = workbook.sheet(chosen_sheet(workbook, form.sheet))
        headings = headings_of(sheet, form.header_row)
        rows = map(partial(_filled, headings.width), sheet.rows[form.header_row :])
    else:
        text = decoded(raw, form.encoding)
        every = csv_rows(text, form.delimiter, form.header_row, MOST_ROWS)
        above = tuple(islice(every, form.header_row))
        headings = headings_of(Sheet("", above), form.header_row)
        _check_delimiter(headings, form.delimiter)
        rows = every
    _check_headings(headings)
    return ListOfRows(headings, rows)


def _filled(width: int, row: SheetRow) -> SheetRow:
    """The row with a cell under each heading, and nothing beyond them."""
    beyond = next((cell for cell in row.cells[width:] if not cell.is_blank), None)
    if beyond is not None:
        place = beyond.location.described()
        raise StructuredFault(
            MISTAKE,
            f"{place.en}: '{beyond.text[:60]}' stands under no heading. Give its column one, or remove it.",
            f"{place.da}: '{beyond.text[:60]}' står ikke under nogen overskrift. Giv kolonnen en, eller fjern det.",
        )
    missing = range(len(row.cells), width)
    if not missing or not row.cells:
        return row
    from grantcheck.read.structured.xlsx_sheet import cell_place  # noqa: PLC0415 - slow to import

    sheet = getattr(row.cells[0].location, "sheet", "")
    blank = (Cell(None, cell_place(sheet, row.number, column)) for column in missing)
    return SheetRow(row.number, (*row.cells, *blank))


def _check_delimiter(headings: Headings, said: str | None) -> None:
    """One heading that holds another delimiter more than once is a row that was not taken apart."""
    only = headings.texts[0]
    other = guessed_delimiter(only)
    if len(headings.texts) > 1 or only.count(other) < 1:
        return
    raise StructuredFault(
        MAPPING_NEEDED,
        f"The headings are one cell, '{only[:60]}': the cells stand apart by '{other}', not by '{said}'. "
        "Mend 'delimiter' in the mapping.",
        f"Overskrifterne er én celle, '{only[:60]}': cellerne er adskilt af '{other}', ikke af '{said}'. "
        "Ret 'delimiter' i mappingen.",
    )


def _check_headings(headings: Headings) -> None:
    """A heading that is merged, a formula or an error may belong to other columns than it stands over."""
    for cell in headings.row.cells:
        if cell.trouble is not None:
            place = cell.location.described()
            raise StructuredFault(
                MISTAKE,
                f"{place.en}: the heading '{cell.text}' is not certain: {cell.trouble.value.en}. Give each "
                "column a heading of its own, or name another row with 'header_row' in a mapping.",
                f"{place.da}: overskriften '{cell.text}' er ikke sikker: {cell.trouble.value.da}. Giv hver "
                "kolonne sin egen overskrift, eller angiv en anden række med 'header_row' i en mapping.",
            )
