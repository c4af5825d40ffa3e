"""What a rule says about a combination of facts, by both engines."""

from __future__ import annotations

import pytest

from grantcheck.engine.durable import judge_durably
from grantcheck.engine.judge import judge
from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.engine.screen.judging import judge_screened
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule, RuleBook

from .books import TEXT, book, in_process, rule, vocabulary

WORDS = vocabulary(
    request="year:year amount:money? area:text? note:sentence?", prior="year:year amount:money? area:text"
)
HOLDS, BROKEN, NOTED, OPEN = Outcome.HOLDS, Outcome.BROKEN, Outcome.NOTED, Outcome.NOT_VERIFIABLE


def request(year: int = 2026, **fields: int | str) -> Fact:
    return Fact("request", {"year": year, **fields})


def prior(year: int = 2025, area: str = "service", **fields: int | str) -> Fact:
    return Fact("prior", {"year": year, "area": area, **fields})


def both(of: RuleBook, *facts: Fact) -> CaseRulings:
    """What both engines say of the case, and durable-rules with a screen before it."""
    (durable,), (reference,) = judge_durably(of, [facts], in_process), judge(of, [facts], "reference")
    (screened,) = judge_screened(of, [facts], in_process)
    assert durable == screened == reference
    return durable


def said(of: Rule, *facts: Fact) -> list[tuple[tuple[int, ...], Outcome, int | None]]:
    result = both(book(WORDS, of), *facts)
    assert result.fault is None
    return [(ruling.facts, ruling.outcome, ruling.branch) for ruling in result.rulings]


def test_a_check_holds_or_is_broken() -> None:
    check = rule({"r": "request"}, broken=["r.year < 2026"])
    assert said(check, request(2026), request(2025)) == [((0,), HOLDS, None), ((1,), BROKEN, 0)]


def test_a_rule_that_does_not_apply_says_nothing() -> None:
    check = rule({"r": "request"}, applies=["r.year == 2027"], broken=["r.year == 2026"])
    assert said(check, request(2026)) == []


def test_a_rule_says_nothing_where_a_kind_is_absent() -> None:
    check = rule({"r": "request", "p": "prior"}, broken=["r.year == p.year"])
    assert said(check, request()) == []


def test_the_first_true_branch_counts() -> None:
    check = rule({"r": "request"}, broken=["r.year == 1", "r.year > 2000", "r.year > 1000"])
    assert said(check, request(2026), request(1500), request(1), request(0)) == [
        ((0,), BROKEN, 1),
        ((1,), BROKEN, 2),
        ((2,), BROKEN, 0),
        ((3,), HOLDS, None),
    ]


def test_an_undecided_rule_is_not_verifiable() -> None:
    check = rule({"r": "request"}, applies=["r.amount > 0"], broken=["r.year == 2026"])
    assert said(check, request(), request(amount=1), request(amount=0)) == [
        ((0,), OPEN, None),
        ((1,), BROKEN, 0),
    ]


def test_what_is_false_whatever_is_missing_does_not_apply() -> None:
    check = rule({"r": "request"}, applies=["r.amount > 0", "r.year == 2027"], broken=["r.year == 2027"])
    assert said(check, request()) == []


def test_what_is_true_whatever_is_missing_applies() -> None:
    check = rule({"r": "request"}, applies=["r.amount > 0 or r.year == 2026"], broken=["r.year == 1"])
    assert said(check, request()) == [((0,), HOLDS, None)]


def test_a_missing_need_makes_it_not_verifiable() -> None:
    check = rule({"r": "request"}, needs=["r.amount"], broken=["r.amount > 0"])
    assert said(check, request(), request(amount=0), request(amount=1)) == [
        ((0,), OPEN, None),
        ((1,), HOLDS, None),
        ((2,), BROKEN, 0),
    ]


def test_needs_do_not_matter_where_the_rule_does_not_apply() -> None:
    check = rule({"r": "request"}, applies=["r.year == 1"], needs=["r.amount"], broken=["r.amount > 0"])
    assert said(check, request()) == []


def test_known_is_never_undecided() -> None:
    check = rule({"r": "request"}, applies=["known(r.amount)"], broken=["r.year == 2026"])
    assert said(check, request(), request(amount=0)) == [((1,), BROKEN, 0)]
    check = rule({"r": "request"}, applies=["not known(r.amount)"], broken=["r.year == 2026"])
    assert said(check, request(), request(amount=0)) == [((0,), BROKEN, 0)]


def test_known_asks_after_fields_that_are_only_shown() -> None:
    check = rule({"r": "request"}, applies=["known(r.note)"], broken=["r.year == 2026"])
    shown = Fact("request", {"year": 2026}, shown={"note": TEXT})
    assert said(check, shown, request()) == [((0,), BROKEN, 0)]


def test_a_rule_without_branches_holds_or_is_not_verifiable() -> None:
    check = rule({"r": "request"}, applies=["r.year == 2026"], needs=["r.amount"])
    assert said(check, request(), request(amount=1), request(1)) == [((0,), OPEN, None), ((1,), HOLDS, None)]


def test_an_observation_is_noted_or_passed_over() -> None:
    observation = rule({"r": "request"}, noted=["r.year == 2026"])
    assert said(observation, request(2026), request(2025)) == [((0,), NOTED, None)]


def test_an_observation_is_noted_wherever_it_applies() -> None:
    observation = rule({"r": "request"}, applies=["r.year == 2026"], noted=[])
    assert said(observation, request(2026), request(2025)) == [((0,), NOTED, None)]


def test_an_observation_that_lacks_a_need_is_not_verifiable() -> None:
    observation = rule({"r": "request"}, needs=["r.amount"], noted=["r.amount > 5"])
    assert said(observation, request(), request(amount=6), request(amount=5)) == [
        ((0,), OPEN, None),
        ((1,), NOTED, None),
    ]


def test_every_combination_is_judged() -> None:
    check = rule({"r": "request", "p": "prior"}, applies=["r.area == p.area"], broken=["r.year == p.year"])
    facts = [
        prior(2026),
        request(2026, area="service"),
        prior(2025),
        request(2026, area="anlæg"),
        request(2026),
    ]
    assert said(check, *facts) == [
        ((1, 0), BROKEN, 0),
        ((1, 2), HOLDS, None),
        ((4, 0), OPEN, None),
        ((4, 2), OPEN, None),
    ]


def test_one_fact_never_serves_two_aliases() -> None:
    check = rule({"a": "prior", "b": "prior"}, broken=["a.year < b.year"])
    assert said(check, prior(2024), prior(2025), request()) == [((0, 1), BROKEN, 0), ((1, 0), HOLDS, None)]


def test_equal_facts_are_two() -> None:
    check = rule({"a": "prior", "b": "prior"}, applies=["a.year == b.year"], broken=["a.year == 2025"])
    assert said(check, prior(2025), prior(2025)) == [((0, 1), BROKEN, 0), ((1, 0), BROKEN, 0)]


def test_four_facts_are_joined() -> None:
    aliases = {"a": "prior", "b": "prior", "c": "prior", "r": "request"}
    check = rule(aliases, applies=["a.year < b.year < c.year < r.year"], broken=["a.area != c.area"])
    facts = [prior(2024, "anlæg"), request(2026), prior(2025), prior(2023)]
    assert said(check, *facts) == [((3, 0, 2, 1), HOLDS, None)]


@pytest.mark.parametrize(("left", "right"), [("Åben", "ÅBEN"), ("A\u030aBEN", "åben"), ("Straße", "STRASSE")])
def test_texts_are_compared_composed_and_case_folded(left: str, right: str) -> None:
    constant = rule({"p": "prior"}, broken=[f"p.area == {right!r}"])
    assert said(constant, prior(area=left)) == [((0,), BROKEN, 0)]
    joined = rule({"p": "prior", "r": "request"}, needs=["r.area"], broken=["p.area == r.area"])
    assert said(joined, prior(area=left), request(area=right)) == [((0, 1), BROKEN, 0)]


def test_texts_differ_in_every_other_way() -> None:
    check = rule({"p": "prior"}, broken=['p.area != "service"'])
    assert said(check, prior(area="service "), prior(area=""), prior(area='service"')) == [
        ((0,), BROKEN, 0),
        ((1,), BROKEN, 0),
        ((2,), BROKEN, 0),
    ]


@pytest.mark.parametrize("number", [-(2**63), -1, 0, 2**63 - 1])
def test_integers_are_exact_to_the_last(number: int) -> None:
    check = rule({"p": "prior"}, broken=[f"p.year == {number}"])
    close = number - 1 if number > 0 else number + 1
    assert said(check, prior(number), prior(close)) == [((0,), BROKEN, 0), ((1,), HOLDS, None)]


def test_fields_of_one_fact_are_compared() -> None:
    check = rule({"r": "request"}, needs=["r.amount"], broken=["r.amount > r.year", "r.amount == r.year"])
    assert said(check, request(5, amount=6), request(5, amount=5), request(5, amount=4), request(5)) == [
        ((0,), BROKEN, 0),
        ((1,), BROKEN, 1),
        ((2,), HOLDS, None),
        ((3,), OPEN, None),
    ]


def test_cases_do_not_see_each_other() -> None:
    check = book(WORDS, rule({"r": "request", "p": "prior"}, broken=["r.year == p.year"]))
    cases = [[request(2026)], [prior(2026)], [request(2026), prior(2026)], []]
    assert judge(check, cases) == judge(check, cases, "reference")
    assert judge(check, cases) == (
        CaseRulings(()),
        CaseRulings(()),
        CaseRulings((Ruling("GC901", (0, 1), BROKEN, 0),)),
        CaseRulings(()),
    )


def test_rulings_are_sorted_by_rule_and_facts() -> None:
    rules = [rule({"p": "prior"}, broken=["p.year == 0"], rule_id=name) for name in ("GC902", "GC901")]
    result = both(book(WORDS, *rules), prior(), prior())
    assert [(ruling.rule, ruling.facts) for ruling in result.rulings] == [
        ("GC901", (0,)),
        ("GC901", (1,)),
        ("GC902", (0,)),
        ("GC902", (1,)),
    ]


def test_many_rules_about_one_kind_are_all_judged() -> None:
    rules = [rule({"p": "prior"}, broken=[f"p.year == {i}"], rule_id=f"GC{i}") for i in range(100, 350)]
    result = both(book(WORDS, *rules), prior(120), prior(120))
    assert len(result.rulings) == 500
    assert [ruling.rule for ruling in result.rulings if ruling.outcome is BROKEN] == ["GC120", "GC120"]


def test_no_rules_no_cases() -> None:
    assert judge(book(WORDS), [[prior()]]) == (CaseRulings(()),)
    assert judge(book(WORDS, rule({"p": "prior"})), []) == ()


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (prior(2**63), "'year' is 9223372036854775808, beyond ±2^63"),
        (prior(-(2**63) - 1), "'year' is -9223372036854775809, beyond ±2^63"),
        (Fact("prior", {"year": 1.5, "area": ""}), "'year' is 1.5, not a whole number"),  # type: ignore[dict-item]
        (Fact("prior", {"year": True, "area": ""}), "'year' is True, not a whole number"),
        (prior(area=5), "'area' is 5, not a text"),  # type: ignore[arg-type]
        (prior(area="x" * 65_536), "'area' has 65536 bytes, more than 65535"),
        (prior(area="å" * 32_768), "'area' has 65536 bytes, more than 65535"),
        (prior(area="\ud800"), "'area' is not valid Unicode"),
        (Fact("prior", {"year": 2025}), "'area' is missing, and is not optional"),
        (Fact("prior", {"year": None, "area": ""}), "'year' is None, not a whole number"),  # type: ignore[dict-item]
    ],
)
def test_a_fact_that_the_engine_cannot_hold_is_a_fault_of_its_case(fact: Fact, problem: str) -> None:
    check = book(WORDS, rule({"p": "prior"}, applies=["p.year > 0"], broken=['p.area != "x"']))
    cases = [[prior()], [prior(), fact], [prior()]]
    results = judge_durably(check, cases, in_process)
    assert results == judge(check, cases, "reference")
    assert results[1] == CaseRulings((), fault=f"Fact 1 (prior): {problem}.")
    assert [result.fault for result in results] == [None, results[1].fault, None]


def test_the_longest_text_is_told_from_the_empty_one() -> None:
    check = rule({"p": "prior"}, broken=['p.area == ""'])
    assert said(check, prior(area="x" * 65_535), prior(area="")) == [((0,), HOLDS, None), ((1,), BROKEN, 0)]


def test_a_value_that_no_rule_compares_may_be_anything() -> None:
    check = rule({"p": "prior"}, broken=["p.year == 2025"])
    assert said(check, prior(area="x" * 100_000, amount=2**70)) == [((0,), BROKEN, 0)]


@pytest.mark.parametrize("parts", [{"broken": ["r.amount > 0"]}, {"noted": ["r.amount > 0"]}])
def test_a_rule_that_stays_open_is_a_fault(parts: dict[str, list[str]]) -> None:
    undecidable = book(WORDS, rule({"r": "request"}, **parts))
    (durable,), (reference,) = (
        judge_durably(undecidable, [[request()]], in_process),
        judge(undecidable, [[request()]], "reference"),
    )
    assert durable == reference
    assert durable.fault == "GC901 applies and came to no outcome for facts (0,)."
    (screened,) = judge_screened(undecidable, [[request()]], in_process)
    assert screened.fault == "The screen and durable-rules differ on GC901 for facts (0,)."
