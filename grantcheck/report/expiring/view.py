"""What every format of `grantcheck expiring` shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from grantcheck.model.grant import Grant
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.model.years import Year
from grantcheck.register.expiry import Expiries, Expiring


@dataclass(frozen=True)
class NotesRead:
    """The notes that were asked whether they go on."""

    of_the_year: int
    elsewhere: tuple[str, ...] = ()
    """Notes of other budget years, and of none."""
    not_wholly_read: tuple[str, ...] = ()
    """Files of which something was not read: who asks there is not known."""


@dataclass(frozen=True)
class ExpiringView:
    """What expires in a year, with what is needed to judge the answer."""

    found: Expiries
    register: str
    """As reports name it."""
    as_of: date
    of_all: int
    """The grants that the register holds."""
    notes: NotesRead | None = None
    """None where no notes were given: then nobody can say who asks."""
    perhaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each grant, by its id, the notes that may continue it."""

    @property
    def last_funded_year(self) -> Year:
        """The other year of "udløber i"."""
        return self.found.year - 1

    @property
    def unasked_total(self) -> Kroner:
        """The money of the grants that no note asks to continue."""
        return Kroner(sum(one.amount for one in self.found.unasked))

    @property
    def unknown_total(self) -> Kroner:
        """The money of the grants of which the end is not known."""
        return Kroner(sum(last_amount(grant) for grant in self.found.unknown))

    def perhaps_asked(self, one: Expiring) -> tuple[str, ...]:
        """The notes that may continue a grant and are not certain to."""
        return tuple(name for name in self.perhaps.get(one.grant.id, ()) if name not in one.notes)


def last_amount(grant: Grant) -> Kroner:
    """What a grant gives in its last funded year; nothing where it has none."""
    return grant.last_amount or Kroner(0)


def area_of(one: Expiring) -> ControlArea | None:
    """The one control area of its last funded year; None where there are several, or a row has none."""
    areas = list(one.by_area)
    return areas[0] if len(areas) == 1 else None
