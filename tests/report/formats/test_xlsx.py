from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from grantcheck.model.expiring_money import EndingGrant, ExpiringMoney, FallingAway
from grantcheck.model.format_name import FormatName
from grantcheck.model.forthcoming import Forthcoming
from grantcheck.model.hashed import Parameter
from grantcheck.model.report import Report
from grantcheck.model.text import Language, Text
from grantcheck.model.waiver import Waiver, WaiversInUse

from ..conftest import ABOVE, CLEAN, GAP, HEADING, HOLDS, MISSING, NOTED, OFF, PATH, UNREADABLE, report_of
from .rendering import rendered_bytes
from .test_hostile_text import HOSTILE, report_on

WAIVER = Waiver(
    reason="Satserne er ude i høring.",
    owner="B. Friis",
    approved_by="A. Holm",
    approved_on="2026-10-01",
    expires="2026-12-31",
)
EXPIRING = ExpiringMoney(
    source="office.sqlite",
    from_year=2026,
    grants=(
        EndingGrant(
            grant="G-1",
            title="Læsesale",
            committee="Kultur- og Fritidsudvalget",
            first_unfunded_year=2026,
            amount=1_380_000,
            notes=("KUL14",),
        ),
        EndingGrant(
            grant="G-2",
            title="Cykler",
            committee="",
            first_unfunded_year=2026,
            amount=90_000,
            perhaps=("KUL15", "KUL16"),
        ),
    ),
    cliff=(
        FallingAway(year=2026, committee="Kultur- og Fritidsudvalget", amount=1_380_000),
        FallingAway(year=2027, committee="", amount=90_000),
    ),
    unknown=("G-9",),
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
)
"""The elements of a sheet, in the order of ECMA-376, part 1, 18.3.1.99; Excel repairs a file that has another."""


def book_of(report: Report, language: Language = "en") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(rendered_bytes(FormatName.XLSX, report, language)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a table by the titles of its columns."""
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


@pytest.fixture
def book(full_report: Report) -> openpyxl.Workbook:
    return book_of(full_report)


def test_a_sheet_for_each_question(book: openpyxl.Workbook, full_report: Report) -> None:
    assert book.sheetnames == [
        "Overview",
        "Findings",
        "Notes",
        "Checks",
        "Expiry",
        "Cliff",
        "Waivers",
        "Parameters",
        "Not read",
    ]
    danish = book_of(full_report, "da")
    assert danish.sheetnames == [
        "Overblik",
        "Fund",
        "Notater",
        "Kontroller",
        "Udløb",
        "Bortfald",
        "Fravigelser",
        "Grundlag",
        "Ikke læst",
    ]


def test_every_table_keeps_its_heading_and_filters(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"


def test_the_overview_has_all_counts(book: openpyxl.Workbook) -> None:
    counts = {row[0]: row[1] for row in book["Overview"].iter_rows(values_only=True)}
    told = ["documents", "holds", "broken", "noted", "not applicable", "not verifiable", "waived", "not read"]
    assert [counts[name] for name in told] == [3, 37, 3, 1, 22, 1, 0, 1]


def test_findings_come_by_note_the_gravest_first(book: openpyxl.Workbook) -> None:
    found = rows(book["Findings"])
    assert [row["rule"] for row in found] == ["GC202", "GC404", "GC601", "GC101", "GC901"]
    assert found[0]["outcome"] == "error"
    assert (found[0]["asked"], found[0]["granted before"]) == (1_450_000, 1_380_000)
    assert str(found[0]["calculation"]).splitlines() == list(ABOVE.calculation)


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", '#,##0 "kr.";[Red]-#,##0 "kr."'),
        ("da", r'[$-406]#,##0\ "kr.";[Red][$-406]\-#,##0\ "kr."'),
    ],
)
def test_amounts_are_numbers_in_kroner(full_report: Report, language: Language, form: str) -> None:
    sheet = book_of(full_report, language).worksheets[1]
    assert (sheet["G2"].value, sheet["G2"].data_type, sheet["G2"].number_format) == (1_450_000, "n", form)


def test_a_waived_finding_is_set_back_and_says_until_when() -> None:
    waived = ABOVE.model_copy(update={"waiver": WAIVER})
    sheet = book_of(report_of(waived, notes=(HEADING,), waived=1), "da")["Fund"]
    (row,) = rows(sheet)
    assert row["udfald"] == "fejl, fraveget"
    assert row["fraveget til og med"] == datetime(2026, 12, 31)  # noqa: DTZ001 - a day has no zone
    assert (row["begrundelse for fravigelsen"], row["godkendt af"]) == (WAIVER.reason, "A. Holm")
    assert sheet["O2"].number_format == "dd-mm-yyyy"
    assert sheet["F2"].font.italic


def test_what_is_to_come_stands_behind_the_findings_and_counts_for_nothing() -> None:
    fields = GAP.model_dump() | {"from_year": 2027, "notice": "In force from Budget 2027, as an error."}
    report = report_of(NOTED, notes=(HEADING,)).model_copy(
        update={"forthcoming": (Forthcoming.model_validate(fields),)}
    )
    book = book_of(report)
    noted, to_come = rows(book["Findings"])
    assert (noted["outcome"], to_come["outcome"]) == ("note", "to come")
    assert str(to_come["message"]).startswith("In force from Budget 2027, as an error. The rows of 2027")
    assert rows(book["Notes"])[0]["errors"] == 0


def test_every_waiver_is_listed_with_how_it_stands() -> None:
    def listed(state: str, days: int, **more: object) -> dict[str, object]:
        scope = {"rule": "GC404", "note": "KUL14"}
        place = {"line": 3, "column": 1}
        return {"scope": scope, "waiver": WAIVER, "location": place, "state": state, "days_left": days} | more

    good, lapsed = listed("in_use", 38, findings=2), listed("lapsed", -1, refusals=("lapsed",), findings=0)
    in_use = WaiversInUse.model_validate(
        {"path": "waivers.yaml", "sha256": "ab" * 32, "time_zone": "Europe/Copenhagen", "day": "2026-11-23"}
        | {"warn_days": 30, "waivers": (good, lapsed)}
    )
    report = report_of(GAP, notes=(HEADING,)).model_copy(update={"waivers": in_use})
    first, second = rows(book_of(report)["Waivers"])
    assert (first["rule"], first["note"], first["findings"]) == ("GC404", "KUL14", 2)
    assert first["waived until"] == datetime(2026, 12, 31)  # noqa: DTZ001 - a day has no zone
    assert first["how it stands"] != second["how it stands"]
    assert (second["findings"], second["approved by"]) == (0, "A. Holm")


def test_notes_sum_what_they_ask_for_and_say_what_was_not_read(book: openpyxl.Workbook) -> None:
    first, second, unreadable, _, total, of_read = rows(book["Notes"])
    assert (first["asked 2026"], first["asked in all"], first["errors"]) == (1_450_000, 5_800_000, 1)
    assert (second["asked 2029"], second["asked in all"]) == ("not read", "not read")
    assert (unreadable["note"], unreadable["asked 2026"], unreadable["errors"]) == ("notes/scan.txt", None, 1)
    assert (total["note"], total["asked 2026"], total["asked 2029"]) == ("in all", 1_750_000, "not read")
    assert (of_read["note"], of_read["asked 2029"]) == ("of what was read", 1_450_000)


def test_checks_count_each_rule_once_a_note_and_add_up() -> None:
    twice = GAP.model_copy(update={"fingerprint": "77ab"})
    report = report_of(
        GAP, twice, MISSING, NOTED, HOLDS, OFF, notes=(HEADING, CLEAN),
        held=1, broken=1, noted=1, not_applicable=1, not_verifiable=1,
    )  # fmt: skip
    *found, _, total = rows(book_of(report)["Checks"])
    by_rule = {row["rule"]: row for row in found}
    outcomes = ("holds", "broken", "noted", "not applicable", "not verifiable")
    assert [by_rule["GC404"][name] for name in outcomes] == [0, 1, 0, 0, 0]
    for name in outcomes:
        assert sum(int(str(row[name])) for row in found) == total[name] == 1


def test_a_check_counts_as_waived_where_all_its_places_are() -> None:
    waived = GAP.model_copy(update={"waiver": WAIVER})
    (whole,) = [row for row in rows(book_of(report_of(waived))["Checks"]) if row["rule"] == "GC404"]
    (part,) = [row for row in rows(book_of(report_of(waived, GAP))["Checks"]) if row["rule"] == "GC404"]
    assert (whole["broken"], whole["waived"]) == (0, 1)
    assert (part["broken"], part["waived"]) == (1, 0)


def test_expiry_tells_both_years_what_falls_away_and_who_asks(full_report: Report) -> None:
    book = book_of(full_report.model_copy(update={"expiring": EXPIRING}))
    asked, silent, unknown, _, total, of_read = rows(book["Expiry"])
    assert (asked["last funded year"], asked["first unfunded year"]) == (2025, 2026)
    assert (asked["falls away a year"], asked["notes that ask"]) == (1_380_000, "KUL14")
    assert book["Expiry"]["G2"].hyperlink.location == "'Notes'!A2"
    assert (silent["notes that ask"], silent["notes that may ask"]) == ("none", "KUL15, KUL16")
    assert (unknown["grant"], unknown["first unfunded year"]) == ("G-9", "not known")
    assert (total["falls away a year"], of_read["falls away a year"]) == ("not read", 1_470_000)


def test_the_cliff_has_a_column_a_year_and_a_row_a_committee(full_report: Report) -> None:
    book = book_of(full_report.model_copy(update={"expiring": EXPIRING}))
    nobody, culture, _, total = rows(book["Cliff"])
    assert (culture["committee"], culture["falls away in 2026"]) == ("Kultur- og Fritidsudvalget", 1_380_000)
    assert (nobody["committee"], nobody["falls away in 2027"]) == ("no committee", 90_000)
    assert (total["falls away in 2026"], total["falls away in 2027"]) == (1_380_000, 90_000)


def test_a_round_without_a_budget_year_says_so(empty_report: Report) -> None:
    (row,) = rows(book_of(empty_report)["Expiry"])
    assert row["title"] == "No note states its budget year."


def test_parameters_have_their_sources_and_hashes(full_report: Report) -> None:
    series = Parameter(
        path="prices/service.yaml",
        sha256="ef" * 32,
        title=Text(en="town service", da="byens service"),
        source="KL",
    )
    book = book_of(full_report.model_copy(update={"parameters": (series,)}), "da")
    found = {row["hvad"]: (row["kilde"], row["SHA-256"]) for row in rows(book["Grundlag"])}
    assert found["prices/service.yaml: byens service"] == ("KL", "ef" * 32)
    assert found["41 regler"] == (None, "cd" * 32)


def test_what_was_not_read_is_listed_or_said_to_be_nothing(book: openpyxl.Workbook) -> None:
    (row,) = rows(book["Not read"])
    assert (row["file"], row["rule"], row["message"]) == ("notes/scan.txt", "GC901", "The file is empty.")
    nothing = rows(book_of(report_of(ABOVE))["Not read"])
    assert nothing[0]["file"] == "Everything was read."


def test_links_lead_to_the_row_of_the_note_the_rule_and_the_file(book: openpyxl.Workbook) -> None:
    sheet = book["Findings"]
    for cell, title, column in (("B2", "Notes", "note"), ("D2", "Checks", "rule")):
        target, place = sheet[cell].hyperlink.location.split("!")
        assert target == f"'{title}'"
        assert book[title][place].value == sheet[cell].value
        assert book[title]["A1"].value == column
    assert sheet["N2"].value == PATH
    assert sheet["N2"].hyperlink.target.replace("\\", "/") == "../round/notes/KUL14.txt"


def test_only_files_that_were_read_are_linked() -> None:
    sheet = book_of(report_of(UNREADABLE))["Findings"]
    assert sheet["N2"].value == "notes/scan.txt"
    assert sheet["N2"].hyperlink is None


def test_a_report_without_findings_says_so(empty_report: Report) -> None:
    assert "Nothing was found." in rows(book_of(empty_report)["Findings"])[0].values()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_of_a_note_is_a_formula_or_a_link(name: str) -> None:
    content = rendered_bytes(FormatName.XLSX, report_on(HOSTILE[name]))
    with ZipFile(BytesIO(content)) as parts:
        for part in parts.namelist():
            root = etree.fromstring(parts.read(part))
            assert not list(root.iter(f"{MAIN}f"))
            assert "evil" not in "".join(node.get("Target", "") for node in root.iter())
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        for row in sheet.iter_rows():
            assert all(cell.data_type in {"s", "n", "d"} for cell in row)  # a day is a date
            assert max(len(str(cell.value)) for cell in row) <= 32_767


def test_the_parts_of_a_sheet_stand_in_the_order_that_excel_wants(full_report: Report) -> None:
    with ZipFile(BytesIO(rendered_bytes(FormatName.XLSX, full_report))) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 9
        for name in sheets:
            found = [child.tag.removeprefix(MAIN) for child in etree.fromstring(parts.read(name))]
            assert found == sorted(found, key=ORDER.index)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it_and_reads_the_same_figures(full_report: Report, tmp_path: Path) -> None:
    (tmp_path / "audit.xlsx").write_bytes(rendered_bytes(FormatName.XLSX, full_report, "da"))
    sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", sheet,
         "--outdir", str(tmp_path), str(tmp_path / "audit.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (table,) = tmp_path.glob("*.csv")
    assert ",1450000,1380000," in table.read_text("utf-8")
