"""Imports into the register, and what each of them changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from grantcheck.model.grant import GrantRow
from grantcheck.model.money import Kroner
from grantcheck.model.years import Year


@dataclass(frozen=True, slots=True)
class Batch:
    """One file that was imported."""

    number: int
    """From 1, in the order of the imports."""
    file: str
    file_sha256: str
    reading_sha256: str
    """Of the mapping and the other choices that decide what the file says."""
    imported_at: datetime
    known_from: date
    """The day from which its figures are known; an earlier `--as-of` does not see them."""
    first_year: Year
    last_year: Year
    rows: int
    refused: int
    """Rows of the file that were left out."""

    @property
    def covered(self) -> range:
        """The years of which it says something, if only by its silence."""
        return range(self.first_year, self.last_year + 1)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of a grant that a batch stated: new, changed, or said again."""

    row: GrantRow
    before: Kroner | None
    """What was known of it until then; None where nothing was."""


@dataclass(frozen=True, slots=True)
class BatchChanges:
    """What one batch said of one grant."""

    batch: Batch
    changes: tuple[Change, ...]
