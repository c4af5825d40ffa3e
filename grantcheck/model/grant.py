"""A grant over the years, as the register of prior allocations knows it.

Absent is not zero: within the years that an import covers, a year without a row has no money; beyond them
nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from grantcheck.model.funding import Funding
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea, PriceLevel
from grantcheck.model.years import Year, longest_gap


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
        return self._funding.net(year)

    @property
    def amounts(self) -> dict[Year, Kroner]:
        """The net amount of every year that is known, in order."""
        known = {year: self.net(year) for year in sorted({*self.covered, *self._funding.stated})}
        return {year: amount for year, amount in known.items() if amount is not None}

    @property
    def last_funded_year(self) -> Year | None:
        """The last year known to have money; None where there is none."""
        return self._funding.last_funded_year

    @property
    def first_unfunded_year(self) -> Year | None:
        """The year after the last funded one; None where it is not known, or the grant does not end.

        A year without money before that (elections every second year) is no end.
        """
        return self._funding.first_unfunded_year

    @property
    def renewal_due_year(self) -> Year | None:
        """The year in which a renewal follows without a gap, given the pattern of the earlier years."""
        first = self.first_unfunded_year
        return None if first is None else first + longest_gap(self.funded_years)

    @property
    def last_amount(self) -> Kroner | None:
        """The net amount of the last funded year."""
        return self._funding.last_amount

    @property
    def funded_years(self) -> tuple[Year, ...]:
        """The years with money: what a cancellation leaves below zero is none, unless all is below zero."""
        return self._funding.funded_years

    @property
    def permanent(self) -> bool:
        """Whether it does not end: its last money was given without an end, and no later row says otherwise."""
        return self._funding.permanent

    def end_unknown_after(self, year: Year) -> bool:
        """Whether it has money in a year for the last time, and nobody said what follows."""
        return self._funding.end_unknown_after(year)

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
    def _funding(self) -> Funding:
        return Funding.of(self.rows, self.covered)

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


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
