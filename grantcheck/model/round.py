"""What the notes of one budget round are to each other."""

from __future__ import annotations

from dataclasses import dataclass

from grantcheck.model.frozen import Frozen
from grantcheck.model.grant import Grant
from grantcheck.model.years import Year


class OtherNote(Frozen):
    """Another note of the round, by its code and its file."""

    name: str
    path: str


class Rival(Frozen):
    """Another note that continues the same grant."""

    grant: str
    note: OtherNote


@dataclass(frozen=True)
class ExpiringGrant:
    """A grant of the register that ends before a budget year."""

    grant: Grant
    budget_year: Year
    """Its first unfunded year."""
    notes: tuple[str, ...]
    """The notes of that budget year that continue it."""
    perhaps: tuple[str, ...]
    """The notes that may continue it or another grant that is as like them."""
