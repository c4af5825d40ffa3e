"""The money of a budget round that falls away, and who asks for it to go on."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.money import Kroner
from grantcheck.model.years import Year


class EndingGrant(Frozen):
    """A grant whose first year without money is a budget year of the round."""

    grant: str
    """Its id in the register; the note's name where the note's own table of prior allocations tells of it."""
    title: str
    committee: str
    """Empty where none is named."""
    first_unfunded_year: Year
    amount: Kroner
    """What it gives in its last funded year."""
    notes: tuple[str, ...] = ()
    """The notes that ask to continue it."""
    perhaps: tuple[str, ...] = ()
    """Notes that may continue it, or another grant that is as like them."""


class FallingAway(Frozen):
    """The money of one committee that falls away in one year."""

    year: Year
    """The first one without it."""
    committee: str
    """Empty where none is named."""
    amount: Kroner


class ExpiringMoney(Frozen):
    """What ends in the budget years of a round and after them, as far as is known."""

    source: str | None
    """The register that tells of it; None where the notes' own tables are all there is."""
    from_year: Year
    """The first budget year of the round."""
    grants: tuple[EndingGrant, ...] = ()
    cliff: tuple[FallingAway, ...] = ()
    """From `from_year` on, by year and committee."""
    unknown: tuple[str, ...] = ()
    """Grants, or notes that continue one, of which it is not known when the money ends."""
