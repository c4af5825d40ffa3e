"""Each rule as a function of a case: the outcomes that are worth a finding."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.plain_tables.cases import CATEGORIES, ORDERERS, UNAVOIDABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.plain_tables.cases import Case

BROKEN, NOTED, OPEN = ("broken",), ("noted",), ("not_verifiable",)
NOTHING: tuple[str, ...] = ()
_HORIZON = 3


def grant_expires(case: Case) -> Sequence[str]:
    grant = case.grant
    if grant is None or not grant.funded or case.continues is False:
        return NOTHING
    if case.continues is None:
        return OPEN
    return NOTED if grant.amounts[grant.funded[-1]] > 0 else NOTHING


def gap_year(case: Case) -> Sequence[str]:
    grant = case.grant
    if grant is None or not grant.funded or case.continues is False:
        return NOTHING
    if case.continues is None or not case.funded:
        return OPEN
    return BROKEN if case.funded[0] > grant.funded[-1] + 1 + grant.gap else NOTHING


def overlap(case: Case) -> Sequence[str]:
    grant = case.grant
    if grant is None or case.continues is False:
        return NOTHING
    both = [(amount, grant.amounts[year]) for year, amount in case.asked if year in grant.amounts]
    if not both or case.continues is None:
        return OPEN * len(both)
    return BROKEN * sum(amount != 0 and before > 0 for amount, before in both)


def horizon(case: Case) -> Sequence[str]:
    if case.continues is False:
        return NOTHING
    if case.continues is None or case.area is None or not case.funded:
        return OPEN
    years, last = case.funded, case.budget_year + _HORIZON
    if years[0] != case.budget_year or years[-1] > last:
        return BROKEN
    if case.area != "service" or years[-1] >= last:
        return NOTHING
    gap = max((later - year - 1 for year, later in pairwise(years)), default=0)
    return BROKEN if years[-1] + gap < last else NOTHING


def nothing_to_continue(case: Case) -> Sequence[str]:
    if case.continues is None:
        return OPEN
    return BROKEN if case.continues and case.grant is None else NOTHING


def repeated_renewal(case: Case) -> Sequence[str]:
    if case.grant is None or not case.grant.renewals or case.continues is False:
        return NOTHING
    return NOTED if case.continues else OPEN


def price_level_year(case: Case) -> Sequence[str]:
    return BROKEN if case.level is not None and case.level != case.budget_year else NOTHING


def price_level_missing(case: Case) -> Sequence[str]:
    missing = (case.level is None) + (case.grant is not None and case.grant.level is None)
    return BROKEN * missing


def expiry_category(case: Case) -> Sequence[str]:
    if case.continues is False:
        return NOTHING
    marked, titled = case.expiry_marked, case.expiry_in_title
    if case.continues is None or marked is None or titled is None or case.asks is None:
        return OPEN
    return BROKEN if marked != titled or (case.asks and not marked) else NOTHING


def unknown_category(case: Case) -> Sequence[str]:
    if not case.marked:
        return NOTHING
    if not case.is_listed:
        return OPEN * len(case.marked)
    return BROKEN * len(case.marked - CATEGORIES - ORDERERS)


def category_count(case: Case) -> Sequence[str]:
    if case.marked is None or (not case.is_listed and not case.marked):
        return NOTHING
    if not case.is_listed:
        return OPEN
    return NOTHING if len(case.marked & CATEGORIES) == 1 else BROKEN


def ordered_by(case: Case) -> Sequence[str]:
    if case.marked is None or (not case.is_listed and not case.marked):
        return NOTHING
    if not case.is_listed:
        return OPEN
    return NOTHING if len(case.marked & ORDERERS) == 1 else NOTED


def need_to_and_expiry(case: Case) -> Sequence[str]:
    if case.expiry_marked is None:
        return OPEN
    return BROKEN if case.expiry_marked and UNAVOIDABLE in (case.marked or ()) else NOTHING


def control_area(case: Case) -> Sequence[str]:
    grant = case.grant
    if grant is None or not grant.funded or case.continues is False:
        return NOTHING
    if case.continues is None or case.area is None or not grant.areas:
        return OPEN
    return NOTHING if case.area in grant.areas else BROKEN


def agreement_year(case: Case) -> Sequence[str]:
    return BROKEN * case.grant.nameless if case.grant else NOTHING


def claimed_twice(case: Case) -> Sequence[str]:
    if case.grant is None or case.continues is False:
        return NOTHING
    if case.continues is None:
        return OPEN
    return BROKEN if case.same_grant > 1 else NOTHING


def duplicate_code(case: Case) -> Sequence[str]:
    return BROKEN if case.same_code > 1 else NOTHING


def register_disagrees(case: Case) -> Sequence[str]:
    """The case's own table of earlier money is the register's, so the two agree."""
    return OPEN * len(case.grant.amounts) if case.grant and case.continues is None else NOTHING


RULES: tuple[tuple[str, Callable[[Case], Sequence[str]]], ...] = (
    ("GC101", grant_expires),
    ("GC102", gap_year),
    ("GC103", overlap),
    ("GC105", horizon),
    ("GC107", nothing_to_continue),
    ("GC108", repeated_renewal),
    ("GC206", price_level_year),
    ("GC207", price_level_missing),
    ("GC301", expiry_category),
    ("GC302", unknown_category),
    ("GC303", category_count),
    ("GC304", ordered_by),
    ("GC305", need_to_and_expiry),
    ("GC602", control_area),
    ("GC604", agreement_year),
    ("GC701", claimed_twice),
    ("GC702", duplicate_code),
    ("GC704", register_disagrees),
)
"""Those that need no price; the others are in `levels`."""
