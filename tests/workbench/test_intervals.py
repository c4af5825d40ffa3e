"""What interval analysis calls impossible is impossible, tried on small numbers."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from grantcheck.engine.reference import truth
from grantcheck.model.fact import Fact
from grantcheck.rules.condition import All, Comparison, FieldRef
from grantcheck.rules.undecided import Literal
from grantcheck.rules.vocabulary import FieldType
from grantcheck.workbench.intervals import possible

NUMBERS = [FieldRef("a", name) for name in "xyz"]
FLAG, TEXTS = FieldRef("a", "flag"), [FieldRef("a", name) for name in "tu"]
TYPES = {
    **dict.fromkeys(NUMBERS, FieldType.COUNT),
    FLAG: FieldType.FLAG,
    **dict.fromkeys(TEXTS, FieldType.TEXT),
}
VALUES = {**dict.fromkeys(NUMBERS, range(-3, 7)), FLAG: range(2), **dict.fromkeys(TEXTS, "abc")}
NUMBER_COMPARISONS = st.builds(
    Comparison,
    st.sampled_from([*NUMBERS, FLAG]),
    st.sampled_from(["==", "!=", "<", "<=", ">", ">="]),
    st.sampled_from([*NUMBERS, 0, 1, 2, 3]),
)
TEXT_COMPARISONS = st.builds(
    Comparison, st.sampled_from(TEXTS), st.sampled_from(["==", "!="]), st.sampled_from([*TEXTS, "a", "B"])
)


def has_a_solution(comparisons: list[Comparison]) -> bool:
    whole = All(tuple(comparisons))
    used = {ref for one in comparisons for ref in (one.left, one.right) if isinstance(ref, FieldRef)}
    names = sorted(used, key=str)
    return any(
        truth(whole, {"a": Fact("kind", {ref.name: v for ref, v in zip(names, values, strict=True)})})
        for values in product(*(VALUES[ref] for ref in names))
    )


@settings(deadline=None, max_examples=150)
@given(st.lists(NUMBER_COMPARISONS | TEXT_COMPARISONS, min_size=1, max_size=5))
def test_nothing_that_has_a_solution_is_called_impossible(comparisons):
    if has_a_solution(comparisons):
        assert possible(frozenset(map(Literal, comparisons)), TYPES)


@settings(deadline=None, max_examples=150)
@given(st.lists(NUMBER_COMPARISONS.filter(lambda one: one.operator != "!="), min_size=1, max_size=4))
def test_without_unequal_everything_impossible_is_seen(comparisons):
    assert possible(frozenset(map(Literal, comparisons)), TYPES) is has_a_solution(comparisons)


def test_a_flag_that_is_neither_0_nor_1_is_impossible():
    neither = [Comparison(FLAG, "!=", 0), Comparison(FLAG, "!=", 1)]
    assert not possible(frozenset(map(Literal, neither)), TYPES)
