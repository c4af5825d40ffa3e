"""A grant over the years, as the register of prior allocations knows it.

Absent is not zero: within the years that an import covers, a year without a row has no money; beyond them
nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea, PriceLevel
from grantcheck.model.years import Year, funded_years, longest_gap


@dataclass(frozen=True, slots=True)
class GrantRow:
    """What one agreement gave to one line of a grant in one year. A cancellation is negative."""

    grant: str
    title: str
    agreement: str
    control_area: ControlArea | None
    committee: str
    appropriation: str
    activity: str
    price_level: PriceLevel | None
    year: Year
    amount: Kroner
    permanent: bool = False
    """Whether the agreement gave the money without an end."""
    batch: int = 0
    """The import that stated it."""


@dataclass(frozen=True)
class Grant:
    """A grant with all that is known of it on a day."""

    id: str
    title: str
    rows: tuple[GrantRow, ...]
    """In the order of their years."""
    covered: tuple[Year, ...]
    """The years of which the imports that state this grant say something, if only by their silence."""

    def net(self, year: Year) -> Kroner | None:
        """What the grant gives in a year, cancellations counted; None where that is not known."""
        if year in self._net:
            return self._net[year]
        return Kroner(0) if year in self._silent else None

    @property
    def amounts(self) -> dict[Year, Kroner]:
        """The net amount of every year that is known, in order."""
        known = self._net | dict.fromkeys(self._silent, Kroner(0))
        return {year: known[year] for year in sorted(known)}

    @cached_property
    def last_funded_year(self) -> Year | None:
        """The last year known to have money; None where there is none."""
        return max(self.funded_years, default=None)

    @property
    def first_unfunded_year(self) -> Year | None:
        """The year after the last funded one; None where it is not known, or the grant does not end.

        A year without money before that (elections every second year) is no end.
        """
        return self._year_after_last(1)

    @property
    def renewal_due_year(self) -> Year | None:
        """The year in which a renewal follows without a gap, given the pattern of the earlier years."""
        return self._year_after_last(1 + longest_gap(self.funded_years))

    @property
    def last_amount(self) -> Kroner | None:
        """The net amount of the last funded year."""
        return None if self.last_funded_year is None else self.net(self.last_funded_year)

    @property
    def funded_years(self) -> tuple[Year, ...]:
        """The years with money: what a cancellation leaves below zero is none, unless all is below zero."""
        return funded_years(_funding(self._net))

    @cached_property
    def permanent(self) -> bool:
        """Whether it does not end: its last money was given without an end, and no later row says otherwise."""
        last = self.last_funded_year
        if last is None or max(self._net) > last:
            return False
        return any(row.permanent for row in self.rows if row.year == last and row.amount)

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements that gave to it or took from it, by the first year of each."""
        return _distinct(row.agreement for row in self.rows)

    @property
    def renewals(self) -> int:
        """How many agreements after the first gave money to it."""
        given = _distinct(row.agreement for row in self.rows if row.amount > 0)
        return max(0, len(given) - 1)

    @property
    def committee(self) -> str:
        """The committee that holds it, by the last rows that name one; empty where none does."""
        return self._last_said([row.committee for row in self.rows])

    @property
    def appropriation(self) -> str:
        """The appropriation it stands on, by the last rows that name one; empty where none does."""
        return self._last_said([row.appropriation for row in self.rows])

    @property
    def activities(self) -> tuple[str, ...]:
        """The activities it pays for."""
        return _distinct(row.activity for row in self.rows)

    @property
    def control_areas(self) -> tuple[ControlArea, ...]:
        """The control areas it counts against."""
        found = {row.control_area for row in self.rows}
        return tuple(area for area in ControlArea if area in found)

    @property
    def control_area(self) -> ControlArea | None:
        """The one control area it counts against; None where there are several, or a row has none."""
        found = {row.control_area for row in self.rows}
        return next(iter(found)) if len(found) == 1 else None

    def in_area(self, area: ControlArea | None) -> Grant:
        """The part of the grant that counts against one control area."""
        return Grant(
            self.id, self.title, tuple(row for row in self.rows if row.control_area == area), self.covered
        )

    @cached_property
    def _net(self) -> dict[Year, Kroner]:
        net: dict[Year, Kroner] = {}
        for row in self.rows:
            net[row.year] = Kroner(net.get(row.year, 0) + row.amount)
        return net

    @cached_property
    def _silent(self) -> frozenset[Year]:
        """The years without a row in which the grant is known to give nothing."""
        end = max(self._net, default=0) if self.permanent else None
        return frozenset(
            year for year in self.covered if year not in self._net and (end is None or year < end)
        )

    def _year_after_last(self, years: int) -> Year | None:
        last = self.last_funded_year
        if last is None or self.permanent or self.net(last + 1) is None:
            return None
        return last + years

    def _last_said(self, words: Sequence[str]) -> str:
        return next((word for word in reversed(words) if word), "")


def folded(rows: Iterable[GrantRow], covered: Mapping[str, Iterable[Year]]) -> dict[str, Grant]:
    """The grants that rows belong to, by their id, in the order of the ids.

    Args:
        rows: in any order; a later title of a grant stands for an earlier one, and its activities for none.
        covered: for each grant, the years that the imports stating it cover; years with rows count anyway.
    """
    by_grant: dict[str, list[GrantRow]] = {}
    for row in rows:
        by_grant.setdefault(row.grant, []).append(row)
    return {name: _grant(name, by_grant[name], covered.get(name, ())) for name in sorted(by_grant)}


def _grant(name: str, rows: list[GrantRow], covered: Iterable[Year]) -> Grant:
    rows.sort(key=_place)
    newest = max((row for row in rows if row.title), key=lambda row: row.batch, default=None)
    years = {*covered, *(row.year for row in rows)}
    title = newest.title if newest else ", ".join(_distinct(row.activity for row in rows))
    return Grant(name, title, tuple(rows), tuple(sorted(years)))


def _place(row: GrantRow) -> tuple[int, str, str, str, str, str, int]:
    area = row.control_area or ""
    return (row.year, row.agreement, area, row.committee, row.appropriation, row.activity, -row.amount)


def _funding(net: Mapping[Year, Kroner]) -> dict[Year, int]:
    if not any(amount > 0 for amount in net.values()):
        return dict(net)
    return {year: max(amount, 0) for year, amount in net.items()}


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
