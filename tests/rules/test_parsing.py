"""A condition reads like a sentence; whatever is no comparison of fields is refused with the way to write it."""

from __future__ import annotations

import pytest

from grantcheck.rules.condition import All, Any, Comparison, FieldRef, Known, Not, asked_of, fields_of
from grantcheck.rules.parsing import ConditionFault, parse_condition

YEAR, AMOUNT, AREA = FieldRef("request", "year"), FieldRef("request", "amount"), FieldRef("request", "area")
PRIOR = FieldRef("prior", "amount")


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
def test_a_field_is_compared_with_a_number_a_text_or_a_field(operator):
    assert parse_condition(f"request.year {operator} 2026") == Comparison(YEAR, operator, 2026)
    assert parse_condition(f"request.area {operator} 'service'") == Comparison(AREA, operator, "service")
    assert parse_condition(f"request.amount {operator} prior.amount") == Comparison(AMOUNT, operator, PRIOR)


@pytest.mark.parametrize(
    ("constant_first", "field_first"),
    [("==", "=="), ("!=", "!="), ("<", ">"), ("<=", ">="), (">", "<"), (">=", "<=")],
)
def test_a_constant_on_the_left_changes_sides(constant_first, field_first):
    assert parse_condition(f"2026 {constant_first} request.year") == Comparison(YEAR, field_first, 2026)


def test_a_chain_is_every_one_of_its_comparisons():
    assert parse_condition("0 < request.amount <= prior.amount") == All(
        (Comparison(AMOUNT, ">", 0), Comparison(AMOUNT, "<=", PRIOR))
    )


@pytest.mark.parametrize(
    ("written", "value"), [("-5", -5), ("0", 0), ("205_000", 205_000), ('""', ""), ('"ØK"', "ØK")]
)
def test_a_constant_is_a_whole_number_or_a_text(written, value):
    assert parse_condition(f"request.amount == {written}") == Comparison(AMOUNT, "==", value)


def test_a_flag_alone_is_a_condition():
    assert parse_condition("request.amount") == Comparison(AMOUNT, "==", 1)


def test_known_asks_whether_a_field_is_there():
    assert parse_condition("known(request.amount)") == Known(AMOUNT)


def test_and_binds_before_or_and_not_before_both():
    year, amount = Comparison(YEAR, "==", 2026), Comparison(AMOUNT, ">", 0)
    assert parse_condition("not known(prior.amount) or request.year == 2026 and request.amount > 0") == Any(
        (Not(Known(PRIOR)), All((year, amount)))
    )
    assert parse_condition("(not known(prior.amount) or request.year == 2026) and request.amount > 0") == All(
        (Any((Not(Known(PRIOR)), year)), amount)
    )


def test_blanks_around_a_sentence_mean_nothing():
    assert parse_condition("  known(request.amount)\n") == Known(AMOUNT)


def test_a_condition_names_its_fields_in_its_own_order_with_repeats():
    condition = parse_condition(
        "not known(prior.amount) or request.amount > prior.amount and request.year == 1"
    )
    assert list(fields_of(condition)) == [PRIOR, AMOUNT, PRIOR, YEAR]
    assert str(PRIOR) == "prior.amount"
    assert list(asked_of(condition)) == [PRIOR]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("max(request.amount) > 5", "'max(request.amount)' is neither a field, a whole number nor a text"),
        ("any(request.amount)", "'any(request.amount)' cannot stand in a condition"),
        ("known(request)", "'known(request)' cannot stand in a condition"),
        ("known(request.amount, prior.amount)", "cannot stand in a condition"),
        ("known(field=request.amount)", "cannot stand in a condition"),
        ("known()", "'known()' cannot stand in a condition"),
        ("request.known(prior.amount)", "cannot stand in a condition"),
        ("request.amount + 1 > 5", "'request.amount + 1' is neither a field, a whole number nor a text"),
        ("request.amount * 2", "'request.amount * 2' cannot stand in a condition"),
        ("-request.amount > 5", "'-request.amount' is neither a field, a whole number nor a text"),
        ("lambda: 1", "'lambda: 1' cannot stand in a condition"),
        ("[x for x in y]", "cannot stand in a condition"),
        ("request.amount if 1 else 2", "cannot stand in a condition"),
        ("(x := 5)", "cannot stand in a condition"),
        ("5 == 5", "'5 == 5' compares two constants"),
        ("'a' < 'b'", "compares two constants"),
        ("request.amount is None", "compares with something else than ==, !=, <, <=, >, >="),
        ("request.area in 'service'", "compares with something else than"),
        ("request.area not in ('a', 'b')", "compares with something else than"),
        ("request.prior.amount > 5", "'request.prior.amount' in 'request.prior.amount > 5' is not a field"),
        ("known(request.prior.amount)", "'request.prior.amount' in"),
        ("request['amount'] > 5", "is neither a field, a whole number nor a text"),
        ("amount > 5", "'amount' is neither a field, a whole number nor a text"),
        ("amount", "'amount' cannot stand in a condition"),
        ("2026", "'2026' cannot stand in a condition"),
        ("request.amount == True", "'True' is neither a field, a whole number nor a text"),
        ("request.amount == -True", "'-True' is neither a field, a whole number nor a text"),
        ("request.amount == None", "'None' is neither a field"),
        ("request.amount == 2.8", "'2.8' is neither a field, a whole number nor a text"),
        ("request.amount == 5j", "'5j' is neither"),
        ("request.area == b'service'", "is neither a field"),
        ("request.area == f'{x}'", "is neither a field"),
        ("request.amount = 5", "'request.amount = 5' is not a condition"),
        ("request.amount ==", "is not a condition"),
        ("request.amount > 5; import os", "is not a condition"),
        ("", "'' is not a condition"),
        ("request.amount \x00", "is not a condition"),
        ("(" * 3000 + "request.amount" + ")" * 3000, "is not a condition"),
    ],
    ids=lambda value: value[:30] or "nothing",
)  # fmt: skip
def test_anything_else_is_refused_with_what_is_allowed(sentence, said):
    with pytest.raises(ConditionFault) as caught:
        parse_condition(sentence)
    assert said in str(caught.value)
    assert "Write comparisons of fields such as 'request.year == prior.year'" in str(caught.value)
