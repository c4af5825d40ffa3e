"""The request beside the earlier level at the request's price level."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from builders import FLAT, GRANTED, READING_ROOM, activity, agreement, kr, note_of, overview, prior_table, the

from grantcheck.model.fact import Fact
from grantcheck.model.money import Kroner
from grantcheck.prices.series import Applied, Spread

from .rates import AUGUST, JUNE, priced, step

TO_2026 = step(2025, "2.8")


def compared(
    *steps, request=FLAT, prior=GRANTED, level=2026, prior_level="current", unit=1000, **assumed
) -> Fact:
    note = note_of(
        overview(activity(READING_ROOM, request), level=level, unit=unit),
        prior_table(agreement("Budgetaftale 2022", prior), level=prior_level, unit=1000),
    )
    return the("comparison", note, priced(*steps, **assumed))


def test_the_last_funded_year_is_carried_to_the_prices_of_the_request():
    fact = compared(TO_2026)
    assert fact.fields["indexed"] == kr(349_520)  # 340 000 × 1.028
    assert fact.fields["indexed_difference"] == kr(-9_520)
    assert fact.shown["indexed_percent"].da == "−2,7 %"


def test_the_tolerance_is_half_the_printed_unit_and_said_to_be():
    fact = compared(TO_2026)
    assert fact.fields["indexed_tolerance"] == kr(500)
    assert (fact.fields["indexed_lower"], fact.fields["indexed_upper"]) == (kr(349_020), kr(350_020))
    assert fact.shown["tolerance_basis"].en == "half the coarser printed unit"


def test_a_coarser_unit_gives_a_wider_tolerance():
    assert compared(TO_2026, request={2026: "0.3"}, unit=1_000_000).fields["indexed_tolerance"] == kr(50_000)


def test_an_office_can_set_the_tolerance():
    fact = compared(TO_2026, tolerance=Kroner(2_000))
    assert fact.fields["indexed_tolerance"] == fact.fields["tolerance"] == kr(2_000)
    assert fact.shown["tolerance_basis"].da == "sat i konfigurationen"


def test_years_are_compounded_and_rounded_once_at_the_end():
    fact = compared(step(2024, "2.5"), TO_2026, prior_level=2024)
    assert fact.fields["indexed"] == kr(358_258)  # 340 000 × 1.025 × 1.028 = 358 258
    assert fact.fields["earlier"] == kr(340_000)


def test_a_half_krone_is_rounded_away_from_zero():
    assert compared(step(2025, "0.1"), prior={2025: "0.5"}, request={2026: 1}).fields["indexed"] == kr(501)


def test_a_request_at_an_earlier_level_divides():
    fact = compared(TO_2026, prior_level=2026, level=2025)
    assert fact.fields["indexed"] == kr(330_739)  # 340 000 / 1.028 = 330 739.299…
    assert "/ 1.028 (2025→2026" in fact.shown["carried"].en


def test_the_chain_names_each_factor_with_series_status_edition_and_reference():
    chain = compared(step(2024, "2.5"), TO_2026, prior_level=2024).shown["carried"]
    assert chain.en == (
        "340 000 kr. (2024 prices) × 1.025 (2024→2025, town, estimate, edition 2025-06-03: line 3) "
        "× 1.028 (2025→2026, town, estimate, edition 2025-06-03: line 3) = 358 258 kr. (2026 prices)"
    )
    assert "× 1,025 (2024→2025, town, skøn, udgave 2025-06-03: line 3)" in chain.da


@pytest.mark.parametrize(
    ("applied", "level", "said"),
    [
        (Applied.ADDED, 350_200, "0.2 % added to 2.8 %"),
        (Applied.COMPOUNDED, 350_219, "0.2 % compounded with 2.8 %"),
    ],
)
def test_a_spread_stands_in_the_chain_with_how_it_joins(applied, level, said):
    spread = Spread(points=Decimal("0.2"), applied=applied)
    fact = compared(TO_2026, fields={"spread": spread})
    assert fact.fields["indexed"] == kr(level)
    assert said in fact.shown["carried"].en.replace("2.80", "2.8")


def test_a_lagged_index_says_whose_rate_it_used():
    fact = compared(step(2023, "3.0"), fields={"lag": 2})
    assert fact.fields["indexed"] == kr(350_200)
    assert "the rate of 2023→2024" in fact.shown["carried"].en
    assert "satsen for 2023→2024" in fact.shown["carried"].da


def test_an_indicative_series_is_said_to_be_one():
    assert "series_reservation" not in compared(TO_2026).shown
    words = compared(TO_2026, fields={"indicative": True}).shown["series_reservation"]
    assert words.en.startswith("the series is indicative")
    assert words.da.startswith("serien er vejledende")


def test_the_rate_is_evidence_by_its_line_in_the_series_file():
    rate = compared(TO_2026).traces[-1]
    assert (rate.role, rate.path, rate.place.da) == ("parameter", "town.yaml", "town.yaml, linje 25")
    assert rate.text == "town: 2025→2026 | 2.8 % | estimate | 2025-06-03 | line 3"


class TestEditions:
    """Two editions of one rate."""

    HIGH, LOW = step(2025, "2.8"), step(2025, "0.1", AUGUST)
    ALIKE = step(2025, "3.0", AUGUST)

    def test_before_the_second_edition_the_first_decides(self):
        assert compared(self.HIGH, self.LOW, as_of=date(2025, 7, 1)).fields["indexed"] == kr(349_520)

    def test_from_its_day_the_second_edition_is_in_force(self):
        assert compared(self.HIGH, self.ALIKE, as_of=AUGUST).fields["indexed"] == kr(350_200)

    def test_editions_that_agree_on_the_outcome_settle_it_and_are_all_shown(self):
        fact = compared(self.HIGH, self.ALIKE)
        assert "indexed_lower" in fact.fields
        assert fact.shown["by_edition"].en == (
            "2025-06-03: 349 520 kr., asked below (−9 520 kr.); 2025-08-19: 350 200 kr., asked below (−10 200 kr.)"
        )

    def test_editions_that_disagree_leave_the_bounds_open_with_the_outcome_under_each(self):
        fact = compared(self.HIGH, self.LOW)
        assert fact.fields["indexed"] == kr(340_340)
        assert not {"indexed_lower", "indexed_upper"} & set(fact.fields)
        reason = fact.missing["indexed_upper"]
        assert "2025-06-03: 349 520 kr., asked below (−9 520 kr.)" in reason.en
        assert "2025-08-19: 340.340 kr., ønsket inden for tolerancen (−340 kr.)" in reason.da

    def test_an_office_can_let_the_edition_in_force_decide_alone(self):
        fact = compared(self.HIGH, self.LOW, editions="in-force")
        assert fact.fields["indexed_lower"] == kr(339_840)

    def test_an_edition_after_the_day_is_not_known_yet(self):
        fact = compared(self.LOW, as_of=JUNE)
        assert "indexed" not in fact.fields
        assert "the first that does is of 2025-08-19" in fact.missing["indexed"].en


class TestOtherReading:
    """Equal years in current prices: the caption may be wrong."""

    def test_the_difference_is_shown_as_if_the_amounts_stood_at_the_request_level(self):
        words = compared(TO_2026, request={2026: 350}).shown["other_reading"]
        assert "the earlier level is 340 000 kr., difference 10 000 kr." in words.en
        assert "det tidligere niveau 340.000 kr., forskel 10.000 kr." in words.da

    def test_years_that_rise_leave_one_reading(self):
        assert "other_reading" not in compared(TO_2026, prior={2023: 300, 2024: 320, 2025: 340}).shown

    def test_a_fixed_level_leaves_one_reading(self):
        assert "other_reading" not in compared(TO_2026, prior_level=2025).shown
