"""Several editions of a step live side by side; the day decides which is in force."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from grantcheck.prices.editions import edition_dates, in_force, knowledge_dates, newer

from .written import EARLY, LATE, TODAY, TWO_EDITIONS, Written, file, step

BEFORE = date(2021, 7, 31)


def test_the_latest_edition_up_to_the_day_is_in_force(written: Written):
    series = written(TWO_EDITIONS)
    values = [in_force(series, 2021, 2022, day) for day in (BEFORE, EARLY, LATE, TODAY)]
    assert [found and found.value for found in values] == [
        None,
        Decimal("1.7"),
        Decimal("3.3"),
        Decimal("3.3"),
    ]


def test_editions_after_the_day_are_newer(written: Written):
    series = written(TWO_EDITIONS)
    assert [found.years for found in newer(series, EARLY)] == [(2021, 2022), (2022, 2023)]
    assert newer(series, LATE) == ()
    assert edition_dates(series) == (EARLY, LATE)


def test_a_chain_is_shown_under_each_edition_that_changed_it(written: Written):
    series = written(TWO_EDITIONS)
    assert knowledge_dates(series, 2021, 2022, TODAY) == (EARLY, LATE)
    assert knowledge_dates(series, 2022, 2021, TODAY) == (EARLY, LATE)
    assert knowledge_dates(series, 2021, 2022, EARLY) == (EARLY,)
    assert knowledge_dates(series, 2021, 2023, TODAY) == (LATE,)
    assert knowledge_dates(series, 2021, 2024, TODAY) == ()
    assert knowledge_dates(series, 2021, 2021, TODAY) == ()


def test_an_edition_that_repeats_a_rate_changes_nothing(written: Written):
    steps = [step(2025, "2.8", edition=day) for day in ("2025-06-03", "2025-09-01")]
    series = written(file(*steps, step(2025, "2.9", edition="2025-12-01")))
    assert knowledge_dates(series, 2025, 2026, TODAY) == (date(2025, 6, 3), date(2025, 12, 1))


def test_the_day_counts_when_the_last_missing_rate_came(written: Written):
    series = written(file(step(2025, "2.8", edition="2025-06-03"), step(2026, "2.0", edition="2025-09-01")))
    assert knowledge_dates(series, 2025, 2027, TODAY) == (date(2025, 9, 1),)


def test_an_edition_that_contradicts_itself_ends_what_was_known(written: Written):
    days = ("2025-06-03", "2025-09-01", "2025-09-01", "2025-12-01")
    steps = [
        step(2025, value, edition=day) for value, day in zip(("2.8", "2.9", "3.0", "2.8"), days, strict=True)
    ]
    series = written(file(*steps))
    assert knowledge_dates(series, 2025, 2026, TODAY) == (date(2025, 6, 3), date(2025, 12, 1))


def test_a_lagged_chain_has_the_editions_of_the_values_it_uses(written: Written):
    series = written(file(step(2023, "5", edition="2024-01-01"), step(2025, "6"), head="lag: 2"))
    assert knowledge_dates(series, 2025, 2026, TODAY) == (date(2024, 1, 1),)


def test_a_fixed_percentage_has_one_edition(written: Written):
    text = "series: a\nkind: capital\nunit: percent\nfixed: {percent: 2, reference: r, edition: 2020-12-17}\n"
    series = written(text)
    assert knowledge_dates(series, 2025, 2026, TODAY) == edition_dates(series) == (date(2020, 12, 17),)
    assert knowledge_dates(series, 2025, 2026, date(2020, 1, 1)) == ()
