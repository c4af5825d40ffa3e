"""Where the screen and the engine differ, nobody is believed."""

from __future__ import annotations

import pytest

from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.engine.screen.agreement import agreed
from grantcheck.engine.screen.asking import SAMPLE, in_sample, questions
from grantcheck.engine.screen.plan import Screened
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome

from ..books import rule

RULE = rule({"r": "request"})
HOLDS, BROKEN = (Ruling("GC901", (0,), outcome, None) for outcome in (Outcome.HOLDS, Outcome.BROKEN))
OPEN_ONLY, SETTLED_ONLY = Screened([], [(0, (0,))]), Screened([HOLDS], [])
DIFFER = "The screen and durable-rules differ on GC901 for facts (0,)."


def test_what_was_open_is_what_the_engine_says() -> None:
    assert agreed(OPEN_ONLY, CaseRulings((BROKEN,)), [RULE], whole=False) == CaseRulings((BROKEN,))


def test_what_was_settled_stays_though_the_engine_was_not_asked() -> None:
    assert agreed(SETTLED_ONLY, CaseRulings(()), [RULE], whole=False) == CaseRulings((HOLDS,))


@pytest.mark.parametrize(
    ("known", "said", "whole"),
    [
        (OPEN_ONLY, (), False),  # the engine is silent about what was left to it
        (OPEN_ONLY, (HOLDS,), False),  # it holds, which the screen would have seen
        (SETTLED_ONLY, (BROKEN,), False),  # settled, and broken
        (SETTLED_ONLY, (), True),  # asked about the whole case it does not confirm what was settled
    ],
)
def test_a_difference_is_a_fault_of_the_case(known: Screened, said: tuple[Ruling, ...], whole: bool) -> None:
    assert agreed(known, CaseRulings(said), [RULE], whole=whole) == CaseRulings((), fault=DIFFER)


def test_a_fault_of_the_engine_stays_one() -> None:
    fault = CaseRulings((), fault="The engine died.")
    assert agreed(OPEN_ONLY, fault, [RULE], whole=False) == fault


def test_only_what_is_open_is_asked_and_one_case_in_a_hundred_whole() -> None:
    cases = [[Fact("request", {}), Fact("prior", {})]] * 5_000
    asked = list(questions(cases, [Screened([], [(0, (1,))])] * 5_000, SAMPLE))
    whole = [one.number for one in asked if one.positions is None]
    assert len(asked) == 5_000
    assert {frozenset(one.positions) for one in asked if one.positions is not None} == {frozenset({1})}
    assert 30 <= len(whole) <= 70
    assert whole == [number for number in range(5_000) if in_sample(number, SAMPLE)]


def test_a_case_of_which_nothing_is_open_is_asked_about_only_in_the_sample() -> None:
    cases = [[Fact("request", {})]] * 5_000
    asked = [one.number for one in questions(cases, [SETTLED_ONLY] * 5_000, SAMPLE)]
    assert asked == [number for number in range(5_000) if in_sample(number, SAMPLE)]


def test_a_case_that_could_not_be_screened_is_asked_about_whole() -> None:
    (asked,) = questions([[Fact("request", {})]], [None], SAMPLE)
    assert asked.positions is None
