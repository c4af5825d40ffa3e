"""Whatever stands in a note's title, cells or claims, in a path or a code: it is shown and does nothing."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from grantcheck.model.baseline import BaselineInUse, KnownFinding
from grantcheck.model.evidence import Evidence
from grantcheck.model.finding import Finding
from grantcheck.model.format_name import FormatName
from grantcheck.model.location import LineLocation, SheetLocation
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.report import NoteHeading, Report
from grantcheck.model.waiver import ListedWaiver, Waiver, WaiverScope, WaiversInUse

from ..conftest import report_of
from .rendering import rendered

HOSTILE = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "colour": "\x1b[31mred\x1b[0m\x9b2J",
    "window title": "\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "formula by sign": "+1+cmd|' /C calc'!A0",
    "formula by minus": "-2+3",
    "formula by at": "@SUM(1+1)",
    "formula after tab": "\t=1+1",
    "formula after return": "\r=1+1",
    "long": "x" * 10_000,
    "long words": "word " * 2_000,
    "right to left": "abc\u202edcba\u202c\u2066x\u2069\u200f",
    "lines": "one\ntwo\r\nthree\u2028four\x85five\x0bsix",
    "workflow command": "::error file=x::owned\n::set-output name=a::b\n##[error]owned\n##vso[task.complete]x",
    "command alone": "::stop-commands::x",
    "section end": "]]> <!-- --> ]]&gt; &amp; &#60;",
    "zero": "a\x00b",
    "half a character": "half \ud800 \udc80 end",
    "no character": "\ufffe\uffff\ufeff",
    "markup": "[x](http://evil.example) ![i](http://evil.example/p.png) **b** `c` | d # e\n# head\n- item",
    "mention": "@everyone www.evil.example https://evil.example a@evil.example :smile: $x$",
    "rich": "[bold red]x[/] [link=http://evil.example]y[/link]",
    "percent": "100 %25 %0A::error::x %s {0} {}",
    "semicolons": 'a;b,c"d";=1',
}

_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufffe\uffff\ud800-\udfff]"
)
_BUILD_COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)


def report_on(text: str) -> Report:
    sides = (
        Evidence(
            role="request",
            text=text,
            mark=(0, 3),
            amount=-1,
            place=text,
            location=LineLocation(line=3, column=1),
        ),
        Evidence(role="prior", text=text, place=text, location=SheetLocation(sheet=text, cell="B2")),
    )
    finding = Finding(
        rule="GC404",
        name="rounding",
        title=text,
        outcome=Outcome.BROKEN,
        severity=Severity.ERROR,
        note=text,
        path=text,
        message=text,
        evidence=sides,
        calculation=(text, text),
        fix=text,
        fingerprint="00",
    )
    in_a_cell = finding.model_copy(update={"evidence": sides[1:], "outcome": Outcome.NOT_VERIFIABLE})
    fault = finding.model_copy(update={"rule": "GC999"})
    unread = finding.model_copy(update={"rule": "GC901"})
    noted = finding.model_copy(update={"outcome": Outcome.NOTED, "evidence": ()})
    holds = finding.model_copy(update={"outcome": Outcome.HOLDS})
    known = finding.model_copy(update={"baselined": True})
    waived = finding.model_copy(update={"waiver": _waiver(text)})
    heading = NoteHeading(note=text, path=text, title=text, subtitle=text, department=text, budget_year=2026)
    found = (finding, in_a_cell, fault, unread, noted, holds, waived, known)
    report = report_of(*found, notes=(heading,), documents=1, broken=3, waived=1, baselined=1)
    return report.model_copy(update={"waivers": _waivers(text), "baseline": _baseline(text)})


def _waiver(text: str) -> Waiver:
    return Waiver(
        reason=text,
        owner=text,
        approved_by=text,
        approved_on="2026-11-01",
        expires="2026-12-01",
        case_number=text,
    )


def _waivers(text: str) -> WaiversInUse:
    listed = ListedWaiver(
        scope=WaiverScope(rule=text, note=text),
        waiver=_waiver(text),
        location=SheetLocation(sheet=text, cell="A2"),
        state="in_use",
        days_left=8,
        findings=1,
    )
    return WaiversInUse(
        path=text,
        sha256="00",
        revision=text,
        time_zone="Europe/Copenhagen",
        day="2026-11-23",
        warn_days=30,
        waivers=(listed,),
    )


def _baseline(text: str) -> BaselineInUse:
    gone = KnownFinding(
        fingerprint="00",
        rule="GC404",
        note=text,
        outcome=Outcome.BROKEN,
        severity=Severity.ERROR,
        message=text,
    )
    return BaselineInUse(path=text, sha256="00", entries=2, found=1, fixed=(gone,))


@pytest.fixture(params=HOSTILE, ids=str)
def text(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.mark.parametrize("name", FormatName)
def test_nothing_acts_on_a_terminal_or_hides(text: str, name: FormatName) -> None:
    output = rendered(name, report_on(text))
    output.encode("utf-8", "strict")
    body = output.removeprefix("\ufeff").replace("\r\n", "\n") if name.startswith("csv") else output
    assert not _ACTING.search(body)
    assert "\ufeff" not in body


@pytest.mark.parametrize("name", sorted(set(FormatName) - {FormatName.GITHUB}))
def test_no_build_server_takes_a_line_for_a_command(text: str, name: FormatName) -> None:
    assert not _BUILD_COMMAND.search(rendered(name, report_on(text)))


def test_text_keeps_to_its_page(text: str) -> None:
    assert max(map(len, rendered(FormatName.TEXT, report_on(text)).splitlines())) <= 80


def test_the_workflow_gets_the_commands_of_the_report_only(text: str) -> None:
    lines = rendered(FormatName.GITHUB, report_on(text)).splitlines()
    command = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,col=\d+,title=[^:,]*::(?!.*::).+")
    assert len(lines) == 7
    assert all(command.fullmatch(line) for line in lines[:-1])
    assert not _BUILD_COMMAND.search(lines[-1])
    assert not any("##[" in line for line in lines)


@pytest.mark.parametrize("name", [FormatName.CSV, FormatName.CSV_EXCEL])
def test_no_cell_is_a_formula(text: str, name: FormatName) -> None:
    delimiter = "," if name is FormatName.CSV else ";"
    output = rendered(name, report_on(text)).removeprefix("\ufeff")
    head, *rows = csv.reader(StringIO(output, newline=""), delimiter=delimiter, strict=True)
    assert len(rows) == 8
    for row in rows:
        assert len(row) == len(head)
        cells = [cell for cell in row if not re.fullmatch(r"-?\d+", cell)]
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "|")) for cell in cells)
        assert max(map(len, row)) <= 32_767


@pytest.mark.parametrize("name", [FormatName.MARKDOWN, FormatName.GITHUB_SUMMARY])
def test_markdown_becomes_plain_text(text: str, name: FormatName) -> None:
    output = rendered(name, report_on(text))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(output)
    inline = [child.type for token in tokens for child in token.children or ()]
    allowed = {"text", "strong_open", "strong_close", "text_special", "softbreak"}
    assert set(inline) <= allowed
    kinds = {token.type for token in tokens}
    assert kinds.isdisjoint(
        {"html_block", "code_block", "fence", "blockquote_open", "hr", "ordered_list_open"}
    )
    assert not re.search(r"https?://|www\.|@", output)


def test_the_table_of_the_summary_keeps_its_columns(text: str) -> None:
    tokens = (
        MarkdownIt("commonmark").enable("table").parse(rendered(FormatName.GITHUB_SUMMARY, report_on(text)))
    )
    assert sum(token.type == "td_open" for token in tokens) == 5 * 5


def test_xml_stays_well_formed_and_holds_its_own_elements_only(text: str) -> None:
    root = ET.fromstring(rendered(FormatName.JUNIT, report_on(text)))  # noqa: S314 - our own text
    assert {element.tag for element in root.iter()} <= {
        "testsuites",
        "testsuite",
        "testcase",
        "properties",
        "property",
        "failure",
        "error",
        "skipped",
        "system-out",
    }


@pytest.mark.parametrize("name", [FormatName.JSON, FormatName.JSONL])
def test_json_keeps_the_text_as_it_was(text: str, name: FormatName) -> None:
    output = rendered(name, report_on(text))
    values = (
        [json.loads(line) for line in output.splitlines()]
        if name is FormatName.JSONL
        else [json.loads(output)]
    )
    findings = values[0]["findings"] if name is FormatName.JSON else values[2:]
    assert findings[0]["message"] == text


@pytest.mark.parametrize("name", [FormatName.SARIF, FormatName.GITLAB])
def test_platforms_get_json_without_links(text: str, name: FormatName) -> None:
    value = json.loads(rendered(name, report_on(text)))
    if name is FormatName.SARIF:
        (run,) = value["runs"]
        results = [result["message"]["text"] for result in run["results"]]
        places = [
            place["message"]["text"]
            for result in run["results"]
            for place in result.get("relatedLocations", ())
        ]
        assert not any("](" in said for said in results + places)


def test_what_is_hostile_is_shown_not_dropped() -> None:
    for name in FormatName:
        output = rendered(name, report_on("<script>alert</script>"))
        assert "script" in output
        assert "alert" in output
