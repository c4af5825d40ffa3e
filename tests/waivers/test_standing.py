"""What a waiver lets stand, and when: to the end of its last day in a named time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_waivers import book, standing

from grantcheck.model.waiver import Refusal
from grantcheck.waivers.listing import state_of
from grantcheck.waivers.standing import day_in

COPENHAGEN = "Europe/Copenhagen"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-12-31T22:59:59", "2026-12-31"),
        ("2026-12-31T23:00:00", "2027-01-01"),
        ("2026-06-30T21:59:59", "2026-06-30"),
        ("2026-06-30T22:00:00", "2026-07-01"),
        # clocks go forward on 29 March and back on 25 October: these days have 23 and 25 hours
        ("2026-03-28T23:00:00", "2026-03-29"),
        ("2026-03-29T21:59:59", "2026-03-29"),
        ("2026-03-29T22:00:00", "2026-03-30"),
        ("2026-10-24T22:00:00", "2026-10-25"),
        ("2026-10-25T22:59:59", "2026-10-25"),
        ("2026-10-25T23:00:00", "2026-10-26"),
    ],
)
def test_a_day_ends_at_midnight_in_copenhagen(moment: str, day: str) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert day_in(COPENHAGEN, now) == date.fromisoformat(day)
    assert day_in(COPENHAGEN, now.astimezone(ZoneInfo("America/New_York"))) == date.fromisoformat(day)


@pytest.mark.parametrize("last_day", ["2026-12-31", "2026-03-29", "2026-10-25", "2028-02-29"])
def test_the_last_day_is_included_and_the_next_is_not(last_day: str) -> None:
    midnight = datetime.combine(date.fromisoformat(last_day), datetime.min.time(), ZoneInfo(COPENHAGEN))
    after = (midnight + timedelta(days=1)).astimezone(UTC)
    before = after - timedelta(seconds=1)
    dated = {"approved_on": "2026-01-01", "expires": last_day}
    last = standing(day_in(COPENHAGEN, before).isoformat(), **dated)
    late = standing(day_in(COPENHAGEN, after).isoformat(), **dated)
    assert (last.good, last.days_left) == (True, 0)
    assert (late.refusals, late.days_left) == ((Refusal.LAPSED,), -1)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"rule": "GC499"}, Refusal.UNKNOWN_RULE),
        ({"rule": "GC901"}, Refusal.NOT_WAIVABLE),
        ({"rule": "GC911"}, Refusal.NOT_WAIVABLE),
        ({"rule": "GC101"}, Refusal.NOT_WAIVABLE),
        ({"approved_by": "  ANNE  jensen"}, Refusal.SELF_APPROVED),
        ({"approved_on": "2026-11-24"}, Refusal.APPROVED_LATER),
        ({"expires": "2026-10-31"}, Refusal.ENDS_BEFORE_APPROVAL),
        ({"expires": "2026-11-22"}, Refusal.LAPSED),
    ],
)
def test_a_waiver_that_breaks_its_own_rules_is_refused(changed: dict[str, str], refusal: Refusal) -> None:
    refused = standing(**changed)
    assert refusal in refused.refusals
    assert not refused.good


def test_an_unknown_rule_has_a_nearest() -> None:
    assert standing(rule="GC409").nearest_rule.startswith("GC40")


def test_what_was_not_read_or_failed_is_never_waivable() -> None:
    assert {rule.id for rule in book().rules if not rule.file.waivable} == {
        "GC901",
        "GC902",
        "GC903",
        "GC909",
        "GC911",
        "GC999",
    }


def test_a_waiver_that_only_lapsed_is_not_called_refused() -> None:
    assert state_of(standing("2027-01-01")) == "lapsed"
    assert state_of(standing("2027-01-01", approved_by="Anne Jensen")) == "refused"
    assert state_of(standing()) == "not_looked_at"


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-400, 400))
def test_a_waiver_is_good_exactly_to_its_last_day(expires: date, days: int) -> None:
    day = expires + timedelta(days=days)
    found = standing(day.isoformat(), approved_on="2010-01-01", expires=expires.isoformat())
    assert found.good == (days <= 0)
    assert found.days_left == -days
