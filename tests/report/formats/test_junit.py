from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from grantcheck.model.finding import Finding
from grantcheck.model.format_name import FormatName
from grantcheck.model.report import Report
from grantcheck.report.formats.registry import REPORT_FORMATS

from ..conftest import ABOVE, GAP, HOLDS, MISSING, NOTED, OFF, UNREADABLE, report_of
from .rendering import rendered
from .test_hostile_text import HOSTILE, report_on

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("schemas") / "junit-10.xsd"))


def suites(*findings: Finding) -> etree._Element:
    return etree.fromstring(rendered(FormatName.JUNIT, report_of(*findings)).encode())


def test_the_document_follows_the_schema(full_report: Report, report_with_all: Report) -> None:
    for report in (full_report, report_with_all, report_of()):
        SCHEMA.assertValid(etree.fromstring(rendered(FormatName.JUNIT, report).encode()))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_follows_it_too(text: str) -> None:
    SCHEMA.assertValid(etree.fromstring(rendered(FormatName.JUNIT, report_on(text)).encode()))


def test_the_schema_does_refuse() -> None:
    assert not SCHEMA.validate(etree.fromstring("<testsuites><testcase/></testsuites>"))


def test_each_note_has_a_suite_and_each_rule_that_applied_a_case() -> None:
    root = suites(NOTED, ABOVE, MISSING, HOLDS, OFF, UNREADABLE)
    cases = {
        suite.get("name"): [case.get("name", "")[:5] for case in suite.iter("testcase")] for suite in root
    }
    assert cases == {"KUL14": ["GC101", "GC202", "GC401", "GC601"], "notes/scan.txt": ["GC901"]}


@pytest.mark.parametrize(
    ("finding", "tag", "kind"),
    [
        (ABOVE, "failure", "error"),
        (GAP, "failure", "warning"),
        (MISSING, "skipped", "not_verifiable"),
        (UNREADABLE.model_copy(update={"rule": "GC999"}), "error", "error"),
        (ABOVE.model_copy(update={"severity": None}), "failure", "broken"),
    ],
)
def test_how_a_check_ends(finding: Finding, tag: str, kind: str) -> None:
    (ending,) = suites(finding)[0][0]
    assert (ending.tag, ending.get("type")) == (tag, kind)
    assert ending.get("message") == finding.message


def test_what_holds_passes_and_what_is_noted_passes_with_a_word() -> None:
    holds, noted = suites(HOLDS)[0][0], suites(NOTED)[0][0]
    assert len(holds) == 0
    assert [child.tag for child in noted] == ["system-out"]


def test_one_rule_in_several_places_is_one_test_that_tells_all() -> None:
    later = MISSING.model_copy(update={"rule": "GC202", "message": "Not read for certain."})
    (case,) = suites(later, ABOVE)[0].iter("testcase")
    (ending,) = case
    assert ending.tag == "failure"
    assert "Not read for certain." in (ending.text or "")
    assert ABOVE.message in (ending.text or "")


def test_counts_are_those_of_the_cases() -> None:
    root = suites(ABOVE, GAP, MISSING, HOLDS, UNREADABLE)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "3", "0")
    assert [suite.get("skipped") for suite in root] == ["1", "0"]


def test_it_asks_for_every_check() -> None:
    assert [name for name, kind in REPORT_FORMATS.items() if kind.every_check] == [
        FormatName.XLSX,
        FormatName.JUNIT,
        FormatName.HTML,
    ]
