from __future__ import annotations

import pytest

from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report

from ..conftest import ABOVE, MISSING, NOTED, report_of
from .rendering import rendered


def lines(report: Report) -> list[str]:
    return rendered(FormatName.GITHUB, report).splitlines()


def test_levels_follow_how_a_finding_stands(full_report: Report) -> None:
    found = [(line.split()[0], line.split("title=")[1][:5]) for line in lines(full_report)[:-1]]
    assert found == [
        ("::error", "GC202"),
        ("::error", "GC901"),
        ("::warning", "GC404"),
        ("::notice", "GC601"),
        ("::notice", "GC101"),
    ]


def test_signs_of_the_command_are_escaped() -> None:
    finding = ABOVE.model_copy(update={"title": "a: 50 %, b", "message": "50 % more", "path": "a,b:c%.txt"})
    first = lines(report_of(finding))[0]
    assert "file=round/a%2Cb%3Ac%25.txt," in first
    assert "title=GC202 error%3A a%3A 50 %25%2C b::" in first
    assert "::50 %25 more%0A" in first


@pytest.mark.parametrize(("findings", "annotations"), [(1, 1), (10, 10), (11, 10), (500, 10)])
def test_at_most_ten_annotations_of_a_level(findings: int, annotations: int) -> None:
    several = [ABOVE.model_copy(update={"message": f"No. {number}"}) for number in range(findings)]
    told = lines(report_of(*several))[:-1]
    assert len(told) == annotations
    if findings > annotations:
        assert told[-1].startswith(f"::error title=grantcheck::{findings - 9} more findings")


def test_each_level_has_its_own_ten() -> None:
    assert len(lines(report_of(*[ABOVE] * 12, *[NOTED] * 12))) == 21


def test_what_is_not_verifiable_comes_before_what_is_noted() -> None:
    told = lines(report_of(*[NOTED] * 12, MISSING))
    assert "GC601 not verifiable" in told[0]


def test_the_counts_come_last(full_report: Report) -> None:
    assert lines(full_report)[-1].startswith("3 documents: 37 held, 3 broken")


def test_the_summary_lists_the_gravest_first_and_counts_what_is_noted(full_report: Report) -> None:
    text = rendered(FormatName.GITHUB_SUMMARY, full_report)
    assert text.index("GC202") < text.index("GC404") < text.index("GC601")
    assert "GC101" not in text
    assert "1 noted" in text


def test_the_summary_of_a_large_round_stays_below_a_mebibyte() -> None:
    long = ABOVE.model_copy(update={"message": "<" * 10_000, "note": "<" * 600, "path": "<" * 3_000})
    text = rendered(FormatName.GITHUB_SUMMARY, report_of(*[long] * 1_000))
    assert 800_000 < len(text.encode()) < 2**20
    assert "881 more findings are not listed here" in text


def test_a_large_round_is_listed_up_to_a_number_of_rows() -> None:
    text = rendered(FormatName.GITHUB_SUMMARY, report_of(*[ABOVE] * 1_000))
    assert "800 more findings are not listed here" in text


def test_a_round_without_findings_has_no_table() -> None:
    assert "|" not in rendered(FormatName.GITHUB_SUMMARY, report_of(documents=1, held=40))
