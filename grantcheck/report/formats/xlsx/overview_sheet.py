"""The first sheet: what was checked, by what, how it ended, and where to find the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.closing import closing_lines
from grantcheck.report.layout import on_one_line
from grantcheck.report.spreadsheet.cell_text import cell_text
from grantcheck.report.spreadsheet.columns import Kind
from grantcheck.report.spreadsheet.links import cell_link
from grantcheck.report.spreadsheet.measures import A4, row_height

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.styles import Styles

_LABELS, _VALUES = 26, 90


@dataclass
class OverviewSheet:
    """Written from the top, line by line."""

    sheet: Worksheet
    styles: Styles
    contents: Contents
    _row: int = 0

    def fill(self) -> None:
        """Heading, day, all counts, what judged, what was not judged or not read, and a line for each sheet."""
        self.sheet.set_column(0, 0, _LABELS)
        self.sheet.set_column(1, 1, _VALUES)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self._heading()
        self._counts()
        self._closing()
        self._sheets()

    def _heading(self) -> None:
        wording, report = self.contents.wording, self.contents.report
        self.sheet.write_string(self._row, 0, wording.report_title, self.styles.title)
        told = wording.judged_by.format(
            day=report.as_of, rules=report.rules.count, version=report.grantcheck_version
        )
        self.sheet.write_string(self._row + 1, 0, cell_text(told, self.contents.setting.language))
        self._row += 3

    def _counts(self) -> None:
        self.sheet.write_string(self._row, 0, self.contents.words.counts, self.styles.label)
        for label, count in _counts(self.contents):
            self._row += 1
            self.sheet.write_string(self._row, 0, label)
            self.sheet.write_number(self._row, 1, count, self.styles.left_count)
        self._row += 2

    def _closing(self) -> None:
        for line in closing_lines(self.contents.report, self.contents.wording):
            told = cell_text(on_one_line(line), self.contents.setting.language)
            self.sheet.set_row(self._row, row_height([told], [_VALUES]))
            self.sheet.write_string(self._row, 1, told, self.styles.cell(Kind.LONG))
            self._row += 1
        self._row += 1

    def _sheets(self) -> None:
        words, linked = self.contents.words, self.styles.cell(Kind.TEXT, linked=True)
        self.sheet.write_string(self._row, 0, words.sheets, self.styles.label)
        for name, about in words.about.items():
            self._row += 1
            title = str(getattr(words, name))
            self.sheet.write_url(self._row, 0, cell_link(title, 1), linked, title)
            self.sheet.write_string(self._row, 1, about)


def _counts(contents: Contents) -> Iterator[tuple[str, int]]:
    words, summary, outcomes = contents.words, contents.report.summary, contents.wording.outcomes
    yield words.of_documents, summary.documents
    yield outcomes["holds"], summary.held
    yield outcomes["broken"], summary.broken
    yield outcomes["noted"], summary.noted
    yield outcomes["not_applicable"], summary.not_applicable
    yield outcomes["not_verifiable"], summary.not_verifiable
    yield words.of_waived, summary.waived
    yield words.of_baselined, summary.baselined
    if summary.turned_off:
        yield contents.wording.is_turned_off, summary.turned_off
    yield words.of_unread, summary.unread
