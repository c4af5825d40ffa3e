"""Prior agreements by the years in their names."""

from __future__ import annotations

import pytest
from builders import UNREAD, agreement, facts, note_of, prior_table

from grantcheck.derive.agreement_years import years_named
from grantcheck.model.fact import Fact


def told(name: str, figures: dict[int, object] | None = None, *, doubt: tuple[str, ...] = ()) -> Fact:
    row = agreement(name, figures or {2022: 340, 2023: 340}, doubt=doubt)
    (fact,) = facts("agreement", note_of(prior_table(row)))
    return fact


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Budgetaftale 2022", (2022,)),
        ("Budgetaftale 2023, natcafé", (2023,)),
        ("Overførselssagen 2021-2022", (2021, 2022)),
        ("Overførselssag 2021–2022", (2021, 2022)),
        ("Overførselssagen 2021/22", (2021, 2022)),
        ("OFS 21-22", (2021, 2022)),
        ("B22", (2022,)),
        ("BA '22", (2022,)),
        ("Tidligere bevilling", ()),
        ("Sag 12022", ()),
        ("", ()),
    ],
)
def test_years_are_read_from_a_name(name, years):
    assert years_named(name) == years


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Budgetaftale 2022", 2022),
        ("Overførselssagen 2021-2022", 2022),
        ("OFS 21-22", 2022),
        ("Budgetaftale 2022-2025", 2022),
    ],
)
def test_an_overforselssag_is_made_in_the_second_of_its_years(name, made):
    assert told(name).fields["made_year"] == made


def test_the_first_year_is_the_first_with_money_even_below_zero():
    found = told("Augustindstilling 2024", {2022: 0, 2023: None, 2024: -40, 2025: 10}).fields
    assert (found["first_year"], found["funded_years"]) == (2024, 2)


def test_a_name_without_a_year_is_made_in_none():
    found = told("Tidligere bevilling").fields
    assert found["years_named"] == 0
    assert "made_year" not in found


def test_a_name_in_doubt_is_not_asked_for_a_year():
    assert not {"years_named", "made_year"} & set(told("Budgetaftale 2022", doubt=("label",)).fields)


def test_a_figure_in_doubt_leaves_the_first_year_open():
    assert "first_year" not in told("Budgetaftale 2022", {2022: UNREAD, 2023: 340}).fields
