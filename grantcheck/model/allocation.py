"""Earlier grants."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea, PriceLevel
from grantcheck.model.years import Year


class Allocation(Frozen):
    """What one agreement granted in one year. A cancellation is negative."""

    agreement: str
    agreement_year: Year | None
    """The first year that the agreement's name mentions; None where it mentions none."""
    year: Year
    amount: Kroner | None
    """None where the figure is in doubt."""
    price_level: PriceLevel | None
    control_area: ControlArea | None = None
    row: int
    """The row of the source table, from 0."""
    location: Location
