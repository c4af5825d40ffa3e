"""A rule judges in the budget years that it names, both included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.fault import DataFault
from grantcheck.rules.effective import Effective, Standing

from .written import RULE, rule_of, spoilt

YEARS = st.integers(1990, 2199)


def dated(years: str) -> str:
    return spoilt("severity: error\n", f"severity: error\neffective: {years}\n")


def fault(years: str) -> DataFault:
    with pytest.raises(DataFault) as caught:
        rule_of(dated(years))
    return caught.value


def test_a_rule_without_years_has_none():
    assert rule_of(RULE).file.effective is None


@pytest.mark.parametrize(
    ("years", "standings"),
    [
        ("{from: 2026}", {2025: Standing.NOT_YET, 2026: Standing.IN_FORCE, 2099: Standing.IN_FORCE}),
        ("{until: 2026}", {1990: Standing.IN_FORCE, 2026: Standing.IN_FORCE, 2027: Standing.NO_LONGER}),
        (
            "{from: 2025, until: 2026}",
            {2024: Standing.NOT_YET, 2025: Standing.IN_FORCE, 2027: Standing.NO_LONGER},
        ),
        ("{from: 2026}", {None: Standing.UNKNOWN}),
    ],
)
def test_a_rule_is_in_force_between_its_years(years, standings):
    effective = rule_of(dated(years)).file.effective
    assert {year: effective.standing(year) for year in standings} == standings


@given(YEARS, YEARS, YEARS)
def test_every_year_is_before_within_or_after(first, last, year):
    first, last = sorted((first, last))
    standing = Effective.model_validate({"from": first, "until": last}).standing(year)
    expected = Standing.NOT_YET if year < first else Standing.NO_LONGER if year > last else Standing.IN_FORCE
    assert standing is expected


@pytest.mark.parametrize(
    ("years", "problem", "remedy"),
    [
        ("{from: 2027, until: 2026}", "It ends (2026) before it begins (2027).", "Change one of the two years."),
        ("{}", "It names no year.", "Give 'from', 'until' or both, or leave it out."),
        ("{form: 2027}", "'form' is not a known key.", "Did you mean 'from'?"),
        ("{from: 27}", "greater than or equal to 1990", "Mend the value."),
        ('{from: "2027"}', "valid integer", "Mend the value."),
    ],
)  # fmt: skip
def test_years_that_cannot_be_are_refused_at_their_line(years, problem, remedy):
    found = fault(years)
    assert problem in found.problem
    assert found.remedy == remedy
    assert found.line == 4


def test_a_rule_of_the_program_is_in_force_in_every_year():
    text = spoilt(
        "severity: error\n", "severity: error\nreported_by_program: true\neffective: {from: 2027}\n"
    )
    with pytest.raises(DataFault, match="Take 'effective' out"):
        rule_of(text)


@pytest.mark.parametrize(
    ("years", "en", "da"),
    [
        ({"from": 2027}, "from budget year 2027", "fra budgetår 2027"),
        ({"until": 2025}, "until budget year 2025", "til og med budgetår 2025"),
        ({"from": 2024, "until": 2026}, "in the budget years 2024–2026", "i budgetårene 2024–2026"),
        ({"from": 2026, "until": 2026}, "in budget year 2026 only", "kun i budgetår 2026"),
    ],
)
def test_the_years_are_said_in_words(years, en, da):
    span = Effective.model_validate(years).span
    assert (span.en, span.da) == (en, da)
