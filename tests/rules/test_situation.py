"""A rule's own test speaks of facts in kroner, and only of what the rule reads."""

from __future__ import annotations

import pytest

from grantcheck.model.outcome import Outcome
from grantcheck.rules.schema import RuleTest
from grantcheck.rules.situation import SituationFault, facts_of

from .written import rule_of, vocabulary

RULE = rule_of()


def told(facts: dict) -> list[tuple[str, dict]]:
    test = RuleTest(name="a test", facts=facts, outcome=Outcome.BROKEN)
    return [(fact.kind, dict(fact.fields)) for fact in facts_of(RULE, test, vocabulary())]


def test_amounts_are_kroner_and_years_stay_years():
    assert told({"request": {"year": 2026, "amount": 340000}}) == [
        ("request", {"year": 2026, "amount": 34_000_000})
    ]


def test_half_a_krone_can_be_written_in_quotes():
    ((_, fields),) = told({"request": {"year": 2026, "amount": "0.5"}})
    assert fields["amount"] == 50


def test_facts_come_in_the_order_of_the_rule():
    found = told({"prior": {"year": 2026, "cancelled": 0}, "request": {"year": 2026}})
    assert [kind for kind, _ in found] == ["request", "prior"]


def test_there_may_be_several_facts_of_one_alias_or_none():
    found = told({"prior": [{"year": 2024, "cancelled": 0}, {"year": 2025, "cancelled": 1}]})
    assert [fields["year"] for _, fields in found] == [2024, 2025]
    assert told({}) == []


def test_what_the_rule_does_not_read_is_filled_in():
    ((_, fields),) = told({"prior": {"year": 2026, "cancelled": 0}})
    assert fields == {"year": 2026, "cancelled": 0, "area": ""}


def test_what_the_rule_reads_stays_missing_where_the_test_does_not_say_it():
    ((_, fields),) = told({"prior": {}})
    assert fields == {"area": ""}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"history": {}}, "GC103, 'a test': 'history' is not among the rule's facts."),
        ({"prior": {"yaer": 2026}}, "GC103, 'a test': a prior has no 'yaer'."),
        ({"prior": {"amount": "much"}}, "GC103, 'a test': 'much' is no money for 'amount'."),
        ({"prior": {"amount": None}}, "GC103, 'a test': 'None' is no money for 'amount'."),
        ({"prior": {"year": "soon"}}, "GC103, 'a test': 'soon' is no year for 'year'."),
        ({"prior": {"name": "x"}}, "GC103, 'a test': 'name' is for messages only."),
    ],
)
def test_a_test_that_speaks_of_something_else_is_refused(facts, said):
    with pytest.raises(SituationFault) as caught:
        told(facts)
    assert str(caught.value) == said
