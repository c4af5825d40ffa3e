"""What expires as an Excel workbook: the grants, what they add up to, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from grantcheck.report.expiring.columns import COLUMNS, Cell, expiring_row, unknown_row
from grantcheck.report.expiring.totals_sheet import totals_rows
from grantcheck.report.expiring.words import ExpiringWords, expiring_words
from grantcheck.report.register_words import register_words
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from grantcheck.model.text import Language
    from grantcheck.report.expiring.view import ExpiringView

_KRONER = '#,##0 "kr.";[Red]-#,##0 "kr."'
_MONEY = frozenset({"amount", "amount_if_it_ends"})
_OF_UNKNOWN_ONLY = frozenset({"ending", "amount_if_it_ends"})
_UNKNOWN_COLUMNS = (
    "grant",
    "title",
    "last_funded_year",
    "amount_if_it_ends",
    "committee",
    "control_area",
    "renewals",
    "agreements",
)
_LONGEST_TEXT = 32_000
_MOST_EXACT = 10**15
"""Excel keeps 15 digits; what is longer is written as text rather than rounded."""
_NARROWEST, _WIDEST = 8, 50
_INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Text stays text, whatever it starts with."""


@dataclass(frozen=True)
class ExpiringWorkbook:
    """Renders what expires for Excel; the same view gives the same bytes."""

    language: Language

    def rendered(self, view: ExpiringView) -> bytes:
        """The workbook as the bytes of an .xlsx file."""
        words, stream = expiring_words(self.language), BytesIO()
        areas = register_words(self.language).areas
        with xlsxwriter.Workbook(stream, dict(_INERT)) as book:
            book.set_properties({"created": datetime.combine(view.as_of, time())})
            sheets = _Sheets(book.add_format({"bold": True}), book.add_format({"num_format": _KRONER}), words)
            names = [name for name in COLUMNS if name not in _OF_UNKNOWN_ONLY]
            rows = [expiring_row(view, one, areas) for one in view.found.grants]
            sheets.table(book.add_worksheet(words.sheet_grants), names, rows)
            totals = totals_rows(view, self.language)
            sheets.sums(book.add_worksheet(words.sheet_totals), totals)
            unknown = [unknown_row(grant, areas) for grant in view.found.unknown]
            sheets.table(book.add_worksheet(words.sheet_unknown), _UNKNOWN_COLUMNS, unknown)
        return stream.getvalue()


@dataclass(frozen=True)
class _Sheets:
    bold: Format
    kroner: Format
    words: ExpiringWords

    def table(self, sheet: Worksheet, names: Sequence[str], rows: Sequence[Mapping[str, Cell]]) -> None:
        """A sheet with a heading that stays, and a filter on every column."""
        for column, name in enumerate(names):
            sheet.write_string(0, column, self.words.columns[name], self.bold)
            shown = [self.words.columns[name], *(str(row[name] or "") for row in rows)]
            sheet.set_column(column, column, _width(shown))
            for number, row in enumerate(rows, start=1):
                self._write(sheet, number, column, row[name], money=name in _MONEY)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(rows)), len(names) - 1)

    def sums(self, sheet: Worksheet, rows: Iterable[tuple[str, int | None]]) -> None:
        """Labels with their amounts; a label without one is a heading."""
        for number, (label, amount) in enumerate(rows):
            sheet.write_string(number, 0, _text(label), None if amount is not None else self.bold)
            self._write(sheet, number, 1, amount, money=True)
        sheet.set_column(0, 0, _WIDEST)
        sheet.set_column(1, 1, len("1 000 000 000 kr."))

    def _write(self, sheet: Worksheet, row: int, column: int, cell: Cell, *, money: bool) -> None:
        if cell is None or cell == "":
            return
        if isinstance(cell, int) and abs(cell) <= _MOST_EXACT:
            sheet.write_number(row, column, cell, self.kroner if money else None)
        else:
            sheet.write_string(row, column, _text(str(cell)))


def _text(text: str) -> str:
    return shortened(visible(text), _LONGEST_TEXT)


def _width(shown: Iterable[str]) -> int:
    return min(max(max(map(len, shown)) + 2, _NARROWEST), _WIDEST)
