"""Where a finding stands, for formats that know lines and columns only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding


@dataclass(frozen=True)
class Spot:
    """A line and a column, both from 1, and the place in words where they do not tell it."""

    line: int = 1
    column: int = 1
    place: str = ""


def spot_of(evidence: Evidence) -> Spot:
    """The spot of one side of a finding; files without lines have line 1, column 1 and a place in words."""
    if isinstance(evidence.location, LineLocation):
        return Spot(max(1, evidence.location.line), max(1, evidence.location.column))
    return Spot(place=evidence.place)


def spot(finding: Finding) -> Spot:
    """The spot of the finding's first evidence; the start of the file where there is none."""
    return spot_of(finding.evidence[0]) if finding.evidence else Spot()
