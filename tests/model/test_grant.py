"""Grants folded from rows: what is known of each year, and when the money ends."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.grant import Grant, GrantRow, folded
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea

YEARS = range(2018, 2032)
AGREEMENTS = ["Budgetaftale 2020", "Budgetaftale 2024", "Overførselssag 2023-2024"]


def row(year: int, amount: int, agreement: str = "Budgetaftale 2022", **fields: Any) -> GrantRow:
    said: dict[str, Any] = {
        "grant": "KF031",
        "title": "Natåben læsesal",
        "control_area": ControlArea.SERVICE,
        "committee": "Kultur- og Fritidsudvalget",
        "appropriation": "Kultur og Fritid",
        "activity": "Læsesal",
        "price_level": "current",
        **fields,
    }
    return GrantRow(agreement=agreement, year=year, amount=Kroner(amount), **said)


def grant(*rows: GrantRow, covered: range | tuple[int, ...] = ()) -> Grant:
    return folded(rows, {"KF031": covered})["KF031"]


def yearly(amounts: dict[int, int], covered: range | tuple[int, ...] = (), **fields: Any) -> Grant:
    return grant(*(row(year, amount, **fields) for year, amount in amounts.items()), covered=covered)


def test_a_year_without_a_row_is_zero_where_an_import_covers_it_and_unknown_beyond():
    library = yearly({2024: 340, 2025: 340}, covered=range(2024, 2028))
    assert [library.net(year) for year in range(2023, 2029)] == [None, 340, 340, 0, 0, None]


def test_a_grant_ends_in_the_year_after_its_last_money_where_that_year_is_known():
    assert yearly({2024: 340, 2025: 340}, covered=range(2024, 2028)).first_unfunded_year == 2026
    assert yearly({2024: 340, 2025: 340}).first_unfunded_year is None
    assert yearly({2024: 340, 2025: 340, 2026: 0}).first_unfunded_year == 2026


def test_elections_every_second_year_do_not_end_in_a_year_between():
    elections = yearly({2012: 11_500_000, 2013: 0, 2014: 11_500_000, 2015: 0})
    assert elections.last_funded_year == 2014
    assert elections.first_unfunded_year == 2015
    assert elections.renewal_due_year == 2016


def test_a_permanent_grant_does_not_end_and_its_later_amounts_are_not_known():
    lasting = yearly({2024: 340, 2025: 340}, covered=range(2022, 2030), permanent=True)
    assert lasting.permanent
    assert lasting.first_unfunded_year is None
    assert [lasting.net(year) for year in (2022, 2025, 2026)] == [0, 340, None]


def test_a_permanent_grant_that_was_cancelled_ends():
    given_back = [row(2025, 340, permanent=True), row(2026, 340, permanent=True)]
    cancelled = grant(*given_back, row(2026, -340, "Budgetaftale 2026"), covered=range(2025, 2028))
    assert not cancelled.permanent
    assert cancelled.first_unfunded_year == 2026


def test_what_a_cancellation_leaves_below_zero_is_no_money():
    assert yearly({2024: 340, 2025: -50}).funded_years == (2024,)


def test_a_grant_of_income_is_funded_where_it_is_below_zero():
    assert yearly({2024: -340, 2025: -340, 2026: 0}).first_unfunded_year == 2026


def test_a_grant_without_money_has_no_last_year():
    nothing = yearly({2024: 0})
    assert (nothing.last_funded_year, nothing.first_unfunded_year, nothing.last_amount) == (None, None, None)
    assert not nothing.permanent


def test_agreements_stand_in_the_order_of_their_years_and_count_as_renewals():
    renewed = grant(row(2026, 340, "Budgetaftale 2026"), row(2022, 340), row(2023, -10, "Overførselssag"))
    assert renewed.agreements == ("Budgetaftale 2022", "Overførselssag", "Budgetaftale 2026")
    assert renewed.renewals == 1


def test_the_last_committee_and_the_newest_title_are_those_of_the_grant():
    moved = grant(
        row(2024, 340, committee="Teknik- og Miljøudvalget", title="Læsesal", batch=1),
        row(2025, 340, committee="Klima-, Miljø- og Teknikudvalget", title="Natåben læsesal", batch=2),
        row(2026, 0, committee="", title="", batch=3),
    )
    assert moved.committee == "Klima-, Miljø- og Teknikudvalget"
    assert moved.title == "Natåben læsesal"


def test_a_grant_over_two_control_areas_has_no_single_one():
    both = grant(row(2025, 340), row(2025, 100, control_area=ControlArea.CAPITAL))
    assert both.control_area is None
    assert both.control_areas == (ControlArea.SERVICE, ControlArea.CAPITAL)
    assert both.in_area(ControlArea.CAPITAL).net(2025) == 100


_rows = st.lists(
    st.builds(
        row,
        st.sampled_from(YEARS),
        st.sampled_from([0, 340, 340, -340, -50, 1_000_000]),
        st.sampled_from(AGREEMENTS),
        permanent=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)
_covers = st.lists(st.sampled_from(YEARS), max_size=8)


@given(rows=_rows, covered=_covers, order=st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows, covered, order):
    shuffled = order.sample(rows, len(rows))
    assert grant(*rows, covered=tuple(covered)).amounts == grant(*shuffled, covered=tuple(covered)).amounts


@given(rows=_rows, covered=_covers)
def test_no_money_is_lost_in_folding(rows, covered):
    assert sum(grant(*rows, covered=tuple(covered)).amounts.values()) == sum(one.amount for one in rows)


@given(rows=_rows, covered=_covers)
def test_unknown_is_never_called_zero(rows, covered):
    known = grant(*rows, covered=tuple(covered))
    stated = {one.year for one in rows}
    for year in range(2010, 2040):
        if known.net(year) is None:
            assert year not in stated
        else:
            assert year in stated or year in covered


@given(rows=_rows)
def test_the_first_unfunded_year_is_known_to_be_without_money_and_no_later_year_has_any(rows):
    known = grant(*rows, row(2024, 340), covered=range(2018, 2040))
    end = known.first_unfunded_year
    if end is None:
        assert known.permanent or known.last_funded_year is None
        return
    funding = known.funded_years
    assert end - 1 in funding
    assert end not in funding
    assert known.net(end) is not None
    assert all(year < end for year in funding)
    assert known.renewal_due_year >= end


@given(rows=_rows, covered=_covers)
def test_to_know_more_years_never_changes_an_amount_or_moves_an_end_that_was_known(rows, covered):
    before = grant(*rows, covered=tuple(covered))
    after = grant(*rows, covered=tuple(YEARS))
    for year, amount in before.amounts.items():
        assert after.net(year) == amount
    if before.first_unfunded_year is not None:
        assert after.first_unfunded_year == before.first_unfunded_year


def test_a_grant_without_a_title_is_called_by_its_activities():
    rows = [
        GrantRow("G1", "", "Budgetaftale 2022", None, "", "", activity, "current", 2025, Kroner(5))
        for activity in ("Natcafé", "Værested", "Natcafé")
    ]
    assert folded(rows, {})["G1"].title == "Natcafé, Værested"
