"""Waivers in an Excel sheet: a row each, under headings named as the keys in YAML, or in Danish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from grantcheck.data.fault import DataFault
from grantcheck.data.validated import first_mistake, nearest
from grantcheck.model.location import Location, SheetLocation
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.model.waiver import WrittenWaiver
from grantcheck.read.structured.cells import Cell, Sheet, SheetRow, Trouble
from grantcheck.read.structured.fault import StructuredFault
from grantcheck.read.structured.xlsx_sheet import open_workbook
from grantcheck.waivers.entry import WaiverEntry

DANISH = {
    "regel": "rule",
    "notat": "note",
    "bevilling": "grant",
    "budgetår": "budget_year",
    "fund": "finding",
    "begrundelse": "reason",
    "ansvarlig": "owner",
    "godkendt_af": "approved_by",
    "godkendt_den": "approved_on",
    "udløber": "expires",
    "sagsnummer": "case_number",
}
"""The Danish heading of each column."""
_DAYS = frozenset({"approved_on", "expires"})
_MIDNIGHT = re.compile(r" 00:00:00$")


def waivers_in_sheet(raw: bytes, path: Path) -> tuple[WrittenWaiver, ...]:
    """The waivers in the first sheet that is not hidden.

    Raises:
        DataFault: it is no workbook, a heading is unknown, or a cell is wrong; the cell is named.
    """
    try:
        workbook = open_workbook(raw, ReadingLimits().unpacked_bytes)
        sheet = workbook.sheet(workbook.visible[0])
    except StructuredFault as fault:
        raise DataFault(path, 1, fault.said.en, "Save it as an Excel workbook (.xlsx).") from fault
    return tuple(_waivers(sheet, path))


def _waivers(sheet: Sheet, path: Path) -> Iterator[WrittenWaiver]:
    filled = [row for row in sheet.rows if not row.is_blank]
    if not filled:
        raise DataFault(path, 1, "The first sheet is empty.", f"Give it the headings {_listed()}.")
    columns = dict(_columns(filled[0], path))
    for row in filled[1:]:
        yield _waiver(row, columns, path)


def _columns(row: SheetRow, path: Path) -> Iterator[tuple[int, str]]:
    seen: dict[str, str] = {}
    for position, cell in enumerate(row.cells):
        if cell.is_blank:
            continue
        word = "_".join(cell.text.casefold().replace("_", " ").split())
        key = DANISH.get(word, word)
        if key not in WaiverEntry.model_fields:
            remedy = nearest(word, [*WaiverEntry.model_fields, *DANISH])
            raise _fault(path, cell, f"'{cell.text}' is not a known column.", remedy)
        if key in seen:
            raise _fault(path, cell, f"The column '{key}' stands twice, first in {seen[key]}.", "Remove one.")
        seen[key] = _name(cell.location)
        yield position, key


def _waiver(row: SheetRow, columns: Mapping[int, str], path: Path) -> WrittenWaiver:
    cells = {columns[at]: cell for at, cell in enumerate(row.cells) if at in columns and not cell.is_blank}
    stray = next((c for at, c in enumerate(row.cells) if at not in columns and not c.is_blank), None)
    if stray is not None:
        raise _fault(path, stray, f"'{stray.text[:60]}' stands under no heading.", "Give the column one.")
    values = {key: _value(key, cell, path) for key, cell in cells.items()}
    first = next(cell for cell in row.cells if not cell.is_blank)
    try:
        return WaiverEntry.model_validate(values).at(first.location)
    except ValidationError as error:
        found = first_mistake(WaiverEntry, error)
        key = str(found.at[0]) if found.at else ""
        raise _fault(path, cells.get(key, first), found.problem, found.remedy) from error


def _value(key: str, cell: Cell, path: Path) -> str | int:
    is_date = cell.trouble is Trouble.DATE
    if is_date and key in _DAYS:
        return _MIDNIGHT.sub("", cell.text)
    if cell.trouble is not None:
        remedy = "Write the day under 'expires' or 'approved_on'." if is_date else "Write it as plain text."
        raise _fault(path, cell, f"'{cell.text}' is not certain: {cell.trouble.value.en}.", remedy)
    if key == "budget_year" and isinstance(cell.content, int):
        return cell.content
    return int(cell.text) if key == "budget_year" and cell.text.isdecimal() else cell.text


def _fault(path: Path, cell: Cell, problem: str, remedy: str) -> DataFault:
    row = re.sub(r"\D", "", _name(cell.location))
    return DataFault(path, int(row or 1), f"Cell {_name(cell.location)}: {problem}", remedy)


def _name(location: Location) -> str:
    return location.cell if isinstance(location, SheetLocation) else ""


def _listed() -> str:
    return ", ".join(WaiverEntry.model_fields)
