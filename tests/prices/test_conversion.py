"""Amounts are carried year by year, exactly, and rounded once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import prod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grantcheck.data.shipped import shipped_rules
from grantcheck.prices.conversion import Conversion, MissingRates, Passage, convert, running
from grantcheck.prices.loading import find_series
from grantcheck.prices.series import Applied, PriceSeries, SeriesKind, SeriesUnit, Spread, Step, StepStatus

from .written import EARLY, LATE, TODAY, TOWN_SERVICE, TWO_EDITIONS, Written, file, step

amounts = st.decimals(-(10**9), 10**9, places=2)
rates = st.lists(st.decimals(-20, 40, places=2), min_size=1, max_size=12)
spreads = st.one_of(
    st.none(), st.builds(Spread, points=st.decimals(-2, 2, places=1), applied=st.sampled_from(Applied))
)
FIRST = 2010


def drawn(values: list[Decimal], spread: Spread | None = None, lag: int = 0) -> PriceSeries:
    steps = [
        Step(
            from_year=FIRST + at,
            to_year=FIRST + at + 1,
            value=value,
            status=StepStatus.OUTCOME,
            edition=EARLY,
            reference="drawn",
            line=at + 5,
        )
        for at, value in enumerate(values)
    ]
    return PriceSeries(
        name="drawn",
        kind=SeriesKind.GENERAL,
        unit=SeriesUnit.PERCENT,
        spread=spread,
        lag=lag,
        steps=tuple(steps),
        path="drawn.yaml",
        shown_path="drawn.yaml",
    )


def converted(
    amount: Decimal | int, series: PriceSeries, first: int, last: int, as_of: date = TODAY
) -> Conversion:
    found = convert(amount, series, first, last, as_of)
    assert isinstance(found, Conversion)
    return found


def lacking(series: PriceSeries, first: int, last: int, as_of: date = TODAY) -> MissingRates:
    found = convert(1, series, first, last, as_of)
    assert isinstance(found, MissingRates)
    return found


def test_the_ministrys_list_of_grants_that_lapse():
    """5,0 mio. at the 2021 level stands as 5,6 at the 2024 level in the answer to Parliament of 27 September 2024."""
    general = find_series("dk-state-general-pl", shipped_rules(), Path())
    found = converted(Decimal("5.0"), general, 2021, 2024)
    assert found.result == Fraction("5.0") * Fraction("1.043") * Fraction("1.025") * Fraction("1.040")
    assert found.rounded(1) == Decimal("5.6")
    assert found.rounded(3) == Decimal("5.559")
    assert found.indicative


@pytest.mark.parametrize(
    ("name", "at_2024"), [("dk-state-wages", "5.5"), ("dk-state-consumer-prices", "5.7")]
)
def test_only_the_general_index_gives_the_ministrys_figure(name: str, at_2024: str):
    series = find_series(name, shipped_rules(), Path())
    assert converted(Decimal("5.0"), series, 2021, 2024).rounded(1) == Decimal(at_2024)


def test_a_request_of_2026_beside_a_grant_of_2025(written: Written):
    found = converted(205_000, written(TOWN_SERVICE), 2025, 2026)
    assert found.rounded() == 210_740
    (link,) = found.chain
    assert (link.from_year, link.to_year, link.percent, link.factor) == (
        2025,
        2026,
        Fraction("2.8"),
        Fraction("1.028"),
    )
    assert (link.status, link.edition, link.reference) == (
        "estimate",
        date(2025, 6, 3),
        "where the figure stands",
    )
    assert (link.direction, link.spread, link.lagged_from, link.line) == (Passage.FORWARD, None, None, 5)


@given(amounts, rates, spreads)
def test_there_and_back_is_the_same_amount_exactly(amount, values, spread):
    series = drawn(values, spread)
    there = converted(amount, series, FIRST, FIRST + len(values))
    back = convert(Decimal(0), series, FIRST + len(values), FIRST, TODAY)
    assert isinstance(back, Conversion)
    assert there.result * back.factor == Fraction(amount)
    assert there.factor * back.factor == 1
    assert [link.direction for link in back.chain] == [Passage.BACK] * len(values)


@given(amounts, rates, st.randoms(use_true_random=False), spreads)
def test_the_order_of_steps_in_the_file_does_not_matter(amount, values, random, spread):
    series = drawn(values, spread)
    shuffled = list(series.steps)
    random.shuffle(shuffled)
    other = series.model_copy(update={"steps": tuple(shuffled)})
    assert convert(amount, series, FIRST, FIRST + len(values), TODAY) == convert(
        amount, other, FIRST, FIRST + len(values), TODAY
    )


@given(amounts, rates, spreads)
def test_a_chain_is_the_product_of_its_years(amount, values, spread):
    found = converted(amount, drawn(values, spread), FIRST, FIRST + len(values))
    assert found.factor == prod(link.factor for link in found.chain)
    assert found.result == Fraction(amount) * found.factor
    assert list(running(found))[-1] == found.result


@given(amounts, rates, st.integers(0, 12))
def test_a_stop_on_the_way_changes_nothing(amount, values, stop):
    series = drawn(values)
    middle = FIRST + min(stop, len(values))
    whole = converted(amount, series, FIRST, FIRST + len(values))
    first = converted(amount, series, FIRST, middle)
    rest = converted(1, series, middle, FIRST + len(values))
    assert first.result * rest.factor == whole.result


@given(amounts, st.integers(0, 4), st.sampled_from(["half-up", "half-even"]))
def test_rounding_is_off_by_half_a_digit_at_most(amount, digits, rule):
    found = converted(amount, drawn([Decimal("2.8"), Decimal("-1.3")]), FIRST, FIRST + 2)
    rounded = found.rounded(digits, rule)
    assert abs(Fraction(rounded) - found.result) <= Fraction(1, 2 * 10**digits)
    assert rounded.as_tuple().exponent == -digits


@pytest.mark.parametrize(
    ("applied", "factor"), [("added", "1.03"), ("compounded", "1.030056")]
)  # 2.8 + 0.2, and 1.028 × 1.002
def test_a_spread_is_added_or_compounded_and_stands_in_the_chain(written: Written, applied: str, factor: str):
    spread = f'spread: {{points: "0.2", applied: {applied}}}'
    (link,) = converted(1, written(file(step(2025, "2.8"), head=spread)), 2025, 2026).chain
    assert link.factor == Fraction(factor)
    assert link.percent == Fraction("2.8")
    assert link.spread is not None
    assert (link.spread.points, link.spread.applied) == (Decimal("0.2"), applied)


def test_a_lagged_series_uses_the_values_of_earlier_years(written: Written):
    series = written(file(step(2023, "5"), step(2024, "10"), head="lag: 2"))
    found = converted(100, series, 2025, 2027)
    assert found.result == Fraction("115.5")
    assert [link.lagged_from for link in found.chain] == [(2023, 2024), (2024, 2025)]
    assert [(link.from_year, link.to_year) for link in found.chain] == [(2025, 2026), (2026, 2027)]
    assert [missing.years for missing in lacking(series, 2023, 2026).missing] == [(2021, 2022), (2022, 2023)]


@pytest.mark.parametrize(("percent", "result"), [("2", "104.04"), ("0", "100")])
def test_a_fixed_percentage_serves_every_year(written: Written, percent: str, result: str):
    text = f'series: a\nkind: capital\nunit: percent\nfixed: {{percent: "{percent}", reference: r, edition: 2020-12-17}}\n'
    series = written(text)
    found = converted(100, series, 2098, 2100)
    assert found.result == Fraction(result)
    assert {link.status for link in found.chain} == {StepStatus.FIXED}
    before = lacking(series, 2026, 2027, date(2020, 12, 16))
    assert before.missing[0].newer_edition == date(2020, 12, 17)


def test_within_one_year_no_rate_is_needed(written: Written):
    found = converted(205_000, written(TOWN_SERVICE), 1950, 1950)
    assert (found.chain, found.factor, found.rounded()) == ((), 1, 205_000)


def test_missing_rates_are_named_one_by_one(written: Written):
    found = lacking(written(TOWN_SERVICE), 2024, 2028)
    assert [step.years for step in found.missing] == [(2024, 2025), (2026, 2027), (2027, 2028)]
    assert {step.newer_edition for step in found.missing} == {None}
    assert (found.series, found.from_year, found.to_year, found.as_of) == ("town-service", 2024, 2028, TODAY)


def test_a_rate_of_a_newer_edition_is_missing_and_said_to_exist(written: Written):
    (step,) = lacking(written(TOWN_SERVICE), 2025, 2026, date(2025, 6, 2)).missing
    assert (step.years, step.newer_edition, step.contradicted) == ((2025, 2026), date(2025, 6, 3), False)


def test_two_values_in_one_edition_are_none(written: Written):
    series = written(file(step(2025, "2.8"), step(2025, "2.9")))
    (missing,) = lacking(series, 2025, 2026).missing
    assert (missing.contradicted, missing.newer_edition) == (True, None)
    assert converted(1, written(file(step(2025, "2.8"), step(2025, "2.80"))), 2025, 2026).factor == Fraction(
        "1.028"
    )


def test_each_edition_gives_its_own_result(written: Written):
    series = written(TWO_EDITIONS)
    assert converted(1000, series, 2021, 2022, EARLY).rounded() == 1017
    assert converted(1000, series, 2021, 2022, LATE - timedelta(days=1)).rounded() == 1017
    assert converted(1000, series, 2021, 2022, LATE).rounded() == 1033


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(TWO_EDITIONS.splitlines()[4:]))
def test_editions_do_not_depend_on_their_place_in_the_file(written: Written, steps):
    series = written("\n".join([*TWO_EDITIONS.splitlines()[:4], *steps]))
    assert converted(1000, series, 2021, 2023, LATE).result == 1000 * Fraction("1.033") * Fraction("1.023")
