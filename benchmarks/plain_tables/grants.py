"""What the allocations say of each grant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_YEARS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)?\d\d))?(?!\d)"
    r"|\b(?:B|BA|OFS|Budget(?:aftale)?|Overførselssag(?:en)?)\s?['’]?(\d\d)(?:\s?[-–/]\s?(\d\d))?(?!\d)",
    re.IGNORECASE,
)
_MADE_IN_SPRING = ("overførselssag", "ofs")
CURRENT = 0
"""The price level of amounts in each year's own prices."""


@dataclass(slots=True)
class Grant:
    """A grant, its years in order."""

    amounts: dict[int, int]
    """Of each year, over all agreements."""
    funded: list[int]
    gap: int
    last_given: int | None
    candidates: int
    """Agreements that give money in the last year with some."""
    moves: bool
    renewals: int
    areas: set[str]
    level: int | None
    nameless: int
    """Agreements without a year in their name, or younger than their money."""


def grants_in(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Grant]]:
    """From rows (grant, agreement, year, amount, area, level) that are in the order of their grants."""
    for grant, own in groupby(rows, itemgetter(0)):
        yield grant, _described(list(own))


def level_of(text: str | None) -> int | None:
    """A price level as it stands in a table."""
    if text is None:
        return None
    return CURRENT if text == "current" else int(text)


def _described(rows: list[tuple[Any, ...]]) -> Grant:
    amounts: dict[int, int] = defaultdict(int)
    agreed: dict[str, dict[int, int]] = {}
    areas, levels, giving = set(), set(), set()
    for _, agreement, year, amount, area, level in rows:
        amounts[year] += amount
        by_year = agreed.setdefault(agreement, {})
        by_year[year] = by_year.get(year, 0) + amount
        levels.add(level)
        if area is not None:
            areas.add(area)
        if amount > 0:
            giving.add(agreement)
    years = sorted(amounts)
    given = [year for year in years if amounts[year] > 0]
    funded = given or [year for year in years if amounts[year]]
    last_given = given[-1] if given else None
    return Grant(
        amounts=amounts,
        funded=funded,
        gap=max((later - year - 1 for year, later in pairwise(funded)), default=0),
        last_given=last_given,
        candidates=sum(by_year.get(last_given, 0) > 0 for by_year in agreed.values()) if last_given else 0,
        moves=any(any(by_year.values()) for by_year in agreed.values()),
        renewals=max(len(giving) - 1, 0),
        areas=areas,
        level=level_of(levels.pop()) if len(levels) == 1 else None,
        nameless=sum(_is_nameless(name, by_year) for name, by_year in agreed.items()),
    )


def _is_nameless(agreement: str, by_year: dict[int, int]) -> bool:
    first = min((year for year, amount in by_year.items() if amount), default=None)
    if first is None:
        return False
    made = _made_year(agreement)
    return made is None or made > first


@cache
def _made_year(agreement: str) -> int | None:
    found = _YEARS.search(agreement)
    if found is None:
        return None
    first = _full(found[1] or found[3])
    last = found[2] or found[4]
    return _full(last) if last and agreement.lower().startswith(_MADE_IN_SPRING) else first


def _full(digits: str) -> int:
    return int(digits) if len(digits) > len("22") else 2000 + int(digits)
