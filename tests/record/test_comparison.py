"""Two reports beside each other: what is new, fixed or changed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.finding import Evidence, Finding
from grantcheck.model.hashed import Hashed, Parameter
from grantcheck.model.judged_by import JudgedBy
from grantcheck.model.location import LineLocation
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.record import Record, RegisterState, RuleHash, Run
from grantcheck.model.report import NoteHeading, Report, RuleSet, Summary
from grantcheck.model.waiver import WaiversInUse
from grantcheck.record.comparison import compared

if TYPE_CHECKING:
    from grantcheck.model.record import FindingChange


def finding(
    fingerprint: str, text: str = "Udgifter | 100", note: str = "A1", rule: str = "GC202", **more: object
) -> Finding:
    side = Evidence(
        role="request", text=text, year=2026, place="line 1", location=LineLocation(line=1, column=1)
    )
    fields = {
        "rule": rule,
        "name": "n",
        "title": "t",
        "outcome": Outcome.BROKEN,
        "severity": Severity.ERROR,
        "note": note,
        "path": f"{note}.txt",
        "message": text,
        "evidence": (side,),
        "fingerprint": fingerprint,
    }
    return Finding.model_validate(fields | more)


RUN = Run(
    paths=("notes",),
    configuration=None,
    settings={"amounts": {"tolerance": 500}, "waivers": {"file": None}},
    show_all=False,
    trace=False,
)


def report(*findings: Finding, **changed: object) -> Report:
    contents = {"A1": "00", "B2": "11"} | dict(changed.pop("contents", {}))
    record = {
        "rules": (RuleHash(rule="GC202", sha256="r0"), RuleHash(rule="GC402", sha256="r1")),
        "vocabulary": "v0",
        "versions": {"grantcheck": "0.1.0", "durable-rules": "2.0.28"},
        "run": RUN,
    } | {
        name: changed.pop(name)
        for name in ("rules", "vocabulary", "versions", "run", "register_state")
        if name in changed
    }
    fields = {
        "grantcheck_version": "0.1.0",
        "as_of": "2026-11-23",
        "inputs": tuple(Hashed(path=f"{note}.txt", sha256=content) for note, content in contents.items()),
        "rules": RuleSet(count=2, sha256="all"),
        "parameters": (Parameter(path="prices/town.yaml", sha256="p0"),),
        "summary": Summary(),
        "notes": tuple(
            NoteHeading(
                note=note, path=f"{note}.txt", title=None, subtitle=None, department=None, budget_year=2026
            )
            for note in contents
        ),
        "findings": findings,
        "record": Record.model_validate(record),
    }
    return Report.model_validate(fields | changed)


def only(old: Report, new: Report) -> FindingChange:
    (change,) = compared(old, new).findings
    return change


OTHER_RULE = (RuleHash(rule="GC202", sha256="r9"), RuleHash(rule="GC402", sha256="r1"))
OTHER_PRICES = (Parameter(path="prices/town.yaml", sha256="p9"),)


def test_a_report_beside_itself_differs_in_nothing() -> None:
    same = compared(report(finding("aa")), report(finding("aa")))
    assert (same.findings, same.record, same.unchanged) == ((), (), 1)


def test_new_and_fixed_findings_of_a_note_that_changed() -> None:
    old, new = (
        report(finding("aa", "Vagt | 1")),
        report(finding("bb", "Rengøring | 2"), contents={"A1": "99"}),
    )
    assert [(c.kind, c.finding.fingerprint, c.causes, c.by_rules) for c in compared(old, new).findings] == [
        ("fixed", "aa", ("note",), False),
        ("new", "bb", ("note",), False),
    ]


def test_another_amount_at_the_same_words_is_a_change() -> None:
    change = only(
        report(finding("aa", "Vagt | 1.450 | 2")),
        report(finding("bb", "Vagt | 1.999 | 3"), contents={"A1": "99"}),
    )
    assert (change.kind, change.before and change.before.fingerprint) == ("changed", "aa")


def test_findings_that_cannot_be_told_apart_are_not_paired() -> None:
    old = report(finding("aa", "Vagt | 1"), finding("bb", "Vagt | 2"))
    new = report(finding("cc", "Vagt | 3"), finding("dd", "Vagt | 4"))
    assert sorted(c.kind for c in compared(old, new).findings) == ["fixed", "fixed", "new", "new"]


@pytest.mark.parametrize(
    ("changed", "cause", "kind", "name"),
    [
        ({"rules": OTHER_RULE}, "rule", "rule", "GC202"),
        ({"vocabulary": "v9"}, "rule", "rule", "facts.yaml"),
        ({"parameters": OTHER_PRICES}, "parameters", "parameter", "prices/town.yaml"),
        (
            {"register_state": RegisterState(batches=2, last_batch="bb")},
            "parameters",
            "parameter",
            "register, batches",
        ),
        (
            {"run": RUN.model_copy(update={"settings": {"amounts": {"tolerance": 9}}})},
            "settings",
            "setting",
            "amounts.tolerance",
        ),
        ({"budget_year": 2027}, "settings", "setting", "budget_year"),
    ],
)
def test_what_rules_and_parameters_cause_is_told_apart(
    changed: dict[str, object], cause: str, kind: str, name: str
) -> None:
    comparison = compared(report(), report(finding("aa"), **changed))
    (change,) = comparison.findings
    assert change.causes == (cause,)
    assert change.by_rules
    assert [(each.kind, each.name) for each in comparison.record] == [(kind, name)]


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        ({"versions": {"grantcheck": "0.2.0", "durable-rules": "2.0.28"}}, "program"),
        ({"judged_by": JudgedBy(engine="reference")}, "program"),
        ({"as_of": "2027-01-01"}, "day"),
        ({}, "round"),
    ],
)
def test_what_else_may_cause_it_is_told_too(changed: dict[str, object], cause: str) -> None:
    change = only(report(), report(finding("aa"), **changed))
    assert (change.causes, change.by_rules) == ((cause,), False)


def test_the_rule_of_another_finding_is_no_cause() -> None:
    change = only(report(), report(finding("aa", rule="GC402"), rules=OTHER_RULE))
    assert change.causes == ("round",)


def test_where_the_note_changed_too_the_rule_is_not_blamed_alone() -> None:
    change = only(report(), report(finding("aa"), rules=OTHER_RULE, contents={"A1": "99"}))
    assert (change.causes, change.by_rules) == (("note", "rule"), False)


def test_a_note_that_came_or_went_is_the_cause() -> None:
    old, new = report(finding("aa", note="B2")), report(contents={"C3": "22"})
    gone = Report.model_validate(
        dict(new) | {"notes": [h for h in new.notes if h.note != "B2"], "inputs": new.inputs}
    )
    assert only(old, gone).causes == ("note",)
    assert only(
        old, report(finding("bb", note="C3"), finding("aa", note="B2"), contents={"C3": "22"})
    ).causes == ("note",)


def test_another_severity_of_one_fingerprint_is_a_change() -> None:
    change = only(report(finding("aa")), report(finding("aa", severity=Severity.WARNING), rules=OTHER_RULE))
    assert (change.kind, change.by_rules) == ("changed", True)


def test_waivers_are_told_but_cause_nothing() -> None:
    used = WaiversInUse(path="waivers.yaml", sha256="w1", time_zone="UTC", day="2026-11-23", warn_days=30)
    parameters = (
        Parameter(path="prices/town.yaml", sha256="p0"),
        Parameter(path="waivers.yaml", sha256="w1"),
    )
    comparison = compared(report(), report(finding("aa"), waivers=used, parameters=parameters))
    assert [(each.kind, each.was) for each in comparison.record] == [("answer", None)]
    assert comparison.findings[0].causes == ("round",)


def test_reports_without_a_record_are_compared_by_all_rules_at_once() -> None:
    old = report().model_copy(update={"record": None})
    new = report(finding("aa")).model_copy(update={"record": None, "rules": RuleSet(count=3, sha256="more")})
    assert only(old, new).by_rules
    assert [each.name for each in compared(old, new).record] == ["all rules"]


names = st.lists(st.sampled_from("abcde"), max_size=8)


@given(names, names)
def test_every_finding_is_told_exactly_once(before: list[str], after: list[str]) -> None:
    old, new = (report(*(finding(each, f"{each} x") for each in side)) for side in (before, after))
    comparison = compared(old, new)
    kinds = [change.kind for change in comparison.findings]
    paired = comparison.unchanged + kinds.count("changed")
    assert paired + kinds.count("fixed") == len(before)
    assert paired + kinds.count("new") == len(after)


@given(names, names)
def test_turned_round_new_is_fixed(before: list[str], after: list[str]) -> None:
    old, new = (report(*(finding(each, f"{each} x") for each in side)) for side in (before, after))
    there, back = compared(old, new).findings, compared(new, old).findings
    assert sorted(c.finding.fingerprint for c in there if c.kind == "new") == sorted(
        c.finding.fingerprint for c in back if c.kind == "fixed"
    )
