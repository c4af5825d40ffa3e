"""What expires: the grants that have no money in a year for the first time, and who asks to go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grantcheck.model.grant import Grant
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.model.years import Year


@dataclass(frozen=True)
class Expiring:
    """A grant that ends, with the notes that ask to continue it."""

    grant: Grant
    last_funded_year: Year
    amount: Kroner
    """What it gives in its last funded year, cancellations counted."""
    notes: tuple[str, ...]
    """The codes of the notes that ask; empty where nobody does."""

    @property
    def by_area(self) -> dict[ControlArea | None, Kroner]:
        """Its amount by control area; None where a row has none."""
        amounts: Counter[ControlArea | None] = Counter()
        for row in self.grant.rows:
            if row.year == self.last_funded_year:
                amounts[row.control_area] += row.amount
        return {area: Kroner(amounts[area]) for area in (*ControlArea, None) if amounts[area]}


@dataclass(frozen=True)
class Expiries:
    """All grants whose first unfunded year is `year`."""

    year: Year
    grants: tuple[Expiring, ...]
    unknown: tuple[Grant, ...]
    """Funded in the year before, while no import covers `year`: whether they end is not known."""
    cliff: dict[Year, Kroner]
    """The money that falls away, by first unfunded year, from `year` on; years without any between are 0."""

    @property
    def total(self) -> Kroner:
        """The money that falls away in the year."""
        return Kroner(sum(one.amount for one in self.grants))

    @property
    def unasked(self) -> tuple[Expiring, ...]:
        """The grants that no note asks to continue."""
        return tuple(one for one in self.grants if not one.notes)

    @property
    def by_committee(self) -> dict[str, Kroner]:
        """The money that falls away by committee, in the order of their names; "" where none is named."""
        amounts: Counter[str] = Counter()
        for one in self.grants:
            amounts[one.grant.committee] += one.amount
        return {name: Kroner(amounts[name]) for name in sorted(amounts)}

    @property
    def by_area(self) -> dict[ControlArea | None, Kroner]:
        """The money that falls away by control area."""
        amounts: Counter[ControlArea | None] = Counter()
        for one in self.grants:
            amounts.update(one.by_area)
        return {area: Kroner(amounts[area]) for area in (*ControlArea, None) if area in amounts}


def expiries(
    grants: Iterable[Grant],
    year: Year,
    asked: Mapping[str, Sequence[str]] | None = None,
    later: Mapping[Year, Kroner] | None = None,
) -> Expiries:
    """The grants that expire so that `year` is their first year without money.

    A permanent grant never does, and neither does one that only skips the year (money every second year).

    Args:
        grants: what the register holds.
        year: the first unfunded year; the last funded one of "udløber i" is the year before.
        asked: for each grant, by its id, the codes of the notes that ask to continue it.
        later: by first unfunded year, the money of further grants, all of which end after `year`.
    """
    known = sorted(grants, key=lambda grant: grant.id)
    ends = [(grant, grant.first_unfunded_year) for grant in known]
    found = tuple(_expiring(grant, (asked or {}).get(grant.id, ())) for grant, end in ends if end == year)
    fallen: Counter[Year] = Counter(later or {})
    for grant, end in ends:
        if end is not None and end >= year:
            fallen[end] += grant.last_amount or 0
    last = max(fallen, default=year)
    return Expiries(
        year,
        found,
        tuple(grant for grant in known if grant.end_unknown_after(year - 1)),
        {each: Kroner(fallen[each]) for each in range(year, last + 1)},
    )


def _expiring(grant: Grant, notes: Sequence[str]) -> Expiring:
    last, amount = grant.last_funded_year, grant.last_amount
    if last is None or amount is None:
        raise ValueError(f"The grant {grant.id} has no funded year, so it cannot expire.")
    return Expiring(grant, last, amount, tuple(notes))
