"""A rule outside its years does not judge; one not yet in force says what it will find."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import FLAT, case_of, note_of

from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.judge.dating import CaseYears
from grantcheck.judge.verdict import Verdict, verdict
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.grant import Grant
from grantcheck.model.note import Note
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.round import ExpiringGrant
from grantcheck.rules.effective import Effective
from grantcheck.rules.rule import RuleBook

from .shipped import book, ruling, total, trace

HOLDS, BROKEN, OPEN, SILENT = (
    Outcome.HOLDS,
    Outcome.BROKEN,
    Outcome.NOT_VERIFIABLE,
    Outcome.NOT_APPLICABLE,
)
YEAR = 2026
"""The budget year of the note."""


def dated_book(**years: int) -> RuleBook:
    """The shipped rules, with GC401 in force in some years only."""
    effective = Effective.model_validate({name.rstrip("_"): year for name, year in years.items()})
    rules = tuple(
        replace(rule, file=rule.file.model_copy(update={"effective": effective}))
        if rule.id == "GC401"
        else rule
        for rule in book().rules
    )
    return replace(book(), rules=rules)


def note(budget_year: int | None = YEAR) -> Note:
    return note_of(request=FLAT).model_copy(update={"budget_year": budget_year})


def judged(
    rules: RuleBook, *rulings: Ruling, of: Note | None = None, year: int | None = None, language: str = "en"
) -> Verdict:
    facts = [total(trace(str(number), number + 1)) for number in range(3)]
    return verdict(case_of(of or note()), facts, CaseRulings(rulings, None), rules, language, year)


def line(found: Verdict) -> str:
    return next(finding.message for finding in found.findings if finding.rule == "GC401")


@pytest.mark.parametrize("years", [{"from_": YEAR}, {"until": YEAR}, {"from_": YEAR, "until": YEAR}])
def test_a_rule_within_its_years_judges_as_ever(years):
    found = judged(dated_book(**years), ruling(BROKEN, 0, branch=0))
    assert (found.outcomes["GC401"], found.forthcoming) == (BROKEN, ())


def test_a_rule_not_yet_in_force_does_not_apply_and_says_what_it_will_find():
    found = judged(dated_book(from_=2027), ruling(BROKEN, 1, branch=0), ruling(HOLDS, 0))
    assert found.outcomes["GC401"] is SILENT
    assert line(found) == "The rule is in force from budget year 2027, not in 2026."
    (to_come,) = found.forthcoming
    assert (to_come.rule, to_come.from_year, to_come.severity) == ("GC401", 2027, Severity.ERROR)
    assert to_come.notice == "From budget year 2027 this will be an error."
    assert to_come.outcome is SILENT
    assert to_come.evidence[0].text == "1"


def test_the_notice_is_danish_too_and_names_the_severity():
    found = judged(dated_book(from_=2027), ruling(BROKEN, 0, branch=0), language="da")
    assert found.forthcoming[0].notice == "Fra budgetår 2027 bliver dette en fejl."
    assert line(found) == "Reglen gælder fra budgetår 2027, ikke i 2026."


def test_what_holds_or_is_open_before_its_time_is_not_announced():
    found = judged(dated_book(from_=2027), ruling(HOLDS, 0), ruling(OPEN, 1))
    assert (found.outcomes["GC401"], found.forthcoming) == (SILENT, ())


def test_a_rule_that_has_ended_does_not_apply_and_announces_nothing():
    found = judged(dated_book(until=2025), ruling(BROKEN, 0, branch=0))
    assert (found.outcomes["GC401"], found.forthcoming) == (SILENT, ())
    assert line(found) == "The rule is in force until budget year 2025, not in 2026."


def test_without_a_known_budget_year_a_dated_rule_is_not_verifiable():
    found = judged(dated_book(from_=2027), ruling(BROKEN, 0, branch=0), of=note(None))
    assert (found.outcomes["GC401"], found.forthcoming) == (OPEN, ())
    (finding,) = [each for each in found.findings if each.rule == "GC401"]
    assert (
        finding.message
        == "The rule is in force from budget year 2027, and the budget year of the note is not known."
    )
    assert finding.fix == "Write the budget year in the note, or give it with --budget-year."


def test_a_dated_rule_with_nothing_to_judge_does_not_apply_in_any_year():
    assert judged(dated_book(from_=2027), of=note(None)).outcomes["GC401"] is SILENT


@pytest.mark.parametrize("of", [note(), note(None)], ids=["a note of another year", "a note without a year"])
def test_the_year_that_is_asked_for_decides(of):
    broken = ruling(BROKEN, 0, branch=0)
    assert judged(dated_book(from_=2027), broken, of=of, year=2027).outcomes["GC401"] is BROKEN
    assert judged(dated_book(from_=2027), broken, of=of, year=2025).forthcoming


def test_undated_rules_do_not_ask_for_a_year():
    assert judged(book(), ruling(BROKEN, 0, branch=0), of=note(None)).outcomes["GC401"] is BROKEN


def test_grants_of_a_register_are_of_the_year_of_their_round():
    grants = tuple(
        ExpiringGrant(Grant(f"g{year}", "Vagt", (), frozenset()), year, (), ()) for year in (2026, 2027)
    )
    case = Case.model_construct(**(dict(case_of(note())) | {"note": None, "expiring": grants}))
    facts = [Fact("expiring-grant", {"id": one.grant.id, "budget_year": one.budget_year}) for one in grants]
    years = CaseYears(case, facts)
    assert years.of_case() is None
    assert [years.of(ruling(BROKEN, at)) for at in (0, 1)] == [2026, 2027]
    assert CaseYears(case, facts, 2030).of(ruling(BROKEN, 0)) == 2030
