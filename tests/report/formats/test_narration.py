from __future__ import annotations

import re

from grantcheck.model.finding import Finding
from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report

from ..conftest import ABOVE, HEADING, report_of
from .rendering import rendered


def told(*findings: Finding) -> list[str]:
    return rendered(FormatName.NARRATE, report_of(*findings, notes=(HEADING,))).splitlines()


def test_one_sentence_a_line_without_signs_and_boxes(full_report: Report) -> None:
    lines = [line for line in rendered(FormatName.NARRATE, full_report).splitlines() if line]
    assert all(line.endswith((".", "!", "?")) for line in lines)
    assert all(line[0].isupper() or line[0].isdigit() for line in lines)
    assert not re.search("[─│✗✓→×−»«“”|=]", "\n".join(lines))


def test_the_counts_come_first_then_what_was_not_read(full_report: Report) -> None:
    first, second, third, *_ = rendered(FormatName.NARRATE, full_report).splitlines()
    assert first.startswith("3 documents: 37 held, 3 broken")
    assert second == "Judged by durable-rules."
    assert third == "Not wholly read, so not wholly checked: notes/scan.txt."


def test_a_finding_is_counted_and_told_part_by_part() -> None:
    lines = told(ABOVE)
    assert "Finding 1 of 1." in lines
    assert "Error, rule GC202: amount at the current price level." in lines
    assert "The figure in question is 1.450." in lines
    assert (
        "Calculation: 1 380 000 kr. (2025 prices) times 1.028 (2025 to 2026, series pl-service, edition 2025-06) "
        "equals 1 418 640 kr." in lines
    )
    assert lines[-1].startswith("Fix: Ask for 1 418 640 kr. a year")


def test_signs_are_said() -> None:
    text = "\n".join(told(ABOVE.model_copy(update={"calculation": ("−5 740 kr. + -3 kr. ≥ 2022–2025 «x»",)})))
    assert 'Calculation: minus 5 740 kr. plus minus 3 kr. at least 2022 to 2025 "x".' in text


def test_cells_are_set_off_by_commas() -> None:
    assert any("Budgetaftale 2023, 1.200, 1.380, 1.380, 0." in line for line in told(ABOVE))


def test_danish(full_report: Report) -> None:
    text = rendered(FormatName.NARRATE, full_report, "da")
    assert "Det gælder budgettet for 2026.\n" in text
    assert "Beder om: 1.450.000 kr. årligt i 2026 til 2029.\n" in text
    assert "Fund 1 af 4.\nFejl, regel GC202: " in text


def test_checks_that_hold_are_told_where_the_report_lists_them(report_with_all: Report) -> None:
    assert "Holds, rule GC401: years sum to the row's total.\n" in rendered(
        FormatName.NARRATE, report_with_all
    )
