"""On random rules and facts, the tree of conditions ends as durable-rules ruled, and what is near is silent."""

from __future__ import annotations

from engine.books import in_process
from engine.situations import Situation, situations
from hypothesis import HealthCheck, given, reject, settings

from grantcheck.data.fault import DataFault
from grantcheck.engine.durable import judge_durably
from grantcheck.judge.nearness import all_bound
from grantcheck.judge.reasoning import Reasoner
from grantcheck.model.outcome import Outcome

FIRED = {Outcome.BROKEN, Outcome.NOTED}


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=1_000)
@given(situations())
def test_explain_and_why_not_agree_with_durable_rules(situation: Situation) -> None:
    book = situation.book
    try:
        judged = judge_durably(book, situation.cases, in_process)
    except DataFault:  # too large to compile
        reject()
    rules = {rule.id: rule for rule in book.rules}
    for facts, result in zip(situation.cases, judged, strict=True):
        reasoner = Reasoner("NOTE", facts, book.vocabulary, "en")
        for ruling in result.rulings:
            assert reasoner.of_ruling(rules[ruling.rule], ruling).outcome is ruling.outcome
        for rule in book.rules:
            combinations = list(all_bound(rule, facts))
            fired = sum(one.rule == rule.id and one.outcome in FIRED for one in result.rulings)
            told = reasoner.why_not(rule)
            assert {tree.outcome for tree in told.explanations}.isdisjoint(FIRED)
            assert len(told.explanations) + told.further == len(combinations) - fired
