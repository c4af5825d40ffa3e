from __future__ import annotations

import csv
from io import StringIO

import pytest

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.model.text import Language
from grantcheck.report.formats.inert_cell import inert_cell

from ..conftest import ABOVE, report_of
from .rendering import rendered


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_a_row_for_each_finding_with_amounts_as_numbers(full_report: Report) -> None:
    found = rows(rendered(FormatName.CSV, full_report, "da"))
    assert [row["rule"] for row in found] == ["GC101", "GC202", "GC404", "GC601", "GC901"]
    above = found[1]
    assert (above["asked"], above["granted_before"]) == ("1450000", "1380000")
    assert (above["outcome"], above["severity"]) == ("broken", "error")
    assert above["note_title"] == "Natåbne læsesale på tre biblioteker (bevillingsudløb)"


def test_lines_end_as_in_rfc_4180_and_nothing_stands_before_the_head(full_report: Report) -> None:
    text = rendered(FormatName.CSV, full_report)
    assert text.startswith("note,note_title,path")
    assert text.count("\r\n") == text.count("\n") == 6


@pytest.mark.parametrize(
    ("language", "outcome", "severity"), [("en", "broken", "error"), ("da", "brudt", "fejl")]
)
def test_excel_gets_a_byte_order_mark_semicolons_and_its_reader_s_words(
    full_report: Report, language: Language, outcome: str, severity: str
) -> None:
    text = rendered(FormatName.CSV_EXCEL, full_report, language)
    assert text.startswith("\ufeff")
    head, *found = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True)
    above = dict(zip(head, found[1], strict=True))
    assert {outcome, severity} <= set(above.values())


def test_the_first_amount_of_a_side_is_taken_and_none_where_there_is_none() -> None:
    twice = ABOVE.model_copy(
        update={"evidence": (*ABOVE.evidence, ABOVE.evidence[0].model_copy(update={"amount": 9}))}
    )
    bare = ABOVE.model_copy(update={"evidence": ()})
    first, second = rows(rendered(FormatName.CSV, report_of(twice, bare)))
    assert (first["asked"], second["asked"], second["place"]) == ("1450000", "", "")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\r\n-1", "＝1", "|x"])
def test_a_formula_becomes_text(text: str) -> None:
    assert inert_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["1 450 000 kr.", "−5 740 kr.", "a=b", "", "'x"])
def test_other_text_stays(text: str) -> None:
    assert inert_cell(text) == text
