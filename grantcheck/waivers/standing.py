"""A waiver held against the rules in force and the day: whether it lets anything stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from grantcheck.model.text import Text
from grantcheck.model.waiver import Refusal, WaiverStanding, WrittenWaiver
from grantcheck.rules.nearest_rule import nearest_rule
from grantcheck.rules.rule import Rule, RuleBook

TIME_ZONE = "Europe/Copenhagen"
"""Where a last day ends, unless an office says otherwise."""
WARN_DAYS = 30
_INFORMS = Text(en="it only informs, and stops nothing.", da="den oplyser kun og standser intet.")


def day_in(zone: str, now: datetime) -> date:
    """The day it is in a time zone; `now` knows its own.

    >>> from datetime import UTC
    >>> day_in("Europe/Copenhagen", datetime(2026, 12, 31, 23, 30, tzinfo=UTC)).isoformat()
    '2027-01-01'
    """
    return now.astimezone(ZoneInfo(zone)).date()


def standing_of(written: WrittenWaiver, book: RuleBook, day: date) -> WaiverStanding:
    """The waiver on a day, before anything is known of findings. Its last day is included."""
    rule = book.rule(written.scope.rule)
    approved_on = date.fromisoformat(written.waiver.approved_on)
    expires = date.fromisoformat(written.waiver.expires)
    return WaiverStanding(
        written=written,
        days_left=(expires - day).days,
        days_ahead=max((approved_on - day).days, 0),
        days_short=max((approved_on - expires).days, 0),
        known_rule=rule is not None,
        nearest_rule=nearest_rule(written.scope.rule, [each.id for each in book.rules]),
        waivable=rule is None or is_waivable(rule),
        why_not_waivable=_why_not(rule) if rule else None,
        refusals=tuple(_refusals(written, rule, day)),
    )


def is_waivable(rule: Rule) -> bool:
    """Whether its findings may stand: an observation stops nothing, so that there is nothing to waive."""
    return rule.file.waivable and not rule.is_observation


def _why_not(rule: Rule) -> Text:
    return _INFORMS if rule.is_observation else rule.file.rationale


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, whatever their letters and blanks."""
    return folded(one) == folded(other)


def folded(name: str) -> str:
    """A name as names are compared."""
    return " ".join(name.split()).casefold()


def _refusals(written: WrittenWaiver, rule: Rule | None, day: date) -> Iterator[Refusal]:
    waiver = written.waiver
    approved_on, expires = date.fromisoformat(waiver.approved_on), date.fromisoformat(waiver.expires)
    if rule is None:
        yield Refusal.UNKNOWN_RULE
    elif not is_waivable(rule):
        yield Refusal.NOT_WAIVABLE
    if same_person(waiver.owner, waiver.approved_by):
        yield Refusal.SELF_APPROVED
    if approved_on > day:
        yield Refusal.APPROVED_LATER
    if expires < approved_on:
        yield Refusal.ENDS_BEFORE_APPROVAL
    if expires < day:
        yield Refusal.LAPSED
