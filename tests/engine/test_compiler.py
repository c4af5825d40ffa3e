"""The compiled rules have the shape in which the engine is right, whatever the rule."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, reject, settings

from grantcheck.data.fault import DataFault
from grantcheck.engine.compiler import compile_book, compile_rule

from .books import book, rule, vocabulary
from .situations import Situation, situations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.engine.compiler import Ruleset

WORDS = vocabulary(prior="year:year amount:money? area:text", request="year:year amount:money?")


def compiled_patterns(ruleset: Ruleset) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The tests of every pattern with its position in its rule."""
    for definition in json.loads(ruleset.rules).values():
        assert list(definition) == ["all"]
        assert len(definition["all"]) <= 4
        for position, pattern in enumerate(definition["all"]):
            ((name, tests),) = pattern.items()
            assert name == f"f{position}"
            assert list(tests) == ["$and"]
            yield position, tests["$and"]


def rank(test: dict[str, Any]) -> int:
    """Where a test belongs: kind, constants and guards, comparisons, joins."""
    ((operator, operand),) = test.items()
    if operator == "kind":
        return 0
    negated = isinstance(operand, dict) and operator.startswith("$")
    right = next(iter(operand.values())) if negated else operand
    if operator == "$ex" or not isinstance(right, dict):
        return 1
    return 2 if negated or "$m" in right else 3


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(situations())
def test_every_pattern_is_of_the_safe_shape(situation: Situation) -> None:
    try:
        rulesets = compile_book(situation.book).rulesets
    except DataFault as refused:
        if "more than" not in str(refused):
            raise
        reject()
    for ruleset in rulesets:
        of_kind: dict[str, int] = {}
        for position, tests in compiled_patterns(ruleset):
            kind = tests[0]["kind"]
            assert kind in ruleset.kinds
            of_kind[kind] = of_kind.get(kind, 0) + 1
            assert len(tests) <= 25
            ranks = [rank(test) for test in tests]
            assert ranks == sorted(ranks)
            assert ranks.count(0) == 1
            assert (tests.count({"case": {"f0": "case"}}) == 1) is (position > 0)
        assert max(of_kind.values()) <= 50


def test_no_forbidden_construct_is_ever_written() -> None:
    everything = rule(
        {"p": "prior", "r": "request"},
        applies=["not (p.amount == r.amount or known(p.amount))", "p.year != r.year"],
        broken=['p.area == "x" or r.year > p.year', "not (p.year >= 5 and r.year <= 5)"],
    )
    text = "".join(ruleset.rules for ruleset in compile_book(book(WORDS, everything)).rulesets)
    for construct in ("$or", "$nex", "$not", "$any", "$div", "null", "true", "false", "."):
        assert construct not in text


def test_fields_that_are_compared_with_each_other_are_guarded() -> None:
    joined = rule(
        {"p": "prior", "r": "request"}, broken=["p.amount > r.amount"], needs=["p.amount", "r.amount"]
    )
    ((first, second),) = [flat.patterns for flat in compile_rule(joined, WORDS) if flat.code.said == "yes"]
    guard = {"$ex": {"v_amount": 1}}
    assert guard in first.tests
    assert guard in second.tests
    assert second.tests[-2:] == ({"$lt": {"v_amount": {"f0": "v_amount"}}}, {"case": {"f0": "case"}})


def test_an_alternative_that_another_covers_is_left_out() -> None:
    repeated = rule({"p": "prior"}, broken=["p.year == 1 or (p.year == 1 and p.year != 2)"])
    assert sum(flat.code.said == "yes" for flat in compile_rule(repeated, WORDS)) == 1


def test_compiling_is_repeatable() -> None:
    twice = [rule({"p": "prior"}, broken=["p.amount > 5 or p.year < 3 or known(p.amount)"]) for _ in range(2)]
    assert compile_book(book(WORDS, twice[0])) == compile_book(book(WORDS, twice[1]))
