"""A finding keeps its fingerprint while what it is about stays, wherever the page puts it."""

from __future__ import annotations

import pytest

from grantcheck.judge.fingerprint import fingerprint
from grantcheck.model.fact import Fact

from .shipped import total, trace


def of(*facts: Fact, rule: str = "GC401", note: str = "KF031") -> str:
    return fingerprint(rule, note, facts)


def test_it_is_short_and_the_same_every_time():
    assert of(total(computed=5)) == of(total(computed=5))
    assert len(of(total())) == 16


def test_it_is_the_same_on_every_machine():
    fact = Fact("request", {"first_year": 2026, "last_year": 2029})
    assert of(fact) == of(Fact("request", {"last_year": 2029, "first_year": 2026}))


def test_another_place_or_wording_keeps_it():
    assert of(total(trace("Vagt | 1", 5))) == of(total(trace("Vagt  |  1", 90), name="renamed table"))


@pytest.mark.parametrize(
    "other",
    [of(total(computed=6)), of(total(), rule="GC404"), of(total(), note="KF032"), of(total(), total()), of()],
    ids=["another figure", "another rule", "another note", "another fact", "no fact"],
)
def test_anything_else_changes_it(other):
    assert other != of(total())


def test_a_field_that_could_not_be_read_changes_it():
    assert of(Fact("request", {"first_year": 2026})) != of(Fact("request", {}))
