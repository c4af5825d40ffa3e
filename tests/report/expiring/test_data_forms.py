"""What expires for programs and spreadsheets: JSON, CSV, Excel."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest
from register.grants import grant_of

from grantcheck.report.expiring.csv_form import ExpiringCsv
from grantcheck.report.expiring.json_form import ExpiringJson
from grantcheck.report.expiring.workbook import ExpiringWorkbook

from .views import FORMULA, view

KEYS = [
    "grant",
    "title",
    "last_funded_year",
    "first_unfunded_year",
    "amount",
    "committee",
    "control_area",
    "note",
]


@pytest.fixture
def told() -> dict:
    return json.loads(ExpiringJson().rendered(view()))


def table(shown) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(ExpiringCsv().rendered(shown), newline="")))


def book(shown, language="en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(ExpiringWorkbook(language).rendered(shown)))


def values(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


class TestJson:
    def test_the_year_and_the_grants_come_first(self, told):
        assert list(told)[:2] == ["year", "grants"]
        assert told["year"] == told["first_unfunded_year"] == 2026
        assert told["last_funded_year"] == 2025
        assert list(told["grants"][0])[:8] == KEYS

    def test_a_grant_says_what_ends_and_who_asks(self, told):
        renewed, two_areas, asked, alike = told["grants"]
        assert [renewed[key] for key in KEYS] == [
            "G-0117",
            "Mægling i boligområder",
            2025,
            2026,
            340_000,
            "Socialudvalget",
            "service",
            "BOR02",
        ]
        assert (renewed["notes"], renewed["renewals"]) == (["BOR02", "BOR07"], 1)
        assert (two_areas["note"], two_areas["control_area"], two_areas["title"]) == (None, None, FORMULA)
        assert two_areas["amounts_by_control_area"] == [
            {"control_area": "service", "amount": 500_000},
            {"control_area": "capital", "amount": 12_500_000},
        ]
        assert asked["note"] == "KUL21"
        assert (alike["note"], alike["perhaps"], alike["committee"]) == (None, ["KUL22"], "")

    def test_totals_add_up(self, told):
        totals = told["totals"]
        assert totals["amount"] == sum(grant["amount"] for grant in told["grants"]) == 13_730_000
        for parts in ("by_committee", "by_control_area"):
            assert sum(part["amount"] for part in totals[parts]) == totals["amount"]
        assert totals["without_note"] == {"grants": 2, "amount": 13_090_000}
        assert told["cliff"] == [
            {"year": 2026, "amount": 13_730_000},
            {"year": 2027, "amount": 0},
            {"year": 2028, "amount": 2_000_000},
        ]

    def test_what_is_not_known_is_counted_apart(self, told):
        assert (told["unknown"]["count"], told["unknown"]["amount"]) == (1, 70_000)
        assert told["unknown"]["grants"][0]["grant"] == "G-0400"
        assert told["notes_read"]["not_wholly_read"] == ["notes/broken.pdf"]

    def test_without_notes_nobody_is_said_not_to_ask(self):
        told = json.loads(ExpiringJson().rendered(view(asked=False)))
        assert (told["notes_read"], told["totals"]["without_note"]) == (None, None)
        assert {grant["note"] for grant in told["grants"]} == {None}


class TestCsv:
    def test_a_row_a_grant_and_the_unknown_ones_behind_them(self):
        rows = table(view())
        assert [row["grant"] for row in rows] == ["G-0117", "G-0200", "G-0300", "G-0301", "G-0400"]
        assert [row["ending"] for row in rows] == [*["expires"] * 4, "not_known"]
        assert list(rows[0])[:8] == KEYS

    def test_the_sum_of_a_column_is_what_falls_away_for_certain(self):
        rows = table(view())
        assert sum(int(row["amount"] or 0) for row in rows) == view().found.total
        assert rows[-1]["amount_if_it_ends"] == "70000"

    def test_no_text_is_a_formula(self):
        cells = [cell for row in table(view()) for cell in row.values()]
        assert f"'{FORMULA}" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


class TestWorkbook:
    def test_three_sheets_with_a_heading_that_stays_and_a_filter(self):
        grants, totals, unknown = book(view())
        assert (grants.title, totals.title, unknown.title) == ("expiring", "totals", "not known")
        for sheet, place in ((grants, "A1:L5"), (unknown, "A1:H2")):
            assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", place)
        assert [cell.value for cell in grants[1]][2:5] == [
            "last funded year",
            "first unfunded year",
            "amount a year",
        ]

    def test_amounts_are_numbers_in_kroner_and_text_is_text(self):
        sheet = book(view()).worksheets[0]
        assert (sheet["E3"].value, sheet["E3"].data_type) == (13_000_000, "n")
        assert sheet["E3"].number_format.startswith('#,##0 "kr."')
        assert (sheet["B3"].value, sheet["B3"].data_type) == (FORMULA, "s")

    def test_the_sheet_of_totals_has_what_the_others_add_up_to(self):
        rows = values(book(view(), "da")["i alt"])
        assert ["i alt", 13_730_000] in rows
        assert ["anlæg", 12_500_000] in rows
        assert ["intet udvalg", 90_000] in rows
        assert ["2028", 2_000_000] in rows
        assert any(str(row[0]).startswith("Udløb ikke kendt: 1 (70.000 kr. om året)") for row in rows)

    def test_a_workbook_is_the_same_bytes_and_holds_no_formula_and_no_link(self):
        once, again = (ExpiringWorkbook("en").rendered(view()) for _ in range(2))
        assert once == again
        with ZipFile(BytesIO(once)) as parts:
            sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets/" in name)
        assert b"<f>" not in sheets
        assert b"hyperlink" not in sheets.lower().replace(b"=hyperlink", b"")

    def test_a_year_without_an_end_is_a_workbook_too(self):
        sheet = book(view(grant_of("G1", "Bro", years=(2022,))))["expiring"]
        assert sheet.auto_filter.ref == "A1:L2"

    def test_what_is_too_long_for_a_number_of_excel_is_not_rounded(self):
        sheet = book(view(grant_of("G1", "Bro", amount=10**13 + 1)))["expiring"]
        assert sheet["E2"].value == "10000000000001000"

    def test_without_notes_it_says_so(self):
        rows = values(book(view(asked=False))["totals"])
        assert any("No notes were given" in str(row[0]) for row in rows)
