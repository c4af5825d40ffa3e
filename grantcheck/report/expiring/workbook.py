"""What expires as an Excel workbook: the grants, what they add up to, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.expiring.columns import COLUMNS, Cell, expiring_row, unknown_row
from grantcheck.report.expiring.totals_sheet import totals_rows
from grantcheck.report.expiring.words import ExpiringWords, expiring_words
from grantcheck.report.register_words import register_words
from grantcheck.report.spreadsheet.book import workbook_bytes
from grantcheck.report.spreadsheet.columns import Column, Kind, Row
from grantcheck.report.spreadsheet.styles import Styles
from grantcheck.report.spreadsheet.table import TableSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from grantcheck.model.text import Language
    from grantcheck.report.expiring.view import ExpiringView

_KINDS = {
    "amount": Kind.KRONER,
    "amount_if_it_ends": Kind.KRONER,
    "last_funded_year": Kind.YEAR,
    "first_unfunded_year": Kind.YEAR,
    "renewals": Kind.COUNT,
    "title": Kind.LONG,
    "agreements": Kind.LONG,
    "notes": Kind.LONG,
    "perhaps": Kind.LONG,
}
_WIDTHS = {
    "title": 44,
    "agreements": 28,
    "notes": 20,
    "perhaps": 20,
    "last_funded_year": 14,
    "first_unfunded_year": 14,
}
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


@dataclass(frozen=True)
class ExpiringWorkbook:
    """Renders what expires for Excel; the same view gives the same bytes."""

    language: Language

    def rendered(self, view: ExpiringView) -> bytes:
        """The workbook as the bytes of an .xlsx file."""
        words = expiring_words(self.language)
        title = words.heading.format(last=view.last_funded_year, first=view.found.year)

        def fill(book: Workbook) -> None:
            _Sheets(book, Styles(book, self.language), words).put(view, self.language)

        return workbook_bytes(fill, view.as_of, title)


@dataclass(frozen=True)
class _Sheets:
    book: Workbook
    styles: Styles
    words: ExpiringWords

    def put(self, view: ExpiringView, language: Language) -> None:
        areas = register_words(language).areas
        names = [name for name in COLUMNS if name not in _OF_UNKNOWN_ONLY]
        self._table(
            self.words.sheet_grants, names, [expiring_row(view, one, areas) for one in view.found.grants]
        )
        totals = TableSheet(self.book.add_worksheet(self.words.sheet_totals), self.styles)
        totals.put_sums(totals_rows(view, language))
        unknown = [unknown_row(grant, areas) for grant in view.found.unknown]
        self._table(self.words.sheet_unknown, _UNKNOWN_COLUMNS, unknown)

    def _table(self, sheet: str, names: Sequence[str], rows: Sequence[Mapping[str, Cell]]) -> None:
        columns = [
            Column(self.words.columns[name], _KINDS.get(name, Kind.TEXT), _WIDTHS.get(name)) for name in names
        ]
        table = TableSheet(self.book.add_worksheet(sheet), self.styles)
        table.fill(columns, [Row([row[name] for name in names]) for row in rows])
