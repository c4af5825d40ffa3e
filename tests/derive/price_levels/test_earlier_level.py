"""Which earlier years a request is compared with."""

from __future__ import annotations

from builders import READING_ROOM, activity, agreement, facts, kr, note_of, overview, prior_table

from .rates import priced, step

UNEVEN = {2022: 100, 2023: 200, 2024: 300, 2025: 400}


def compared(request, prior, *, prior_level=2026, steps=(), **choices):
    note = note_of(
        overview(activity(READING_ROOM, request)),
        prior_table(agreement("Budgetaftale 2022", prior), level=prior_level),
    )
    return facts("comparison", note, priced(*steps, **choices))


def test_the_last_funded_year_is_taken_unless_the_office_says_otherwise():
    (fact,) = compared({2026: 400}, UNEVEN)
    assert (fact.fields["earlier"], fact.fields["earlier_year"]) == (kr(400_000), 2025)


def test_an_uneven_grant_is_said_to_be_uneven():
    (fact,) = compared({2026: 400}, UNEVEN)
    basis = fact.shown["earlier_basis"]
    assert basis.en.startswith("the last funded year (2025) of an uneven grant: 2022: 100 000 kr., ")
    assert basis.da.endswith("2025: 400.000 kr.")


def test_an_even_grant_needs_no_such_words():
    (fact,) = compared({2026: 400}, {2024: 400, 2025: 400})
    assert fact.shown["earlier_basis"].da == "det sidste finansierede år (2025)"


def test_the_mean_is_over_the_funded_years():
    (fact,) = compared({2026: 250}, {**UNEVEN, 2026: 0}, earlier_level="mean")
    assert fact.fields["earlier"] == kr(250_000)
    assert fact.shown["earlier_basis"].en.startswith("the mean of the funded years (2022-2025)")


def test_a_mean_is_rounded_to_whole_kroner_a_half_up():
    (fact,) = compared({2026: 1}, {2024: "0.001", 2025: "0.002"}, earlier_level="mean")
    assert fact.fields["earlier"] == kr(2)


def test_of_current_prices_each_year_is_carried_by_itself_before_the_mean():
    steps = (step(2024, "10"), step(2025, "10"))
    (fact,) = compared(
        {2026: 200}, {2024: 100, 2025: 200}, prior_level="current", steps=steps, earlier_level="mean"
    )
    assert fact.fields["indexed"] == kr(170_500)  # (100 × 1.21 + 200 × 1.10) / 2
    assert fact.shown["carried"].en.startswith("mean of 2: 100 000 kr. (2024 prices) × 1.1 (2024→2025, ")


def test_a_mean_of_current_prices_that_reach_the_request_level_still_needs_the_rate():
    (fact,) = compared({2026: 200}, {2025: 100, 2026: 200}, prior_level="current", earlier_level="mean")
    assert fact.fields["earlier_price_year"] == 2025
    assert "indexed" not in fact.fields


def test_per_year_compares_each_requested_year_with_its_place_in_the_earlier_period():
    found = compared({2026: 100, 2027: 200, 2028: 300, 2029: 400}, UNEVEN, earlier_level="per-year")
    assert [
        (fact.fields["years"], fact.fields["earlier_year"], fact.fields["earlier"]) for fact in found
    ] == [
        ("2026", 2022, kr(100_000)),
        ("2027", 2023, kr(200_000)),
        ("2028", 2024, kr(300_000)),
        ("2029", 2025, kr(400_000)),
    ]


def test_a_request_longer_than_the_earlier_period_goes_round():
    found = compared({2026: 7, 2027: 8, 2028: 7, 2029: 8}, {2024: 7, 2025: 8}, earlier_level="per-year")
    assert [fact.fields["difference"] for fact in found] == [0, 0, 0, 0]


def test_an_alternating_grant_is_compared_with_its_own_pattern():
    found = compared(
        {2026: 9, 2027: 0, 2028: 9}, {2022: 9, 2023: 0, 2024: 9, 2025: 0}, earlier_level="per-year"
    )
    assert [(fact.fields["years"], fact.fields["earlier_year"]) for fact in found] == [
        ("2026", 2022),
        ("2028", 2024),
    ]
