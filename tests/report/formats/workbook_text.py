"""A workbook as lines of text, so that a test can say what a reader would see in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


def workbook_text(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    return "\n".join(line for sheet in book for line in _sheet_lines(sheet)) + "\n"


def _sheet_lines(sheet: Worksheet) -> Iterator[str]:
    widths = " ".join(
        f"{name}={dimension.width:g}" for name, dimension in sorted(sheet.column_dimensions.items())
    )
    yield f"## {sheet.title} frozen={sheet.freeze_panes} filter={sheet.auto_filter.ref} {widths}"
    for row in sheet.iter_rows():
        yield from (_cell_line(cell) for cell in row if cell.value is not None)


def _cell_line(cell: Cell) -> str:
    link = cell.hyperlink
    target = f" -> {link.target or '#' + str(link.location)}" if link else ""
    form = "" if cell.number_format == "General" else f" [{cell.number_format}]"
    value = str(cell.value).replace("\n", "⏎")
    return f"{cell.coordinate} {cell.data_type}{form} {value}{target}"
