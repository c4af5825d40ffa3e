"""Which kinds of facts tables give, and which they cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grantcheck.bulk.facts.comparison import comparison_kinds
from grantcheck.bulk.facts.heading import heading_kinds
from grantcheck.bulk.facts.history import history_kinds
from grantcheck.bulk.facts.kind import Kind
from grantcheck.bulk.facts.request import request_kinds
from grantcheck.data.profile import Profile
from grantcheck.model.choices import AmountChoices
from grantcheck.model.years import Year
from grantcheck.rules.rule import Rule

NEVER = frozenset(
    {
        "sum",  # the tables hold no totals
        "claim",
        "stated-amount",
        "period",
        "duration",
        "expiry-statement",
        "continued-before",
        "office",  # no department to hold the code against
        "grant-match",  # proposals name their grant
        "numbering",
        "section",
        "form",
    }
)
"""Kinds of which a case without text, totals or pages has no fact, in a note as in a table."""


def kinds(profile: Profile, choices: AmountChoices, years: Sequence[Year]) -> dict[str, Kind]:
    """Every kind that is derived, by its name."""
    found = (
        *heading_kinds(profile),
        *request_kinds(profile, years),
        *history_kinds(),
        *comparison_kinds(profile, choices),
    )
    return {kind.name: kind for kind in found}


def never_applies(rule: Rule) -> bool:
    """Whether the rule is about something that no table has, so that it applies to no case."""
    return any(kind in NEVER for kind in rule.file.facts.values())


def is_judged(rule: Rule, derived: Mapping[str, Kind]) -> bool:
    """Whether tables give all that the rule reads."""
    if rule.file.reported_by_program:
        return False
    if never_applies(rule):
        return True
    of = rule.file.facts
    is_derived = all(kind in derived for kind in of.values())
    return is_derived and all(ref.name in derived[of[ref.alias]].fields for ref in rule.fields_read())
