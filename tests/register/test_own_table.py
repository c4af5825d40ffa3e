"""The prior table of a note, as grants."""

from __future__ import annotations

import pytest
from builders import BLANK, GRANTED, UNREAD, agreement, at, note_of, prior_table, total_row

from grantcheck.register.own_table import agreement_year, allocations_in


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Budgetaftale 2022", 2022),
        ("Overførselssagen 2021-2022", 2021),
        ("Aftale om budget 1999", 1999),
        ("Budgetaftale 22", None),
        ("Tidligere bevilling", None),
        ("Konto 20220", None),
        ("Indstilling 120220", None),
        ("", None),
    ],
)
def test_an_agreement_is_of_the_first_year_in_its_name(name, year):
    assert agreement_year(name) == year


def test_a_note_without_prior_table_has_no_grants():
    assert allocations_in(note_of(request=GRANTED)) == ()


def test_every_agreement_and_year_is_one_grant():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2024: 340, 2025: 350, 2026: 0})))
    found = allocations_in(note)
    assert [(given.year, given.amount) for given in found] == [(2024, 340_000), (2025, 350_000), (2026, 0)]
    assert {(given.agreement, given.agreement_year, given.price_level) for given in found} == {
        ("Budgetaftale 2022", 2022, "current")
    }


def test_a_grant_stands_where_its_figure_is_printed():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2024: 340, 2025: 340}), line=90))
    assert [given.location for given in allocations_in(note)] == [at(91, 40), at(91, 45)]


def test_a_blank_cell_granted_nothing():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2024: BLANK, 2025: 340})))
    assert [given.amount for given in allocations_in(note)] == [0, 340_000]


def test_the_total_row_is_no_grant_but_keeps_its_number():
    note = note_of(prior_table(total_row({2025: 340}), agreement("Budgetaftale 2022", {2025: 340})))
    assert [(given.agreement, given.row) for given in allocations_in(note)] == [("Budgetaftale 2022", 1)]


def test_a_figure_in_doubt_is_a_grant_of_unknown_size():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2024: 340, 2025: UNREAD})))
    assert [given.amount for given in allocations_in(note)] == [340_000, None]


def test_without_a_unit_no_size_is_known():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2025: 340}), unit=None))
    assert [given.amount for given in allocations_in(note)] == [None]


def test_a_name_in_doubt_tells_no_agreement_year():
    note = note_of(prior_table(agreement("Budgetaftale 2022", {2025: 340}, doubt=("label",))))
    assert [given.agreement_year for given in allocations_in(note)] == [None]
