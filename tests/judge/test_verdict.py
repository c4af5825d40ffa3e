"""Every rule ends in exactly one outcome for a note, the gravest of its places."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from grantcheck.judge.verdict import outcome_of
from grantcheck.model.location import CellLocation, PageLocation, SheetLocation
from grantcheck.model.outcome import Outcome, Severity

from .shipped import book, judged, ruling, shipped, total, trace

HOLDS, BROKEN, NOTED = Outcome.HOLDS, Outcome.BROKEN, Outcome.NOTED
OPEN, SILENT = Outcome.NOT_VERIFIABLE, Outcome.NOT_APPLICABLE
GRAVEST_FIRST = (BROKEN, OPEN, NOTED, HOLDS)


@pytest.mark.parametrize(("graver", "lighter"), list(combinations(GRAVEST_FIRST, 2)))
def test_the_graver_of_two_outcomes_is_the_rules(graver, lighter):
    for pair in ([graver, lighter], [lighter, graver]):
        rulings = [ruling(outcome, number) for number, outcome in enumerate(pair)]
        assert outcome_of(shipped("GC401"), rulings) is graver


def test_a_rule_without_a_ruling_does_not_apply():
    assert outcome_of(shipped("GC401"), []) is SILENT


def test_the_programs_own_rule_holds_where_nothing_went_wrong():
    assert outcome_of(shipped("GC999"), []) is HOLDS


def test_every_rule_has_exactly_one_outcome():
    found = judged([total()], ruling(HOLDS, 0))
    assert set(found.outcomes) == {rule.id for rule in book().rules}
    assert found.outcomes["GC401"] is HOLDS
    assert found.outcomes["GC402"] is SILENT


def test_a_rule_that_reports_nothing_has_one_silent_line():
    found = judged([total(), total()], ruling(HOLDS, 0), ruling(HOLDS, 1))
    (line,) = [finding for finding in found.findings if finding.rule == "GC401"]
    assert (line.outcome, line.message, line.evidence) == (
        HOLDS,
        "The years do not sum to the row's total",
        (),
    )


def test_a_rule_that_breaks_at_one_place_says_nothing_of_the_others():
    found = judged([total(), total()], ruling(HOLDS, 0), ruling(BROKEN, 1, branch=0))
    assert [f.outcome for f in found.findings if f.rule == "GC401"] == [BROKEN]


def test_findings_stand_in_the_order_of_rule_then_place():
    facts = [total(trace("third", 90)), total(trace("first", 5)), total(trace("second", 40))]
    found = judged(
        facts,
        ruling(BROKEN, 0, branch=0),
        ruling(BROKEN, 1, branch=0),
        ruling(BROKEN, 2, rule="GC404", branch=0),
    )
    shown = [(f.rule, f.evidence[0].text) for f in found.findings if f.outcome is BROKEN]
    assert shown == [("GC401", "first"), ("GC401", "third"), ("GC404", "second")]


def test_line_nine_comes_before_line_ten():
    facts = [total(trace("ten", 10)), total(trace("nine", 9))]
    found = judged(facts, ruling(BROKEN, 0, branch=0), ruling(BROKEN, 1, branch=0))
    assert [f.evidence[0].text for f in found.findings if f.evidence] == ["nine", "ten"]


@pytest.mark.parametrize(
    "in_order",
    [
        [PageLocation(page=1, bbox=(300, 90, 320, 99)), PageLocation(page=1, bbox=(70, 100, 90, 109)), PageLocation(page=1, bbox=(200, 100, 220, 109)), PageLocation(page=2, bbox=(70, 9, 90, 19))],
        [SheetLocation(sheet="Ark1", cell=cell) for cell in ("A2", "B9", "A10", "Z10", "AA10")],
        [CellLocation(table=1, row=2, column=9), CellLocation(table=1, row=10, column=1), CellLocation(table=2, row=1, column=1)],
    ],
    ids=["page", "sheet", "word table"],
)  # fmt: skip
def test_findings_follow_the_page_the_sheet_or_the_table_down_and_across(in_order):
    facts = [
        total(replace(trace(str(place), 1), location=place), computed=number)
        for number, place in enumerate(in_order)
    ]
    rulings = [ruling(BROKEN, number, branch=0) for number in range(len(facts))]
    found = [finding.evidence[0].location for finding in judged(facts, *rulings).findings if finding.evidence]
    assert found == in_order


def test_the_order_of_the_rulings_does_not_matter():
    facts = [total(trace("a", 9), computed=1), total(trace("b", 9), computed=2)]
    rulings = [ruling(BROKEN, 0, branch=0), ruling(BROKEN, 1, branch=0)]
    assert judged(facts, *rulings) == judged(facts, *reversed(rulings))


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "This note could not be judged"), ("da", "Dette notat kunne ikke bedømmes")],
)
def test_a_case_lost_to_a_fault_is_broken_for_the_program_and_open_for_every_rule(language, title):
    found = judged([], fault="The engine's process died of SIGSEGV.", language=language)
    assert {o for rule, o in found.outcomes.items() if rule != "GC999"} == {OPEN}
    assert found.outcomes["GC999"] is BROKEN
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("GC999", Severity.ERROR)
    assert finding.message == f"{title}: The engine's process died of SIGSEGV."
    assert finding.evidence[0].text == "notes/KF031.txt"
    assert finding.fix
