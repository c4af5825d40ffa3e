"""One side of a finding or an explanation, with its place."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.money import Kroner
from grantcheck.model.terms import PriceLevel
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
