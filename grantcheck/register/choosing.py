"""Grants by who holds them and what they count against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grantcheck.model.grant import Grant
from grantcheck.model.terms import ControlArea


@dataclass(frozen=True)
class Choice:
    """Which grants are wanted; all where nothing is said."""

    committee: str | None = None
    """A part of the committee's name, in capitals or not."""
    area: ControlArea | None = None
    """A control area that some of the grant counts against; the grant is taken whole."""

    def of(self, grants: Iterable[Grant]) -> list[Grant]:
        """Those of the grants that are wanted, in their order."""
        return [grant for grant in grants if self._fits(grant)]

    def _fits(self, grant: Grant) -> bool:
        if self.committee is not None and self.committee.casefold() not in grant.committee.casefold():
            return False
        return self.area is None or self.area in grant.control_areas
