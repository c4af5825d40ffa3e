"""The report as an Excel workbook, for a controller who filters and sorts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from grantcheck.report.formats.xlsx.checks_sheet import put_checks
from grantcheck.report.formats.xlsx.contents import Contents
from grantcheck.report.formats.xlsx.expiry_sheet import put_cliff, put_expiry
from grantcheck.report.formats.xlsx.findings_sheet import put_findings
from grantcheck.report.formats.xlsx.notes_sheet import put_notes
from grantcheck.report.formats.xlsx.overview_sheet import OverviewSheet
from grantcheck.report.formats.xlsx.parameters_sheet import put_parameters
from grantcheck.report.formats.xlsx.unread_sheet import put_unread
from grantcheck.report.formats.xlsx.waivers_sheet import put_waivers
from grantcheck.report.spreadsheet.book import workbook_bytes
from grantcheck.report.spreadsheet.styles import Styles
from grantcheck.report.spreadsheet.table import TableSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from grantcheck.model.report import Report
    from grantcheck.report.formats.setting import Setting


@dataclass(frozen=True)
class ReportWorkbook:
    """Renders a report, in all its checks, as an .xlsx file."""

    setting: Setting

    def rendered(self, shown: Report) -> bytes:
        """The workbook; the same report gives the same bytes."""
        contents = Contents(shown, self.setting)

        def fill(book: Workbook) -> None:
            _fill(book, contents)

        return workbook_bytes(fill, date.fromisoformat(shown.as_of), contents.wording.report_title)


def _fill(book: Workbook, contents: Contents) -> None:
    styles, words = Styles(book, contents.setting.language), contents.words
    OverviewSheet(book.add_worksheet(words.overview), styles, contents).fill()
    tables = (
        (words.findings, put_findings),
        (words.notes, put_notes),
        (words.checks, put_checks),
        (words.expiry, put_expiry),
        (words.cliff, put_cliff),
        (words.waivers, put_waivers),
        (words.parameters, put_parameters),
        (words.not_read, put_unread),
    )
    for name, put in tables:
        put(TableSheet(book.add_worksheet(name), styles), contents)
