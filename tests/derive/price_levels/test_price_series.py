"""The price series that a note's comparisons rest on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from builders import (
    FLAT,
    GRANTED,
    READING_ROOM,
    activity,
    agreement,
    facts,
    note_of,
    overview,
    prior_table,
    the,
)

from grantcheck.prices.series import Fixed

from .rates import AUGUST, JUNE, priced, step

NOTE = note_of(request=FLAT, prior=GRANTED)


def test_a_series_that_serves_is_a_fact_with_its_reach():
    fact = the("price-series", NOTE, priced(step(2024, "2.5"), step(2025, "2.8")))
    assert (fact.fields["name"], fact.fields["rates"], fact.fields["faults"]) == ("town", 2, 0)
    assert (fact.fields["last_year"], fact.fields["needed_year"]) == (2026, 2026)
    assert (fact.fields["newer_editions"], fact.fields["newest_edition"]) == (0, "2025-06-03")


def test_without_a_series_there_is_no_such_fact():
    assert facts("price-series", NOTE) == []


def test_one_price_level_rests_on_no_series():
    note = note_of(
        overview(activity(READING_ROOM, FLAT)),
        prior_table(agreement("Budgetaftale 2022", GRANTED), level=2026),
    )
    assert facts("price-series", note, priced(step(2025, "2.8"))) == []


def test_a_note_without_prior_money_rests_on_no_series():
    assert facts("price-series", note_of(request=FLAT), priced(step(2025, "2.8"))) == []


def test_several_requested_levels_share_one_series():
    note = note_of(request={2026: 340, 2027: 350}, prior=GRANTED)
    assert len(facts("price-series", note, priced(step(2025, "2.8")))) == 1


def test_a_series_that_ends_too_early_reaches_its_last_year():
    fact = the("price-series", NOTE, priced(step(2023, "2.5"), step(2024, "2.5")))
    assert (fact.fields["last_year"], fact.fields["needed_year"]) == (2025, 2026)


def test_a_lag_lets_a_series_reach_further():
    assert the("price-series", NOTE, priced(step(2023, "2.5"), fields={"lag": 2})).fields["last_year"] == 2026


def test_a_fixed_percentage_reaches_every_year():
    fixed = Fixed(percent=Decimal(2), reference="rule", edition=JUNE, line=3)
    assert the("price-series", NOTE, priced(fields={"fixed": fixed})).fields["last_year"] == 2026


def test_an_edition_after_the_day_of_the_audit_is_newer():
    assumptions = priced(step(2025, "2.8"), step(2025, "3.1", AUGUST), as_of=date(2025, 7, 1))
    fact = the("price-series", NOTE, assumptions)
    assert (fact.fields["newer_editions"], fact.fields["newest_edition"]) == (1, "2025-08-19")


def test_a_newer_edition_of_a_rate_that_is_not_needed_does_not_count():
    assumptions = priced(step(2025, "2.8"), step(2020, "3.1", AUGUST), as_of=date(2025, 7, 1))
    assert the("price-series", NOTE, assumptions).fields["newer_editions"] == 0


def test_a_request_without_a_price_level_leaves_the_need_open():
    note = note_of(overview(activity(READING_ROOM, FLAT), level=None), prior=GRANTED)
    fact = the("price-series", note, priced(step(2025, "2.8")))
    assert "needed_year" not in fact.fields
    assert "prisniveau" in fact.missing["needed_year"].da


def test_a_faulty_series_is_told_with_its_line_and_not_used():
    assumptions = priced(step(2024, "2.5", factor=Decimal("1.25")), step(2025, "2.8"))
    fact = the("price-series", NOTE, assumptions)
    assert fact.fields["faults"] >= 1
    assert fact.shown["fault_detail"].en.startswith("line 24: ")
    compared = the("comparison", NOTE, assumptions)
    assert "indexed" not in compared.fields
    assert "the series town has a fault in line 24 and was not used" in compared.missing["indexed"].en
