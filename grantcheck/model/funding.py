"""The years with money, and where they end, from what was given year by year.

Absent is not zero: within the years that an import covers, a year without a row has no money; beyond them
nothing is known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from grantcheck.model.money import Kroner
from grantcheck.model.years import Year, funded_years


class Given(Protocol):
    """What was given in a year; below zero what was taken back."""

    @property
    def year(self) -> Year: ...  # noqa: D102 - the words of the class
    @property
    def amount(self) -> int: ...  # noqa: D102
    @property
    def permanent(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True)
class Funding:
    """The net amounts of a grant by year."""

    stated: Mapping[Year, Kroner]
    """The net of each year with a row."""
    endless: Collection[Year]
    """The years with money that was given without an end."""
    covered: Collection[Year]
    """The years of which imports say something, if only by their silence."""

    @classmethod
    def of(cls, rows: Iterable[Given], covered: Collection[Year]) -> Funding:
        """What rows in any order add up to."""
        net: dict[Year, Kroner] = {}
        endless: list[Year] = []
        for row in rows:
            net[row.year] = Kroner(net.get(row.year, 0) + row.amount)
            if row.permanent and row.amount:
                endless.append(row.year)
        return cls(net, endless, covered)

    def net(self, year: Year) -> Kroner | None:
        """What there is in a year; None where that is not known."""
        if year in self.stated:
            return self.stated[year]
        return Kroner(0) if year in self.covered and not self._goes_on_in(year) else None

    @property
    def funded_years(self) -> tuple[Year, ...]:
        """The years with money: what a cancellation leaves below zero is none, unless all is below zero."""
        above = {year: amount for year, amount in self.stated.items() if amount > 0}
        return funded_years(above or self.stated)

    @property
    def last_funded_year(self) -> Year | None:
        """The last year known to have money; None where there is none."""
        years = [year for year, amount in self.stated.items() if amount > 0]
        return max(years or self.funded_years, default=None)

    @property
    def last_amount(self) -> Kroner | None:
        """The net amount of the last funded year."""
        last = self.last_funded_year
        return None if last is None else self.stated[last]

    @property
    def first_unfunded_year(self) -> Year | None:
        """The year after the last funded one; None where it is not known, or there is no end."""
        last = self.last_funded_year
        if last is None or self._endless_from(last) or self.net(last + 1) is None:
            return None
        return last + 1

    @property
    def permanent(self) -> bool:
        """Whether it does not end: its last money was given without an end, and no later row says otherwise."""
        last = self.last_funded_year
        return last is not None and self._endless_from(last)

    def end_unknown_after(self, year: Year) -> bool:
        """Whether it has money in a year for the last time, and nobody said what follows."""
        return self.last_funded_year == year and not self.permanent and self.net(year + 1) is None

    def _endless_from(self, last: Year) -> bool:
        return last in self.endless and max(self.stated) == last

    def _goes_on_in(self, year: Year) -> bool:
        return bool(self.endless) and self.permanent and year > max(self.stated)
