"""Which combinations of facts came nearest to breaking a rule."""

from __future__ import annotations

import pytest

from grantcheck.judge import reasoning
from grantcheck.judge.nearness import all_bound, count_bound, distance, kinds_absent
from grantcheck.judge.reasoning import Reasoner
from grantcheck.model.fact import Fact
from tests.rules.written import rule_of, vocabulary

RULE = rule_of()


def request(year: int, amount: int | None = 100) -> Fact:
    return Fact("request", {"year": year} | ({} if amount is None else {"amount": amount}))


def prior(year: int, amount: int | None = 100_00, *, cancelled: int = 0) -> Fact:
    fields = {"year": year, "area": "service", "cancelled": cancelled}
    return Fact("prior", fields | ({} if amount is None else {"amount": amount}))


def reasoner(*facts: Fact) -> Reasoner:
    return Reasoner("XX001", facts, vocabulary(), "en")


def test_every_request_is_held_beside_every_prior_grant():
    facts = [request(2026), request(2027), prior(2025), prior(2026), prior(2027)]
    assert len(list(all_bound(RULE, facts))) == count_bound(RULE, facts) == 6


def test_a_note_without_prior_grants_leaves_nothing_to_judge():
    assert kinds_absent(RULE, [request(2026)]) == ("prior",)
    told = reasoner(request(2026)).why_not(RULE)
    assert (told.explanations, told.absent) == ((), ("granted before",))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((request(2026), prior(2026, 100_00)), (1, 0)),
        ((request(2026), prior(2026, 200_00)), (0, 0)),
        ((request(2026), prior(2025, 200_00)), (1, 0)),
        ((request(2026, 0), prior(2026, 100_00)), (1, 0)),
        ((request(2026), prior(2026, None)), (0, 2)),
        ((request(2026, None), prior(2025, None, cancelled=1)), (1, 2)),
    ],
)
def test_false_conditions_are_counted_before_undecided_ones(facts, expected):
    assert distance(RULE, dict(zip(("request", "prior"), facts, strict=True)))[:2] == expected


def test_the_same_year_comes_nearer_than_another_one():
    told = reasoner(request(2026), prior(2025), prior(2026)).why_not(RULE)
    years = [part.step.operands[1].value for each in told.explanations for part in each.parts[:1]]
    assert years == [2026, 2025]


def test_of_many_combinations_three_are_told_and_the_rest_counted():
    told = reasoner(request(2026), *(prior(year) for year in range(2010, 2020))).why_not(RULE)
    assert (len(told.explanations), told.further, told.unseen) == (3, 7, 0)


def test_combinations_beyond_what_is_looked_at_are_counted(monkeypatch):
    monkeypatch.setattr(reasoning, "_LOOKED_AT", 4)
    told = reasoner(request(2026), *(prior(year) for year in range(2010, 2020))).why_not(RULE)
    assert (len(told.explanations), told.further, told.unseen) == (3, 1, 6)


def test_what_broke_the_rule_is_not_among_what_came_near():
    told = reasoner(request(2026), prior(2026, 200_00), prior(2025)).why_not(RULE)
    assert [each.outcome.value for each in told.explanations] == ["not_applicable"]


def test_where_the_rule_applies_it_came_nearer_than_where_it_does_not():
    told = reasoner(request(2026), prior(2025, 200_00), prior(2026, 0)).why_not(RULE)
    assert [each.outcome.value for each in told.explanations] == ["holds", "not_applicable"]
