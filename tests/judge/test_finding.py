"""A finding carries its evidence, its calculation and its fix."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grantcheck.model.fact import Fact
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Text

from .shipped import judged, ruling, shipped, total, trace

OPEN = Outcome.NOT_VERIFIABLE
NOTE = Fact("note", {"continuation_signals": 1})


def broken_sum(*traces, language="en") -> Finding:
    fact = total(*traces, computed=73_000_000, stated=75_000_000, difference=2_000_000)
    fact = replace(fact, shown={**fact.shown, "terms": (40_000_000, 33_000_000)})
    found = judged([fact], ruling(Outcome.BROKEN, 0, branch=0), language=language)
    return next(finding for finding in found.findings if finding.outcome is Outcome.BROKEN)


def of_rule(rule: str, facts: list[Fact], outcome: Outcome, branch: int | None = None) -> Finding:
    found = judged(facts, ruling(outcome, *range(len(facts)), rule=rule, branch=branch))
    return next(finding for finding in found.findings if finding.rule == rule)


def test_the_message_tells_both_sides():
    assert "730 000 kr." in broken_sum().message
    assert "750 000 kr." in broken_sum().message
    assert "årene summer til 730.000 kr." in broken_sum(language="da").message


def test_the_calculation_can_be_redone_by_hand():
    assert broken_sum().calculation[:2] == ("400 000 kr. + 330 000 kr. = 730 000 kr.", "printed: 750 000 kr.")


def test_a_line_of_the_calculation_whose_figure_is_missing_is_left_out():
    fact = Fact(
        "sum", {"scope": "row", "stated": 100, "allowance": 0}, {"name": Text(en="a", da="a"), "terms": ()}
    )
    finding = of_rule("GC401", [fact], OPEN)
    assert finding.calculation == ("printed: 1 kr.",)


def test_evidence_names_its_place_in_the_readers_language():
    assert broken_sum(trace("Vagt | 1", 58)).evidence[0].place == "line 58"
    assert broken_sum(trace("Vagt | 1", 58), language="da").evidence[0].place == "linje 58"


def test_one_cell_is_shown_once():
    same = trace("Vagt | 1", 58)
    assert [e.text for e in broken_sum(same, trace("I alt | 2", 59), same).evidence] == [
        "Vagt | 1",
        "I alt | 2",
    ]


def test_a_finding_is_of_its_note_and_file():
    finding = broken_sum()
    assert (finding.note, finding.path) == ("KF031", "notes/KF031.txt")
    assert (finding.rule, finding.name, finding.severity) == ("GC401", "row-total", Severity.ERROR)
    assert finding.fix == shipped("GC401").file.fix.en


@pytest.mark.parametrize(("branch", "severity"), [(0, Severity.ERROR), (1, Severity.WARNING)])
def test_severity_and_message_are_the_branchs_own(branch, severity):
    comparison = Fact("comparison", {"requested": 100, "earlier": 200, "years": "2026"})
    finding = of_rule("GC201", [NOTE, comparison], Outcome.BROKEN, branch)
    assert finding.severity is severity
    assert ("more than" in finding.message) is (branch == 0)


def test_what_cannot_be_verified_says_why_once():
    why = Text(en="the request: a figure was not read for certain", da="x")
    needs = [ref.name for ref in shipped("GC201").needs]
    comparison = Fact("comparison", {"years": "2026"}, missing=dict.fromkeys(needs, why))
    finding = of_rule("GC201", [NOTE, comparison], OPEN)
    assert finding.message.count("the request: a figure was not read for certain") == 1
    assert "Missing: " in finding.message
    assert not finding.message.endswith("..")


def test_a_reason_is_never_read_as_a_template():
    comparison = Fact("comparison", {"years": ""}, missing={"requested": Text(en="«{0} {x.y}»", da="x")})
    assert "«{0} {x.y}»" in of_rule("GC201", [NOTE, comparison], OPEN).message


def test_without_reasons_the_rules_own_sentence_stands_alone():
    finding = of_rule("GC201", [NOTE, Fact("comparison", {"years": ""})], OPEN)
    assert finding.message == shipped("GC201").file.unverified.en


def test_what_cannot_be_verified_is_settled_not_mended():
    finding = of_rule("GC201", [NOTE, Fact("comparison", {"years": ""})], OPEN)
    assert finding.fix
    assert finding.fix != shipped("GC201").file.fix.en


def test_an_observation_is_noted_with_its_message():
    history = Fact(
        "history", {"last_funded_year": 2025, "first_unfunded_year": 2026, "last_amount": 34_000_000}
    )
    finding = of_rule("GC101", [NOTE, history], Outcome.NOTED)
    assert finding.severity is Severity.NOTE
    assert "2025" in finding.message
    assert "340 000 kr." in finding.message
