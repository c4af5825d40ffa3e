"""A rule file that cannot work is refused at the line that is wrong, with what would do instead."""

from __future__ import annotations

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.model.outcome import Severity
from grantcheck.rules.condition import All, Any, Comparison, FieldRef, Not

from .written import OBSERVATION, PATH, RULE, rule_of, spoilt

APPLIES, NEEDS, FIRST = "request.year == prior.year", "request.amount, prior.amount", "request.amount != 0"


def fault(text: str) -> DataFault:
    with pytest.raises(DataFault) as caught:
        rule_of(text)
    assert caught.value.path == PATH
    return caught.value


def line_of(words: str, text: str = RULE) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_a_sound_rule_is_read_as_written():
    rule = rule_of()
    assert (rule.id, rule.is_observation) == ("GC103", False)
    assert rule.applies == All((Comparison(FieldRef("request", "year"), "==", FieldRef("prior", "year")),))
    assert rule.needs == (FieldRef("request", "amount"), FieldRef("prior", "amount"))
    assert [branch.severity for branch in rule.branches] == [Severity.ERROR, Severity.WARNING]


def test_a_branch_takes_from_its_rule_what_it_does_not_say():
    first, second = rule_of().branches
    assert first.message.en == "{request.year} is funded ({prior.amount})"
    assert (first.fix.en, second.fix.en) == ("Take the year out", "look at {prior.name}")
    assert second.message.da == "tilbageført {prior.year}"


def test_a_rule_is_broken_by_any_branch_and_holds_without_one():
    rule = rule_of()
    whens = tuple(branch.when for branch in rule.branches)
    assert rule.broken == Any(whens)
    assert rule.holds == All(tuple(Not(when) for when in whens))


def test_money_is_written_in_kroner_and_compared_in_ore():
    _, prior = rule_of().branches[0].when.inner
    assert prior == Comparison(FieldRef("prior", "amount"), ">", 12_000)


def test_money_in_a_chain_or_under_not_is_kroner_too():
    rule = rule_of(spoilt(FIRST, "not (0 < prior.amount < 5)"))
    low, high = rule.branches[0].when.inner[0].inner.inner
    assert (low.right, high.right) == (0, 500)


def test_a_year_is_no_money():
    rule = rule_of(spoilt("prior.cancelled", "prior.year == 2025"))
    assert rule.branches[1].when.right == 2025


def test_a_rule_reads_the_fields_of_its_conditions_and_its_needs():
    read = {str(ref) for ref in rule_of().fields_read()}
    assert read == {"request.year", "prior.year", "request.amount", "prior.amount", "prior.cancelled"}


@pytest.mark.parametrize(
    ("before", "after", "problem", "remedy"),
    [
        ("request: request", "request: requst", "'requst' is not a kind of fact.", "Did you mean 'request'?"),
        ("request: request", "request: table", "'table' is not a kind of fact.", "Allowed here: prior, request."),
        (APPLIES, "requst.year == 1", "'requst' is not among the rule's facts.", "Did you mean 'request'?"),
        (APPLIES, "prior.yaer == 1", "a prior has no 'yaer'.", "Did you mean 'year'?"),
        (APPLIES, "known(prior.yaer)", "a prior has no 'yaer'.", "Did you mean 'year'?"),
        (APPLIES, "not (known(prior.year) or prior.yaer)", "a prior has no 'yaer'.", "Did you mean 'year'?"),
        (APPLIES, "prior.year == request.yaer", "a request has no 'yaer'.", "Did you mean 'year'?"),
        (APPLIES, "prior.name == 1", "'prior.name' is for messages only.", "Compare a quantity instead."),
        (APPLIES, "prior.terms > 1", "'prior.terms' is for messages only.", "Compare a quantity instead."),
        (APPLIES, "prior.year == prior.amount", "'prior.year' (year) is compared with a money.", "Compare like with like."),
        (APPLIES, "prior.area == prior.year", "'prior.area' (text) is compared with a year.", "Compare like with like."),
        (APPLIES, "prior.area == 5", "'prior.area' is a text.", "Compare it with a value of that type."),
        (APPLIES, "prior.area", "'prior.area' (text) stands alone but is no flag.", "Compare it with a value."),
        (APPLIES, "prior.year == 'soon'", "'prior.year' is a year.", "Compare it with a value of that type."),
        (APPLIES, "prior.area < 'service'", "texts have no order.", "Compare texts with == or != only."),
        (APPLIES, "prior.area >= prior.area", "texts have no order.", "Compare texts with == or != only."),
        (NEEDS, "request.ammount", "a request has no 'ammount'.", "Did you mean 'amount'?"),
        (NEEDS, '"prior.year) or known(prior.amount"', "'prior.year) or known(prior.amount' is not a field.", "Write it as alias.field."),
        (FIRST, "request.ammount != 0", "a request has no 'ammount'.", "Did you mean 'amount'?"),
        ("severity: error", "severity: null", "this branch has no severity.", "Give the branch or the rule one."),
        ("{request.year} is funded", "{request.yaer} is funded", "a request has no 'yaer'.", "Did you mean 'year'?"),
        ("{request.year} er finansieret", "{requst.year} er", "'requst' is not among the rule's facts.", "Did you mean 'request'?"),
        ("{request.year} is open", "{year} is open", "'year' is not among the rule's facts.", "Allowed here: prior, request."),
        ("{request.year} is open", "{} is open", "'' is not among the rule's facts.", "Allowed here: prior, request."),
        ("{request.year} er åbent", "{prior} er åbent", "a prior has no ''.", "Allowed here: amount, area, cancelled, name, terms, year."),
        ("granted: {prior.terms}", "granted: {prior.termz}", "a prior has no 'termz'.", "Did you mean 'terms'?"),
        ("cancelled {prior.year}", "cancelled {prior.yaer}", "a prior has no 'yaer'.", "Did you mean 'year'?"),
        ("se {prior.name}", "se {prior.naem}", "a prior has no 'naem'.", "Did you mean 'name'?"),
        ("Tag året ud", '"Tag {request.aar} ud"', "a request has no 'aar'.", "Did you mean 'year'?"),
        ("[request, prior]", "[requst]", "'requst' is not among the rule's facts.", "Did you mean 'request'?"),
    ],
)  # fmt: skip
def test_a_word_that_does_not_fit_is_told_at_its_line(before, after, problem, remedy):
    text = spoilt(before, after)
    found = fault(text)
    assert (found.problem, found.remedy) == (f"GC103: {problem}", remedy)
    where = "request.amount != 0" if before == "severity: error" else after
    assert found.line == line_of(where, text)


def test_a_branch_without_a_message_is_refused():
    text = RULE.replace(RULE[RULE.index('message: {en: "{request') : RULE.index("unverified")], "")
    found = fault(text)
    assert found.problem == "GC103: this branch has no message."
    assert found.line == line_of("request.amount != 0", text)


def test_a_sentence_that_is_no_condition_is_told_at_its_line():
    found = fault(spoilt("prior.cancelled", "prior.cancelled + 1 > 2"))
    assert found.line == line_of("prior.cancelled")
    assert "'prior.cancelled + 1' is neither a field" in found.remedy


@pytest.mark.parametrize("needs", ["request", "request.amount == 5", "5"])
def test_a_need_is_a_field(needs):
    assert fault(spoilt(f"[{NEEDS}]", f'["{needs}"]')).line == line_of("needs")


@pytest.mark.parametrize(
    ("text", "key", "field"),
    [
        (spoilt(f"[{NEEDS}]", "[request.amount]"), "broken_when", "prior.amount"),
        (spoilt("prior.year == 2025", "prior.amount > 0", OBSERVATION), "noted_when", "prior.amount"),
    ],
    ids=["check", "observation"],
)
def test_a_rule_may_not_stay_open_once_its_needs_are_met(text, key, field):
    found = fault(text)
    assert found.problem.endswith(f"{key} cannot be decided where '{field}' is missing.")
    assert found.remedy == f"Add {field} to needs, or ask known({field}) first."
    assert found.line == line_of(key, text)


def test_a_field_that_is_asked_for_first_needs_no_need():
    asked = spoilt(f"[{NEEDS}]", "[request.amount]").replace(
        "and prior.amount > 120", "and known(prior.amount) and prior.amount > 120"
    )
    assert rule_of(asked).needs == (FieldRef("request", "amount"),)


def test_applies_when_may_stay_open():
    assert rule_of(spoilt(APPLIES, "prior.amount > 0")).applies


@pytest.mark.parametrize(
    "sentence",
    [
        "{prior.year",
        "prior.year}",
        "{prior.amount:,}",
        "{prior.year!r}",
        "{prior.year:>{prior.yaer}}",
        "{prior.year[0]}",
    ],
)
def test_a_message_holds_fields_in_braces_and_no_other_brace(sentence):
    text = spoilt("{request.year} is open", sentence)
    found = fault(text)
    assert found.line == line_of("unverified", text)


def test_an_observation_takes_its_condition_from_noted_when():
    rule = rule_of(OBSERVATION)
    assert rule.is_observation
    assert rule.noted == All((Comparison(FieldRef("prior", "year"), "==", 2025),))
    assert rule.branches == ()
