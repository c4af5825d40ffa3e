"""CSV to a sheet whose every cell knows its line and column.

The standard library's reader tells no places and mends what is malformed in silence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation
from grantcheck.read.structured.cells import Cell, Sheet, SheetRow
from grantcheck.read.structured.fault import DAMAGED, TOO_LARGE, StructuredFault

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = ";\t,|"
_QUOTE = '"'
MOST_ROWS = 20_000
MOST_COLUMNS = 250


def read_csv(text: str, delimiter: str | None, header_row: int) -> Sheet:
    """The cells of a CSV text.

    Args:
        text: the file.
        delimiter: what stands between cells; None to take the one that the heading has most of.
        header_row: the row of the headings, from 1; the rows below must have as many cells.

    Raises:
        StructuredFault: a quotation mark is not closed, a row has slipped, or there are too many.
    """
    return Sheet("", tuple(csv_rows(text, delimiter, header_row, MOST_ROWS)))


def csv_rows(text: str, delimiter: str | None, header_row: int, most_rows: int) -> Iterator[SheetRow]:
    """The rows of a CSV text, one by one; arguments and faults as those of `read_csv`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    width = 0
    for number, cells in enumerate(_rows(text, delimiter or guessed_delimiter(text)), start=1):
        if number > most_rows or len(cells) > MOST_COLUMNS:
            raise StructuredFault(
                TOO_LARGE,
                f"The file has more than {most_rows} rows or {MOST_COLUMNS} columns. Split it.",
                f"Filen har mere end {most_rows} rækker eller {MOST_COLUMNS} kolonner. Del den.",
            )
        row = SheetRow(number, tuple(cells))
        if number == header_row:
            width = _width(row)
        elif width:
            _check_length(row, width)
        yield row


def guessed_delimiter(text: str) -> str:
    """What stands between cells: the character that the first line has most of."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _width(row: SheetRow) -> int:
    """Where the last cell with content ends."""
    return max((index + 1 for index, cell in enumerate(row.cells) if not cell.is_blank), default=0)


def _check_length(row: SheetRow, width: int) -> None:
    """A row with cells too many or too few has slipped: no cell is certain to be in its column."""
    if row.is_blank or len(row.cells) >= width >= _width(row):
        return
    raise StructuredFault(
        DAMAGED,
        f"The row has {len(row.cells)} cells, the headings {width}. Put a cell that holds "
        "the character between cells in quotation marks.",
        f"Rækken har {len(row.cells)} celler, overskrifterne {width}. Sæt en celle, der indeholder "
        "tegnet mellem celler, i anførselstegn.",
        getattr(row.cells[0].location, "line", None),
    )


def _rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    reader = _Reader(text, delimiter)
    while not reader.at_end:
        yield reader.row()


class _Reader:
    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._bare = re.compile(f"[^{re.escape(delimiter)}\n]*")
        self._at = 0
        self._line = 1
        self._line_start = 0

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._text)

    def row(self) -> list[Cell]:
        cells = [self._cell()]
        while self._next() == self._delimiter:
            self._at += 1
            cells.append(self._cell())
        self._at += 1
        self._newline()
        return cells

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _newline(self) -> None:
        self._line += 1
        self._line_start = self._at

    def _cell(self) -> Cell:
        location = LineLocation(line=self._line, column=self._at - self._line_start + 1)
        if self._next() == _QUOTE:
            return Cell(self._quoted().strip() or None, location)
        found = self._bare.match(self._text, self._at)
        content = found[0] if found else ""
        self._at += len(content)
        return Cell(content.strip() or None, location)

    def _quoted(self) -> str:
        opened = self._line
        pieces: list[str] = []
        self._at += 1
        while True:
            end = self._text.find(_QUOTE, self._at)
            if end < 0:
                raise _broken(opened, "A quotation mark is not closed.", "Et anførselstegn er ikke lukket.")
            pieces.append(self._text[self._at : end])
            self._count_lines(self._at, end)
            self._at = end + 1
            if self._next() != _QUOTE:
                break
            pieces.append(_QUOTE)
            self._at += 1
        if not self.at_end and self._next() not in {self._delimiter, "\n"}:
            raise _broken(
                self._line,
                "Text follows a closing quotation mark.",
                "Der følger tekst efter et lukket anførselstegn.",
            )
        return "".join(pieces)

    def _count_lines(self, start: int, end: int) -> None:
        breaks = self._text.count("\n", start, end)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rfind("\n", start, end) + 1


def _broken(line: int, en: str, da: str) -> StructuredFault:
    return StructuredFault(DAMAGED, f"{en} Mend the line.", f"{da} Ret linjen.", line)
