"""Waivers in a whole audit: what they let stand is listed and counted apart, and faulty ones are GC911."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from written_waivers import GOOD, in_yaml

from grantcheck.cli.exit_code import ExitCode, FailOn, exit_code
from grantcheck.model.outcome import Outcome
from grantcheck.waivers.given import GivenWaivers
from grantcheck.waivers.loading import waivers_of

from .auditing import BROKEN, ENGINES, FIXTURES, NOTES, audited

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report

NOTE = NOTES / "KF060.txt"
DAY = date(2026, 11, 23)


def with_waivers(*entries: dict[str, Any], paths: tuple[Path, ...] = (NOTE,), **options: Any) -> Report:
    file = waivers_of(in_yaml(*entries).encode(), FIXTURES / "waivers.yaml")
    return audited(*paths, waivers=GivenWaivers(file, DAY), **options)


def about_waivers(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.rule == "GC911" and each.outcome is Outcome.BROKEN]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_waived_finding_stays_and_is_counted_apart(engine: str) -> None:
    plain, waived = audited(NOTE, engine=engine), with_waivers(GOOD, engine=engine)
    found = [each for each in waived.findings if each.rule == "GC402"]
    assert len(found) > 1
    assert {each.waiver.case_number for each in found if each.waiver} == {"2026-0001"}
    assert waived.summary.waived == 1
    assert waived.summary.broken == plain.summary.broken - 1
    assert about_waivers(waived) == []


def test_a_rule_whose_every_place_is_waived_fails_nothing_more() -> None:
    rules = sorted(
        {
            each.rule
            for each in audited(NOTE).findings
            if each.severity == "error" and each.outcome == "broken"
        }
    )
    assert exit_code(audited(NOTE), [FailOn.ERROR]) is ExitCode.BROKEN
    waivable = [GOOD | {"rule": rule} for rule in rules]
    report = with_waivers(*waivable)
    assert exit_code(report, [FailOn.ERROR]) is ExitCode.CLEAN
    assert report.summary.waived == len(rules)


def test_a_waiver_for_one_finding_leaves_the_others_broken() -> None:
    first, *_ = [each for each in audited(NOTE).findings if each.rule == "GC402"]
    report = with_waivers(GOOD | {"finding": first.fingerprint[:8]})
    waived = [each.fingerprint for each in report.findings if each.waiver]
    assert waived == [first.fingerprint]
    assert report.summary.waived == 0
    assert report.summary.broken == audited(NOTE).summary.broken


def test_every_check_still_has_exactly_one_count() -> None:
    plain, waived = audited(NOTE).summary, with_waivers(GOOD).summary
    parts = ("held", "broken", "noted", "not_applicable", "not_verifiable", "waived", "baselined")
    rules = sum(getattr(plain, part) for part in parts)
    assert sum(getattr(waived, part) for part in parts) == 2 * rules  # the note, and the file of waivers


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"rule": "GC499"}, "There is no rule GC499"),
        ({"rule": "GC902"}, "No finding of GC902 can be waived: A scanned page looks complete"),
        ({"rule": "GC101"}, "it only informs"),
        ({"approved_by": "anne jensen"}, "owner and approver are the same person"),
        ({"approved_on": "2026-11-25"}, "2 day(s) after the day of the audit"),
        ({"expires": "2026-10-31"}, "lies before the approval"),
        ({"expires": "2026-11-20"}, "its last day was 2026-11-20, 3 day(s) ago"),
        ({"rule": "GC103"}, "fits no finding"),
        ({"finding": "000000"}, "fits no finding"),
        ({"grant": "G1"}, "fits no finding"),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_faulty_waiver_lets_nothing_stand_and_is_told(
    changed: dict[str, str], said: str, engine: str
) -> None:
    report = with_waivers(GOOD | changed, engine=engine)
    assert [each.waiver for each in report.findings if each.waiver] == []
    (fault,) = about_waivers(report)
    assert said in fault.message
    assert fault.fix
    assert fault.path.endswith("waivers.yaml")
    assert fault.evidence[0].place == "line 2"


def test_a_waiver_for_another_year_s_note_fits_nothing() -> None:
    assert with_waivers(GOOD | {"budget_year": 2026}).summary.waived == 1
    assert with_waivers(GOOD | {"budget_year": 2027}).summary.waived == 0


def test_a_note_that_was_not_read_makes_no_orphan_but_in_a_round_it_does() -> None:
    alone, in_round = (
        with_waivers(GOOD | {"note": "ZZ9"}),
        with_waivers(GOOD | {"note": "ZZ9"}, paths=(NOTES,)),
    )
    assert about_waivers(alone) == []
    assert [each.message for each in about_waivers(in_round)] == [
        "GC402 for ZZ9: the waiver fits no finding."
    ]


def test_what_could_not_be_read_fails_whatever_is_waived() -> None:
    empty = BROKEN / "empty.txt"
    report = with_waivers(GOOD | {"rule": "GC901", "note": str(empty)}, paths=(empty,))
    assert exit_code(report, [FailOn.ERROR]) is ExitCode.NOT_READ
    assert len(about_waivers(report)) == 1


def test_danish_readers_are_told_in_danish() -> None:
    (fault,) = about_waivers(with_waivers(GOOD | {"expires": "2026-11-20"}, language="da"))
    assert "fravigelsen er udløbet" in fault.message


def test_the_report_lists_every_waiver_with_how_it_stands() -> None:
    report = with_waivers(
        GOOD, GOOD | {"rule": "GC103"}, GOOD | {"rule": "GC901"}, GOOD | {"expires": "2026-11-20"}
    )
    assert report.waivers is not None
    assert [each.state for each in report.waivers.waivers] == ["in_use", "fits_nothing", "refused", "lapsed"]
    assert report.waivers.waivers[0].findings == 2
    assert report.parameters[-1].sha256 == report.waivers.sha256


@pytest.mark.parametrize(
    ("expires", "warned"), [("2026-12-23", True), ("2026-12-24", False), ("2026-11-23", True)]
)
def test_a_waiver_is_told_to_lapse_within_thirty_days(expires: str, warned: bool) -> None:
    report = with_waivers(GOOD | {"expires": expires})
    assert report.waivers is not None
    assert bool(report.waivers.lapsing) == warned
