from __future__ import annotations

from grantcheck.model.format_name import FormatName
from grantcheck.model.location import PageLocation
from grantcheck.model.report import Report

from ..conftest import ABOVE, GAP, HOLDS, PATH, report_of
from .rendering import rendered


def test_one_line_a_finding_then_the_counts(full_report: Report) -> None:
    lines = rendered(FormatName.CONCISE, full_report).splitlines()
    assert len(lines) == 6
    assert lines[2] == f"{PATH}:97:33: GC404 warning {GAP.message}"
    assert lines[-1].startswith("3 documents: ")


def test_a_place_without_lines_is_said_in_words() -> None:
    side = ABOVE.evidence[0].model_copy(
        update={"location": PageLocation(page=2, bbox=(1, 2, 3, 4)), "place": "page 2, Tabel 1, row 1"}
    )
    line = rendered(FormatName.CONCISE, report_of(ABOVE.model_copy(update={"evidence": (side,)})))
    assert line.startswith(f"{PATH}:1:1: GC202 error [page 2, Tabel 1, row 1] The note asks")


def test_a_check_that_holds_is_named_by_its_title() -> None:
    assert rendered(FormatName.CONCISE, report_of(HOLDS)).startswith(f"{PATH}:1:1: GC401 holds years sum")


def test_danish(full_report: Report) -> None:
    assert "GC404 advarsel " in rendered(FormatName.CONCISE, full_report, "da")
