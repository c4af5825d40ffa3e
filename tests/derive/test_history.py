"""What was granted before, and when it ends."""

from __future__ import annotations

import pytest
from builders import FLAT, GRANTED, UNREAD, agreement, at, facts, kr, note_of, prior_table, the

from grantcheck.derive.history import granted_amounts
from grantcheck.model.note import Unread
from grantcheck.model.text import Text
from grantcheck.register.own_table import allocations_in


def history(prior=None, *agreements) -> dict[str, int]:
    tables = [prior_table(*agreements)] if agreements else []
    return dict(the("history", note_of(*tables, request=FLAT, prior=prior)).fields)


def test_a_grant_ends_with_its_last_funded_year():
    assert history(GRANTED) == {
        "agreements": 1,
        "grants": 0,
        "funded_years": 4,
        "last_funded_year": 2025,
        "first_unfunded_year": 2026,
        "renewal_due_year": 2026,
        "last_amount": kr(340_000),
        "earliest_agreement_year": 2022,
    }


@pytest.mark.parametrize(
    ("prior", "due"),
    [
        ({2020: 10, 2021: 10, 2022: 10}, 2023),
        ({2020: 10, 2021: 0, 2022: 10, 2023: 0, 2024: 10, 2025: 0}, 2026),
        ({2018: 10, 2019: 0, 2020: 0, 2021: 0, 2022: 10}, 2026),
        ({2025: 10}, 2026),
    ],
    ids=["every year", "every second year", "every fourth year", "once"],
)
def test_a_renewal_is_due_by_the_pattern_of_the_earlier_years(prior, due):
    assert history(prior)["renewal_due_year"] == due


def test_a_year_in_doubt_after_the_last_money_leaves_the_end_open():
    found = history({2024: 340, 2025: UNREAD})
    assert not {"last_funded_year", "first_unfunded_year", "renewal_due_year", "last_amount"} & set(found)


def test_a_year_in_doubt_before_the_last_money_leaves_only_the_pattern_open():
    found = history({2023: UNREAD, 2024: 340, 2025: 350, 2026: 0})
    assert (found["last_funded_year"], found["last_amount"]) == (2025, kr(350_000))
    assert not {"funded_years", "renewal_due_year"} & set(found)


def test_a_cancellation_lowers_its_year_and_may_end_the_grant_earlier():
    found = history(
        None,
        agreement("Budgetaftale 2022", {2024: 340, 2025: 340}),
        agreement("Augustindstilling 2024", {2024: -40, 2025: -340}),
    )
    assert (found["last_funded_year"], found["last_amount"], found["funded_years"]) == (2024, kr(300_000), 1)


def test_agreements_are_counted_and_the_earliest_named():
    found = history(
        None, agreement("Overførselssag 2021-2022", {2024: 10}), agreement("Budgetaftale 2019", {2024: 10})
    )
    assert (found["agreements"], found["earliest_agreement_year"]) == (2, 2019)


def test_agreements_without_a_year_in_their_names_name_none():
    assert "earliest_agreement_year" not in history(None, agreement("Tidligere bevilling", {2024: 10}))


def test_a_note_without_prior_table_was_granted_nothing():
    assert history() == {"agreements": 0, "grants": 0, "funded_years": 0}


def test_a_grant_of_zeros_never_had_an_end_and_no_figure_is_blamed():
    fact = the("history", note_of(request=FLAT, prior={2024: 0, 2025: 0}))
    assert fact.fields["funded_years"] == 0
    assert "not read" not in fact.missing["last_funded_year"].en


def test_a_prior_table_seen_but_not_read_is_not_an_empty_one():
    unread = Unread(code="GC903", about="prior", message=Text(en="a", da="b"), location=at(90))
    fact = the("history", note_of(request=FLAT, unread=(unread,)))
    assert fact.fields == {"agreements": 0, "grants": 0}
    assert fact.missing["funded_years"].en == "the prior allocations: the table was not read"


def test_every_granted_year_has_its_net_amount():
    note = note_of(
        prior_table(
            agreement("A 2022", {2024: 340, 2025: UNREAD}), agreement("B 2023", {2024: -40, 2025: 10})
        )
    )
    assert [dict(fact.fields) for fact in facts("granted-year", note)] == [
        {"year": 2024, "amount": kr(300_000)},
        {"year": 2025},
    ]
    assert granted_amounts(allocations_in(note)) == {2024: 300_000, 2025: None}


def test_the_end_of_a_grant_is_shown_by_the_cells_of_its_last_year():
    (trace,) = the("history", note_of(prior=GRANTED)).traces
    assert (trace.role, trace.year, trace.amount, trace.price_level) == ("prior", 2025, 340_000, "current")
    start, end = trace.mark
    assert trace.text[start:end] == "340"
    assert trace.text[:start] == "Budgetaftale 2022 | 340 | 340 | 340 | "
