"""Committees, the departments that serve them, and what belongs to them: dated, since names change."""

from __future__ import annotations

import re
from datetime import date

from grantcheck.model.frozen import Frozen


class DatedName(Frozen):
    """A name that an office bears, and when."""

    name: str
    since: date | None = None
    """Its first day; None where it is older than any note."""
    until: date | None = None
    """Its last day; None where no end is known."""
    seen: int | None = None
    """The last year in which a source shows it in use; of a name without an end all that is known."""
    source: str

    def first_budget_year(self) -> int | None:
        """The first budget year that the name may stand in; None where any may."""
        return self.since.year if self.since else None

    def last_budget_year(self) -> int | None:
        """The last budget year that it is known to be right in: a note is written the year before its own."""
        if self.until:
            return self.until.year + 1
        return None if self.seen is None else self.seen + 1

    def is_known_in(self, budget_year: int) -> bool:
        """Whether a source tells of the name in that budget year, be it that it had ended."""
        last = self.last_budget_year()
        return self.until is not None or (last is not None and budget_year <= last)

    def holds_on(self, on: date | int) -> bool:
        """Whether the name holds on a day, or may stand in a note of a budget year."""
        if isinstance(on, date):
            return (self.since or on) <= on <= (self.until or on)
        return (self.first_budget_year() or on) <= on and (not self.until or on <= self.until.year + 1)


class Sourced(Frozen):
    """A word that belongs to a committee, and who says so."""

    name: str
    source: str


class Committee(Frozen):
    """A committee through its changes of name, and what belongs to it as far as a source tells."""

    names: tuple[DatedName, ...]
    """Oldest first."""
    departments: tuple[DatedName, ...] = ()
    """The department that serves it, through its names; oldest first."""
    prefixes: tuple[Sourced, ...] = ()
    """What the codes of its notes begin with."""
    appropriations: tuple[Sourced, ...] = ()
    """Appropriations that no other committee holds; what is not known is not here."""

    @property
    def name(self) -> str:
        """Its last name, which tells it from the other committees."""
        return self.names[-1].name


def alike(name: str, other: str) -> bool:
    """Whether two printed names are one but for case, blanks and hyphens.

    >>> alike("Klima-, Miljø- og Teknikudvalget", "Klima-, Miljø- og  Teknikud-valget")
    True
    """
    return _bare(name) == _bare(other)


def named(names: tuple[DatedName, ...], printed: str) -> DatedName | None:
    """The one of an office's names that is printed."""
    return next((name for name in names if alike(name.name, printed)), None)


def _bare(name: str) -> str:
    return re.sub(r"[\s\u00ad\u2010\u2011-]", "", name).casefold()
