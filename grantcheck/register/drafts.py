"""What a file says, before any of it is in the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grantcheck.model.grant import Grant, GrantRow, folded
from grantcheck.model.location import Location
from grantcheck.model.money import Kroner
from grantcheck.model.text import Text
from grantcheck.model.years import Year


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be taken as it stands."""

    reason: Text
    location: Location
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row with its place in the file."""

    row: GrantRow
    location: Location


@dataclass(frozen=True)
class Draft:
    """The rows of a file, those that were refused, and the years that it covers."""

    rows: tuple[DraftRow, ...]
    refused: tuple[Refused, ...] = ()
    covered: tuple[Year, Year] | None = None
    """First and last; None where nothing names a year."""
    filtered: int = 0
    """Rows that the mapping leaves out."""

    @property
    def grants(self) -> dict[str, Grant]:
        """The grants that it names."""
        first, last = self.covered or (0, -1)
        rows = [each.row for each in self.rows]
        return folded(rows, dict.fromkeys((row.grant for row in rows), range(first, last + 1)))

    @property
    def totals(self) -> dict[Year, Kroner]:
        """The net amount of each year, over all rows."""
        found: dict[Year, Kroner] = {}
        for each in self.rows:
            found[each.row.year] = Kroner(found.get(each.row.year, 0) + each.row.amount)
        return dict(sorted(found.items()))


@dataclass(frozen=True)
class FileRead:
    """A file as it is to be imported."""

    name: str
    sha256: str
    reading_sha256: str
    """Of the mapping and the other choices that decide what the file says."""
    draft: Draft = field(repr=False)


def years_named(rows: Sequence[DraftRow]) -> tuple[Year, Year] | None:
    """The first and the last year among rows."""
    years = [each.row.year for each in rows]
    return (min(years), max(years)) if years else None
