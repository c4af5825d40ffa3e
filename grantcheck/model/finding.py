"""What a check found: contract 2's `findings`."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.money import Kroner
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.terms import PriceLevel
from grantcheck.model.waiver import Waiver
from grantcheck.model.years import Year


class Evidence(Frozen):
    """One side of a finding, as it stands in its source."""

    role: str
    text: str
    mark: tuple[int, int] | None = None
    """The figure within `text`: start and end."""
    amount: Kroner | None = None
    year: Year | None = None
    price_level: PriceLevel | None = None
    place: str
    location: Location
    path: str | None = None
    """The file, where it is not the note's own."""


class Finding(Frozen):
    """One outcome of one rule at one place, with evidence from both sides and the arithmetic between."""

    rule: str
    name: str
    title: str
    outcome: Outcome
    severity: Severity | None
    note: str
    """The note's code, or the path where there is none."""
    path: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    calculation: tuple[str, ...] = ()
    fix: str = ""
    fingerprint: str = ""
    waiver: Waiver | None = None
