"""Every example on a rule's page does what the page says."""

from __future__ import annotations

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.engine.judge import judge
from grantcheck.judge.verdict import outcome_of
from grantcheck.model.outcome import Outcome
from grantcheck.rules.loading import load_rules
from grantcheck.rules.situation import facts_of
from grantcheck.workbench.examples import examples

BOOK = load_rules(shipped_rules())
SHOWN = {rule.id: examples(rule, BOOK.vocabulary, "en") for rule in BOOK.judged}


@pytest.fixture(scope="module")
def ends():
    """How durable-rules ends every example, by rule and name."""
    shown = [(rule, example) for rule in BOOK.judged for example in SHOWN[rule.id]]
    tests = [next(test for test in rule.file.tests if test.name == example.name) for rule, example in shown]
    cases = [facts_of(rule, test, BOOK.vocabulary) for (rule, _), test in zip(shown, tests, strict=True)]
    results = judge(BOOK, cases)
    return {
        (rule.id, example.name): outcome_of(rule, [r for r in result.rulings if r.rule == rule.id])
        for (rule, example), result in zip(shown, results, strict=True)
    }


@pytest.mark.parametrize("rule", BOOK.judged, ids=lambda rule: rule.id)
def test_every_example_ends_as_the_page_says(rule, ends):
    assert SHOWN[rule.id]
    for example in SHOWN[rule.id]:
        assert ends[rule.id, example.name] is example.outcome


@pytest.mark.parametrize("rule", [rule for rule in BOOK.judged if rule.branches], ids=lambda rule: rule.id)
def test_a_check_has_an_example_that_breaks_it_and_one_that_holds(rule):
    breaks, holds = SHOWN[rule.id]
    assert (breaks.outcome, holds.outcome) == (Outcome.BROKEN, Outcome.HOLDS)
    assert breaks.message
    assert "unknown" not in breaks.message
    assert holds.message is None


def test_an_example_speaks_as_the_finding_would():
    (breaks, _) = examples(BOOK.rule("GC103"), BOOK.vocabulary, "da")
    assert breaks.name == "et ønsket år med tidligere midler er brudt"
    assert "340.000 kr." in breaks.message
    assert "året: 2026" in breaks.facts


def test_what_a_test_does_not_give_is_shown_by_its_meaning():
    (breaks, _) = SHOWN["GC204"]
    assert "[what the row is about]" in breaks.message or "[the years of that run]" in breaks.message


def test_the_examples_of_shipped_rules_have_danish_names():
    book = load_rules(shipped_rules())
    english, danish = (
        [example.name for rule in book.rules for example in examples(rule, book.vocabulary, language)]
        for language in ("en", "da")
    )
    assert [one for one, other in zip(english, danish, strict=True) if one == other] == []
