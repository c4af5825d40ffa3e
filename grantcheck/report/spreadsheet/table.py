"""A table on a sheet: a heading that stays, a filter on every column, one row a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_number
from grantcheck.report.spreadsheet.cell_text import cell_text
from grantcheck.report.spreadsheet.columns import Column, Kind, Link, Row, Tone, Toned, Value
from grantcheck.report.spreadsheet.measures import A4, column_width, row_height

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from grantcheck.report.spreadsheet.styles import Styles

MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
"""Of a sheet; what comes after has its text without a link."""
_MOST_EXACT = 10**15
"""Excel keeps 15 digits; what is longer is written as text rather than rounded."""
_LABELS, _AMOUNTS = 50, 20
_MORE = {
    "en": "{count} more rows do not fit on a sheet; the JSON report has them all.",
    "da": "Yderligere {count} rækker kan ikke stå på et ark; JSON-rapporten har dem alle.",
}


@dataclass
class TableSheet:
    """Fills one sheet from the top."""

    sheet: Worksheet
    styles: Styles
    most_rows: int = MOST_ROWS
    most_links: int = MOST_LINKS
    _links: int = 0

    def fill(self, columns: Sequence[Column], rows: Sequence[Row], totals: Sequence[Row] = ()) -> None:
        """The heading, the rows that fit, and below them, outside the filter, the totals."""
        for number, column in enumerate(columns):
            self.sheet.write_string(0, number, column.title, self.styles.head(column.kind))
        widths = [column_width(column, [row.values[at] for row in rows]) for at, column in enumerate(columns)]
        for number, width in enumerate(widths):
            self.sheet.set_column(number, number, width)
        self.sheet.set_row(0, row_height([column.title for column in columns], widths))
        room = self.most_rows - len(totals) - 3
        fitting = rows[:room]
        for number, row in enumerate(fitting, start=1):
            self.sheet.set_row(number, row_height(_wrapped(columns, row), widths))
            self._write_row(number, columns, row)
        if left_out := len(rows) - len(fitting):
            said = _MORE[self.styles.language].format(count=format_number(left_out, self.styles.language))
            self.sheet.write_string(len(fitting) + 1, 0, said, self.styles.label)
        for number, total in enumerate(totals, start=len(fitting) + 2):
            self._write_row(number, columns, total)
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, max(1, len(fitting)), len(columns) - 1)
        self._as_printed()

    def put_sums(self, rows: Iterable[tuple[str, int | None]]) -> None:
        """Labels with their amounts; a label without one is a heading or a sentence."""
        for number, (label, amount) in enumerate(rows):
            style = self.styles.label if amount is None else self.styles.cell(Kind.TEXT)
            self._write_text(number, 0, style, label)
            if amount is not None:
                self._write(number, 1, Kind.KRONER, Tone.PLAIN, amount)
        self.sheet.set_column(0, 0, _LABELS)
        self.sheet.set_column(1, 1, _AMOUNTS)
        self._on_paper()

    def print_columns(self, columns: int, rows: int) -> None:
        """Keeps the columns after the first `columns` off paper."""
        self.sheet.print_area(0, 0, max(1, min(rows, self.most_rows - 1)), columns - 1)

    def _as_printed(self) -> None:
        """Wide pages, as wide as the table, each with the heading."""
        self._on_paper()
        self.sheet.repeat_rows(0)

    def _on_paper(self) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&R&P / &N")

    def _write_row(self, number: int, columns: Sequence[Column], row: Row) -> None:
        for place, (column, value) in enumerate(zip(columns, row.values, strict=True)):
            self._write(number, place, column.kind, row.tone, value)

    def _write(self, row: int, column: int, kind: Kind, tone: Tone, value: Value) -> None:
        match value:
            case None | "" | ():
                self.sheet.write_blank(row, column, None, self.styles.cell(kind, tone))
            case int() if abs(value) <= _MOST_EXACT:
                self.sheet.write_number(row, column, value, self.styles.cell(kind, tone))
            case date():
                moment = datetime.combine(value, time())
                self.sheet.write_datetime(row, column, moment, self.styles.cell(Kind.DATE, tone))
            case Link():
                self._write_link(row, column, kind, tone, value)
            case Toned():
                self._write_text(row, column, self.styles.cell(kind, value.tone), value.text)
            case _:
                text = str(value) if isinstance(value, int) else value
                self._write_text(row, column, self.styles.cell(kind, tone), text)

    def _write_link(self, row: int, column: int, kind: Kind, tone: Tone, link: Link) -> None:
        if self._links >= self.most_links:
            self._write_text(row, column, self.styles.cell(kind, tone), link.text)
            return
        self._links += 1
        text = cell_text(link.text, self.styles.language)
        self.sheet.write_url(row, column, link.target, self.styles.cell(kind, tone, linked=True), text)

    def _write_text(self, row: int, column: int, style: object, text: str | tuple[str, ...]) -> None:
        self.sheet.write_string(row, column, cell_text(text, self.styles.language), style)


def _wrapped(columns: Sequence[Column], row: Row) -> list[Value]:
    """The values that may take several lines."""
    return [
        value if column.kind is Kind.LONG else None for column, value in zip(columns, row.values, strict=True)
    ]
