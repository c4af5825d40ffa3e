"""What the compiler and the rule check build on: alternatives say exactly when a condition is what."""

from __future__ import annotations

import operator
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.parsing import parse_condition
from grantcheck.rules.undecided import Alternative, Literal, Truth, alternatives, may_be_undecided

A, B, C = (FieldRef("a", name) for name in "xyz")
ALWAYS_THERE = FieldRef("b", "year")
OPTIONAL = frozenset({A, B, C})
COMPARED = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
Values = Mapping[FieldRef, int]

_FIELDS = st.sampled_from([A, B, C, ALWAYS_THERE])
_NUMBERS = st.integers(0, 2)
_COMPARISONS = st.builds(Comparison, _FIELDS, st.sampled_from(list(COMPARED)), st.one_of(_NUMBERS, _FIELDS))
CONDITIONS = st.recursive(
    st.one_of(_COMPARISONS, st.builds(Known, _FIELDS)),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
VALUES = st.builds(
    lambda there, year: {**there, ALWAYS_THERE: year},
    st.dictionaries(st.sampled_from([A, B, C]), _NUMBERS),
    _NUMBERS,
)


def kleene(condition: Condition, values: Values) -> Truth:
    """The value of a condition, by the textbook."""
    match condition:
        case Comparison(left, symbol, right):
            other = values.get(right) if isinstance(right, FieldRef) else right
            if left not in values or other is None:
                return Truth.UNDECIDED
            return Truth.TRUE if COMPARED[symbol](values[left], other) else Truth.FALSE
        case Known(field):
            return Truth.TRUE if field in values else Truth.FALSE
        case Not(inner):
            opposite = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}
            return opposite.get(kleene(inner, values), Truth.UNDECIDED)
        case All(parts):
            found = {kleene(part, values) for part in parts}
            return next((truth for truth in (Truth.FALSE, Truth.UNDECIDED) if truth in found), Truth.TRUE)
        case Any(parts):
            found = {kleene(part, values) for part in parts}
            return next((truth for truth in (Truth.TRUE, Truth.UNDECIDED) if truth in found), Truth.FALSE)


def satisfied(alternative: Alternative, values: Values) -> bool:
    return all(_fits(literal, values) for literal in alternative)


def _fits(literal: Literal, values: Values) -> bool:
    if literal.comparison is not None:
        return kleene(literal.comparison, values) is Truth.TRUE
    return literal.present in values if literal.present else literal.absent not in values


@settings(max_examples=600, deadline=None)
@given(CONDITIONS, VALUES)
def test_a_condition_has_exactly_the_truth_whose_alternatives_fit(condition, values):
    fitting = {
        truth
        for truth in Truth
        if any(satisfied(found, values) for found in alternatives(condition, truth, OPTIONAL))
    }
    assert fitting == {kleene(condition, values)}


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, st.lists(VALUES, min_size=8, max_size=8))
def test_a_condition_that_is_said_to_be_decided_always_is(condition, several):
    if may_be_undecided(condition, OPTIONAL) is None:
        assert all(kleene(condition, values) is not Truth.UNDECIDED for values in several)


@settings(max_examples=300, deadline=None)
@given(CONDITIONS)
def test_the_field_that_leaves_a_condition_open_is_optional_and_no_alternative_contradicts_itself(condition):
    assert may_be_undecided(condition, OPTIONAL) in {None, A, B, C}
    for truth in Truth:
        for found in alternatives(condition, truth, OPTIONAL):
            absent = {literal.absent for literal in found if literal.absent}
            assert not absent & {literal.present for literal in found}


@pytest.mark.parametrize(
    ("sentence", "open_field"),
    [
        ("a.x > 5", A),
        ("a.x > b.year", A),
        ("b.year == 2026", None),
        ("known(a.x)", None),
        ("known(a.x) and a.x > 5", None),
        ("not known(a.x) or a.x > 5", None),
        ("a.x > 5 and known(a.x)", None),
        ("known(a.y) and a.x > 5", A),
        ("a.x > 5 or b.year == b.year", A),
    ],
)
def test_a_field_must_be_asked_for_before_it_is_compared(sentence, open_field):
    assert may_be_undecided(parse_condition(sentence), OPTIONAL) == open_field


def test_without_optional_fields_everything_is_decided():
    assert may_be_undecided(parse_condition("a.x > 5 and a.y < a.z"), frozenset()) is None
