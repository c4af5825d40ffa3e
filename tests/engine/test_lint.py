"""What the compiler refuses, and how it says so."""

from __future__ import annotations

import re

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.engine.compiler import compile_book
from grantcheck.engine.envelope import fnv1a
from grantcheck.engine.judge import judge
from grantcheck.rules.condition import Comparison, FieldRef
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Field, FieldType, Kind, Vocabulary

from .books import RULE_PATH, TEXT, book, built_rule, rule, vocabulary

WORDS = vocabulary(prior="year:year area:text amount:money? parts:amounts note:sentence")
PRIOR = {"p": "prior"}


def comparing(right: object, field: str = "year") -> Rule:
    comparison = Comparison(FieldRef("p", field), "==", right)  # type: ignore[arg-type]
    return built_rule(PRIOR, [], [], [comparison], None)


def many(count: int) -> str:
    return " or ".join(f"p.year == {year}" for year in range(count))


@pytest.mark.parametrize(
    ("refused", "problem", "remedy"),
    [
        (
            rule({f"a{i}": "prior" for i in range(5)}),
            "a rule joins at most 4 facts, this one 5.",
            "Split it, or derive a fact that holds what is joined.",
        ),
        (comparing(2**63), "'p.year' is compared with 9223372036854775808.", "Use a number within ±2^63."),
        (comparing(-(2**63) - 1), "'p.year' is compared with -9223372036854775809.", "within ±2^63."),
        (
            comparing(1.5),
            "'p.year' is compared with the fraction 1.5.",
            "Use whole numbers: øre, basis points, 0 or 1.",
        ),
        (comparing(right=True), "'p.year' is compared with True.", "Use a whole number or a text."),
        (comparing(None), "'p.year' is compared with None.", "Use a whole number or a text."),
        (comparing("2026"), "'p.year' and '2026' are not of one type.", "Compare like with like."),
        (comparing(5, "area"), "'p.area' and 5 are not of one type.", "Compare like with like."),
        (
            rule(PRIOR, broken=["p.area == p.year"]),
            "'p.area' and 'p.year' are not of one type.",
            "Compare like with like.",
        ),
        (
            rule(PRIOR, applies=['p.area < "x"']),
            "'p.area <' orders texts.",
            "Compare texts with == or != only.",
        ),
        (
            rule(PRIOR, noted=["p.parts == 1"]),
            "'p.parts' is for messages only.",
            "Compare a quantity instead.",
        ),
        (
            comparing("x" * 65_536, "area"),
            "'p.area' is compared with a text of 65536 bytes, more than 65535.",
            "Shorten the text.",
        ),
        (
            comparing("\ud800", "area"),
            "'p.area' is compared with a text that is not valid Unicode.",
            "Write the text anew.",
        ),
        (
            rule(PRIOR, broken=[" and ".join(f"p.year != {year}" for year in range(25))]),
            "'p' meets 26 tests at once, more than 25.",
            "Split the rule, or derive a field for part of the condition.",
        ),
        (
            rule({"p": "prior", "q": "prior"}, broken=[f"({many(30)}) and ({many(20).replace('p.', 'q.')})"]),
            "its conditions have 603 alternatives, more than 500.",
            "Split the rule, or ask for optional fields under needs.",
        ),
    ],
)
def test_the_lint_names_rule_and_file_and_remedy(refused: Rule, problem: str, remedy: str) -> None:
    with pytest.raises(DataFault) as caught:
        compile_book(book(WORDS, refused))
    fault = caught.value
    assert fault.path == RULE_PATH
    assert f"GC901: {problem}" in str(fault)
    assert str(fault).endswith(remedy)


def test_judging_lints_before_anything_runs() -> None:
    with pytest.raises(DataFault):
        judge(book(WORDS, comparing(1.5)), [])


def wide(names: list[str]) -> tuple[Vocabulary, Rule]:
    field = Field(type=FieldType.COUNT, means=TEXT)
    words = Vocabulary(kinds={"prior": Kind(means=TEXT, fields=dict.fromkeys(names, field))})
    return words, rule(PRIOR, broken=[f"p.{name} == 1" for name in names])


def test_a_fact_holds_248_fields_beside_its_own() -> None:
    names = [f"n{i}" for i in range(249)]
    with pytest.raises(DataFault, match="the rules read 253 fields of a prior, more than 252") as caught:
        compile_book(book(*wide(names)))
    assert str(caught.value).endswith("Split the kind into two.")
    words, fitting = wide(names[:-1])
    halves = [
        rule(PRIOR, broken=[f"p.{name} == 1"], rule_id=f"GC{i:03}") for i, name in enumerate(names[:-1])
    ]
    assert fitting.branches
    compile_book(book(words, *halves))


def test_fields_with_one_hash_are_refused() -> None:
    assert fnv1a("v_costarring") != fnv1a("v_liquid")
    left, right = colliding()
    with pytest.raises(DataFault, match=re.escape("cannot tell the prior's")) as caught:
        compile_book(book(*wide([left, right])))
    assert str(caught.value).endswith("Rename one of the fields.")


def colliding() -> tuple[str, str]:
    """Two field names that the engine hashes alike; by the birthday paradox soon found."""
    seen: dict[int, str] = {}
    for number in range(1_000_000):
        name = f"n{number:x}z{number * 7919:x}"
        other = seen.setdefault(fnv1a(f"v_{name}"), name)
        if other != name:
            return other, name
    raise AssertionError("no collision")
