from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from xlsxwriter import Workbook

from grantcheck.report.spreadsheet.book import workbook_bytes
from grantcheck.report.spreadsheet.columns import Column, Kind, Link, Row
from grantcheck.report.spreadsheet.styles import Styles
from grantcheck.report.spreadsheet.table import TableSheet

DAY = date(2026, 11, 23)


def filled(rows: list[Row], *columns: Column, **limits: int) -> openpyxl.worksheet.worksheet.Worksheet:
    def fill(book: Workbook) -> None:
        table = TableSheet(book.add_worksheet("x"), Styles(book, "da"), **limits)
        table.fill(columns or (Column("a"),), rows)

    return openpyxl.load_workbook(BytesIO(workbook_bytes(fill, DAY, "x")))["x"]


def test_rows_that_do_not_fit_are_counted() -> None:
    sheet = filled([Row([str(number)]) for number in range(10)], most_rows=8)
    assert [cell.value for cell in sheet["A"]] == [
        "a", "0", "1", "2", "3", "4", "Yderligere 5 rækker kan ikke stå på et ark; JSON-rapporten har dem alle.",
    ]  # fmt: skip


def test_links_beyond_the_limit_of_excel_stay_text() -> None:
    rows = [Row([Link(str(number), "internal:'x'!A1")]) for number in range(3)]
    sheet = filled(rows, most_links=2)
    assert [bool(cell.hyperlink) for cell in sheet["A"][1:]] == [True, True, False]
    assert sheet["A4"].value == "2"


def test_a_number_beyond_the_digits_of_excel_is_text() -> None:
    sheet = filled([Row([10**15]), Row([10**15 + 1])], Column("a", Kind.KRONER))
    assert (sheet["A2"].value, sheet["A3"].value) == (10**15, "1000000000000001")


def test_a_day_is_a_date() -> None:
    sheet = filled([Row([DAY])], Column("a", Kind.DATE))
    assert sheet["A2"].is_date
    assert sheet["A2"].number_format == "dd-mm-yyyy"


def test_a_row_is_high_enough_for_its_wrapped_text() -> None:
    sheet = filled([Row(["ord " * 20]), Row(["ord"])], Column("a", Kind.LONG, 20))
    assert sheet.row_dimensions[2].height == 60
    assert sheet.row_dimensions[3].height is None, "one line is what a row has anyway"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "{=1}", "https://x.example", "mailto:a@b"])
def test_text_stays_text(text: str) -> None:
    cell = filled([Row([text])])["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
