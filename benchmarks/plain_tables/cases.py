"""A row of the proposals with what is derived from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.bulk_tables import YEARS
from benchmarks.plain_tables.grants import level_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.plain_tables.grants import Grant

EXPIRY = "Bevillingsudløb"
UNAVOIDABLE = "Need to"
CATEGORIES = frozenset(
    {UNAVOIDABLE, "Fastholdelse/rekruttering", "Rettidig omhu", "Specifik udfordring", EXPIRY, "Henvist sag"}
)
_BY_FORUM = "Bestilling fra borgermesterforum eller tværgående pakke"
ORDERERS = frozenset(
    {"Bestilling fra politisk parti", _BY_FORUM, "Bestilt af fagudvalg", "Bestilt administrativt"}
)
_OWN_SPELLING = {"Bestilling fra borgmesterforum eller tværgående pakke": _BY_FORUM}
_SUBTITLE = "bevillingsudløb"
_LISTED_SINCE = 2022
COLUMNS = (
    "code", "budget_year", "grant", "title", "subtitle", "control_area", "price_level", "categories",
    "asks_to_continue", *map(str, YEARS),
)  # fmt: skip


@dataclass(slots=True)
class Case:
    """What the rules read of a case; None where it is not known."""

    code: str
    budget_year: int
    grant: Grant | None
    area: str | None
    level: int | None
    asked: list[tuple[int, int]]
    """Year and amount, where the table says something of the year."""
    funded: list[int]
    marked: set[str] | None
    is_listed: bool
    """Whether the marks of the budget year are known."""
    expiry_marked: bool | None
    expiry_in_title: bool | None
    asks: bool | None
    continues: bool | None
    """Whether anything says that the case continues a grant."""
    same_code: int
    same_grant: int
    same_year: int


def case_of(
    row: tuple[Any, ...],
    grants: Mapping[str, Grant],
    same_code: Mapping[tuple[int, str], int],
    same_grant: Mapping[tuple[int, str | None], int],
    same_year: Mapping[int, int],
) -> Case:
    """A case from the cells of `COLUMNS`."""
    code, budget_year, grant, title, subtitle, area, level, categories, asks, *amounts = row
    asked = [(year, amount) for year, amount in zip(YEARS, amounts, strict=True) if amount is not None]
    is_listed = budget_year >= _LISTED_SINCE
    marked = None if categories is None else _labels(categories)
    expiry_marked = EXPIRY in marked if marked is not None and is_listed else None
    in_title = None if title is None else subtitle is not None and subtitle.lower() == _SUBTITLE
    continues: bool | None = bool(expiry_marked or in_title or asks)
    if not continues and (expiry_marked is None or in_title is None or asks is None):
        continues = None
    return Case(
        code, budget_year, grants.get(grant), area, level_of(level), asked, [year for year, amount in asked if amount],
        marked, is_listed, expiry_marked, in_title, asks, continues,
        same_code[budget_year, code.lower()], same_grant[budget_year, grant], same_year[budget_year],
    )  # fmt: skip


def _labels(text: str) -> set[str]:
    trimmed = (one.strip() for one in text.split(";"))
    return {_OWN_SPELLING.get(one, one) for one in trimmed if one and one != "-"}
