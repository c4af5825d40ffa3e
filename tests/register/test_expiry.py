"""What expires, how much falls away, and who asks to go on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.model.grant import Grant, GrantRow, folded
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.register.expiry import Expiries, expiries

SOCIAL, CULTURE = "Socialudvalget", "Kultur- og Fritidsudvalget"
COVERED = range(2022, 2030)


def granted(
    name: str,
    amounts: dict[int, int],
    *,
    area: ControlArea | None = ControlArea.SERVICE,
    committee: str = SOCIAL,
    permanent: bool = False,
    covered: Sequence[int] = COVERED,
) -> Grant:
    rows = [
        GrantRow(
            name,
            name.title(),
            "Budgetaftale 2022",
            area,
            committee,
            "",
            "",
            "current",
            year,
            Kroner(amount),
            permanent,
        )
        for year, amount in amounts.items()
    ]
    return folded(rows, {name: covered})[name]


ENDS = granted("vagt", {2022: 100, 2023: 100, 2024: 100, 2025: 120})
LATER = granted("bro", {2025: 500, 2026: 500, 2027: 500}, area=ControlArea.CAPITAL, committee=CULTURE)


def test_a_grant_expires_in_its_first_year_without_money():
    (one,) = expiries([ENDS, LATER], 2026).grants
    assert (one.grant.id, one.last_funded_year, one.amount, one.notes) == ("vagt", 2025, 120, ())


def test_the_notes_that_ask_to_continue_are_named():
    (one,) = expiries([ENDS], 2026, {"vagt": ["SO101"]}).grants
    assert one.notes == ("SO101",)
    assert expiries([ENDS], 2026, {"vagt": ["SO101"]}).unasked == ()
    assert [each.grant.id for each in expiries([ENDS], 2026).unasked] == ["vagt"]


def test_a_permanent_grant_does_not_expire():
    assert expiries([granted("varig", {2024: 5, 2025: 5}, permanent=True)], 2026).grants == ()


def test_a_year_skipped_while_later_years_are_funded_is_no_end():
    elections = granted("valg", {2023: 9, 2025: 9, 2027: 9})
    assert expiries([elections], 2026).grants == ()
    assert [one.grant.id for one in expiries([elections], 2028).grants] == ["valg"]


def test_beyond_what_an_import_covers_nothing_is_known():
    found = expiries([granted("vagt", {2024: 5, 2025: 5}, covered=range(2022, 2026))], 2026)
    assert found.grants == ()
    assert [grant.id for grant in found.unknown] == ["vagt"]


def test_what_is_known_to_end_is_not_unknown():
    assert expiries([ENDS], 2026).unknown == ()


def test_the_cliff_is_the_money_that_falls_away_year_by_year():
    assert expiries([ENDS, LATER], 2026).cliff == {2026: 120, 2027: 0, 2028: 500}


def test_a_year_in_which_nothing_ends_has_a_cliff_of_nothing():
    assert expiries([], 2026) == Expiries(2026, (), (), {2026: Kroner(0)})


def test_totals_are_by_committee_and_control_area():
    roof = granted("tag", {2025: 80}, area=ControlArea.CAPITAL, committee=CULTURE)
    found = expiries([ENDS, roof], 2026)
    assert found.total == 200
    assert found.by_committee == {CULTURE: 80, SOCIAL: 120}
    assert found.by_area == {ControlArea.SERVICE: 120, ControlArea.CAPITAL: 80}


def test_a_grant_over_two_areas_counts_in_each_with_its_own_money():
    rows = (*granted("to", {2025: 30}).rows, *granted("to", {2025: 12}, area=None).rows)
    found = expiries([Grant("to", "To", rows, tuple(COVERED))], 2026)
    assert found.by_area == {ControlArea.SERVICE: 30, None: 12}
    assert found.total == 42


@given(st.dictionaries(st.integers(2018, 2032), st.integers(-5, 9), min_size=1), st.integers(2018, 2033))
def test_every_known_end_is_found_in_exactly_one_year(amounts, year):
    grant = granted("g", amounts, covered=range(2015, 2040))
    found = expiries([grant], year)
    assert bool(found.grants) == (grant.first_unfunded_year == year)
    assert sum(found.by_area.values()) == found.total == sum(found.by_committee.values())


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_grants_does_not_matter(order):
    grants = [ENDS, granted("aften", {2025: 1})][::order]
    assert [one.grant.id for one in expiries(grants, 2026).grants] == ["aften", "vagt"]


def test_further_grants_that_end_later_count_in_the_cliff_alone():
    found = expiries([ENDS], 2026, later={2028: Kroner(500)})
    assert found.cliff == {2026: 120, 2027: 0, 2028: 500}
    assert found.total == 120
