from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from grantcheck.model.evidence import Evidence
from grantcheck.model.finding import Finding
from grantcheck.model.location import LineLocation
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.report import NoteHeading, Report, RuleSet, Summary
from grantcheck.report.console_text import ConsoleText
from grantcheck.report.page import Page

HOSTILE = "[bold red]x[/] \x1b[31mred\x1b[0m \u202eevil " + "long" * 3_000


def printed(report: Report, width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, _environ={})
    return ConsoleText(Page(console), "en").rendered(report)


def finding(**more: object) -> Finding:
    fields: dict[str, object] = {
        "rule": "GC401",
        "name": "row-total",
        "title": "years sum",
        "outcome": Outcome.BROKEN,
        "severity": Severity.ERROR,
        "note": "TMF03",
        "path": "TMF03.txt",
        "message": "m",
    }
    return Finding.model_validate(fields | more)


def report(*findings: Finding, notes: tuple[NoteHeading, ...] = (), **counts: int) -> Report:
    return Report(
        grantcheck_version="0",
        as_of="2026-11-23",
        inputs=(),
        rules=RuleSet(count=1, sha256=""),
        parameters=(),
        summary=Summary(**counts),
        notes=notes,
        findings=findings,
    )


def heading(note: str = "TMF03", path: str = "TMF03.txt", title: str | None = "Træer") -> NoteHeading:
    return NoteHeading(note=note, path=path, title=title, subtitle=None, department=None, budget_year=None)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    evidence = Evidence(
        role="text", text=HOSTILE, mark=(3, 7), place=HOSTILE, location=LineLocation(line=1, column=1)
    )
    hostile = finding(
        title=HOSTILE,
        message=HOSTILE,
        fix=HOSTILE,
        evidence=(evidence,),
        calculation=(HOSTILE,),
        note=HOSTILE,
        path=HOSTILE,
    )
    text = printed(report(hostile, notes=(heading(HOSTILE, HOSTILE, HOSTILE),)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold red]x[/] ␛[31mred␛[0m <U+202E>evil" in text.replace("\n", "")
    assert max(map(len, text.splitlines())) <= 80


def test_the_gravest_comes_first() -> None:
    text = printed(
        report(
            finding(rule="GC101", outcome=Outcome.NOTED, severity=Severity.NOTE),
            finding(rule="GC203", outcome=Outcome.NOT_VERIFIABLE, severity=None),
            finding(rule="GC404", severity=Severity.WARNING),
            finding(rule="GC402"),
            notes=(heading(),),
        )
    )
    places = [
        text.index(rule) for rule in ("GC402 error", "GC404 warning", "GC203 not verifiable", "GC101 note")
    ]
    assert places == sorted(places)


def test_a_note_without_findings_says_so() -> None:
    assert "nothing to report" in printed(report(notes=(heading(),)))


def test_two_notes_of_one_code_and_file_share_their_findings() -> None:
    text = printed(report(finding(), notes=(heading(), heading(title="Buske"))))
    assert text.index("Træer") < text.index("Buske") < text.index("GC401")
    assert "nothing to report" not in text


def test_findings_about_no_listed_note_are_not_lost() -> None:
    text = printed(report(finding(note="x.txt", path="x.txt"), notes=(heading(),)))
    assert "x.txt" in text
    assert "GC401 error" in text


def test_a_rule_broken_in_several_places_is_one_check_in_the_counts() -> None:
    text = printed(
        report(finding(), finding(severity=Severity.WARNING), notes=(heading(),), documents=1, broken=1)
    )
    assert "1 broken (1 error)" in text


def test_waived_and_baselined_are_counted_where_there_are_any() -> None:
    assert "waived" not in printed(report())
    assert "2 waived, 1 baselined" in printed(report(waived=2, baselined=1), 140)


def test_files_not_wholly_read_are_named_last() -> None:
    text = printed(report(finding(rule="GC903", path="a/TMF03.txt"), notes=(heading(path="a/TMF03.txt"),)))
    assert text.splitlines()[-1] == "Not wholly read, so not wholly checked: a/TMF03.txt"


@pytest.mark.parametrize("width", [1, 20, 40, 79, 80, 119, 120, 139, 140, 1_000])
def test_every_width_works(full_report: Report, width: int) -> None:
    lines = printed(full_report, width).splitlines()
    assert max(map(len, lines)) <= max(40, width)


def test_no_color_keeps_the_mark_visible(full_report: Report) -> None:
    console = Console(
        file=StringIO(), width=80, force_terminal=True, color_system="standard", no_color=True, _environ={}
    )
    assert "»1.450«" in ConsoleText(Page(console), "en").rendered(full_report)


def test_the_same_report_gives_the_same_text(full_report: Report) -> None:
    assert printed(full_report) == printed(full_report)


def test_findings_of_one_rule_share_a_headline_and_a_remedy() -> None:
    text = printed(
        report(
            finding(message="Of 2026.", fix="Mend it."),
            finding(message="Of 2027.", fix="Mend it."),
            finding(message="Of 2028.", fix="Ask."),
            notes=(heading(),),
        )
    )
    assert text.count("GC401 error") == 1
    assert "years sum (3 ×)" in text
    assert (
        text.index("Of 2026.")
        < text.index("Of 2027.")
        < text.index("Mend it.")
        < text.index("Of 2028.")
        < text.index("Ask.")
    )
    assert text.count("Mend it.") == 1
