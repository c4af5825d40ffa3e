"""What the screen settles, and what it leaves to the engine."""

from __future__ import annotations

import pytest

from grantcheck.engine.screen.plan import Screen, Screened
from grantcheck.engine.uses import uses_of
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule

from ..books import book, rule, vocabulary

WORDS = vocabulary(request="year:year amount:money? area:text? note:sentence?", prior="year:year area:text")


def request(**fields: int | str) -> Fact:
    return Fact("request", {"year": 2026, **fields})


def prior(year: int, area: str = "service") -> Fact:
    return Fact("prior", {"year": year, "area": area})


def screened(of: Rule, *facts: Fact) -> Screened:
    words = book(WORDS, of)
    found = Screen(words, uses_of(words)).screened(facts)
    assert found is not None
    return found


def held(found: Screened) -> list[tuple[int, ...]]:
    assert {one.outcome for one in found.held} <= {Outcome.HOLDS}
    return [one.facts for one in found.held]


def left(found: Screened) -> list[tuple[int, ...]]:
    return [facts for _, facts in found.open]


def test_a_rule_that_holds_is_settled_and_one_that_is_broken_is_not() -> None:
    found = screened(rule({"r": "request"}, broken=["r.year < 2026"]), request(), request(year=2020))
    assert (held(found), left(found)) == ([(0,)], [(1,)])


def test_a_rule_that_does_not_apply_is_settled_without_a_word() -> None:
    found = screened(rule({"r": "request"}, applies=["r.year == 2030"], broken=["r.year > 0"]), request())
    assert (held(found), left(found)) == ([], [])


def test_where_a_field_is_missing_the_engine_is_asked() -> None:
    check = rule({"r": "request"}, applies=["r.amount > 500"], broken=["r.year < 2026"])
    found = screened(check, request(), request(amount=300), request(amount=600))
    assert (held(found), left(found)) == ([(2,)], [(0,)])


def test_where_a_need_is_not_met_the_engine_is_asked() -> None:
    check = rule({"r": "request"}, needs=["r.amount"], broken=["r.year < 2026"])
    found = screened(check, request(), request(amount=1))
    assert (held(found), left(found)) == ([(1,)], [(0,)])


def test_what_is_worth_a_note_is_left_to_the_engine() -> None:
    found = screened(rule({"r": "request"}, noted=["r.year > 2025"]), request(), request(year=2020))
    assert (held(found), left(found)) == ([], [(0,)])


def test_facts_are_joined_and_none_with_itself() -> None:
    check = rule({"a": "prior", "b": "prior"}, applies=["a.area == b.area"], broken=["a.year == b.year"])
    found = screened(check, prior(2024), prior(2025), prior(2025, "Service"), prior(2025, "anlæg"))
    assert held(found) == [(0, 1), (0, 2), (1, 0), (2, 0)]
    assert left(found) == [(1, 2), (2, 1)]


@pytest.mark.parametrize("area", ["ÅRHUS", "A\u030arhus", "århus"])
def test_texts_are_compared_as_the_engine_does(area: str) -> None:
    found = screened(rule({"r": "request"}, applies=["r.area == 'Århus'"]), request(area=area))
    assert held(found) == [(0,)]


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, True, 2.5, "2026", None])
def test_a_case_with_a_value_that_the_engine_cannot_hold_is_not_screened(value: object) -> None:
    words = book(WORDS, rule({"r": "request"}, broken=["r.year < 2026"]))
    case = [Fact("request", {"year": value})]  # type: ignore[dict-item]
    assert Screen(words, uses_of(words)).screened(case) is None


@pytest.mark.parametrize("text", ["a" * 65_536, "å" * 40_000, "\ud800", 5])
def test_nor_is_one_with_a_text_that_it_cannot_hold(text: object) -> None:
    words = book(WORDS, rule({"r": "request"}, applies=["r.area == 'x'"]))
    case = [Fact("request", {"year": 2026, "area": text})]  # type: ignore[dict-item]
    assert Screen(words, uses_of(words)).screened(case) is None


def test_nothing_of_a_rule_file_is_run() -> None:
    found = screened(
        rule({"r": "request"}, applies=["r.area == '\\'); raise SystemExit #'"]), request(area="x")
    )
    assert (held(found), left(found)) == ([], [])
