"""Which grants of the register a note continues, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from grantcheck.model.grant import Grant
from grantcheck.model.text import Text

CONFIDENT = 90
"""The least score with which a grant is taken as the one that a note continues."""
WORTH_A_LOOK = 50
"""The least score with which a grant is named where none could be taken."""
MARGIN = 5
"""By how much the best grant must lead the second."""


class MatchPart(StrEnum):
    """What a note and a grant are compared by."""

    TITLE = "title"
    AGREEMENT = "agreement"
    COMMITTEE = "committee"
    CONTROL_AREA = "control_area"
    AMOUNT = "amount"


PART_NAMES = {
    MatchPart.TITLE: Text(en="title", da="titel"),
    MatchPart.AGREEMENT: Text(en="agreement", da="aftale"),
    MatchPart.COMMITTEE: Text(en="committee", da="udvalg"),
    MatchPart.CONTROL_AREA: Text(en="control area", da="styringsområde"),
    MatchPart.AMOUNT: Text(en="amount of the last funded year", da="beløb i det sidste finansierede år"),
}


@dataclass(frozen=True, slots=True)
class PartScore:
    """How alike note and grant are in one thing; what either does not state is no part."""

    part: MatchPart
    score: int
    """0 to 100."""
    weight: int
    note: Text
    """What the note states."""
    grant: Text
    """What the register states."""


@dataclass(frozen=True, slots=True)
class ScoredGrant:
    """A grant that a note may continue."""

    grant: Grant
    score: int
    """0 to 100: the parts by their weights, but never more than the title's."""
    parts: tuple[PartScore, ...]


@dataclass(frozen=True, slots=True)
class MatchedGrant:
    """A grant that a note continues."""

    grant: Grant
    activity: str | None
    """The activity of the note that continues it; None where the note as a whole does."""
    score: int
    parts: tuple[PartScore, ...]
    lead: int | None = None
    """By how much it leads the second; None where there is no second."""
    settled_by: str | None = None
    """Who settled it in the file of matches, and when; its score is then the program's own, for the record."""


@dataclass(frozen=True, slots=True)
class OpenMatch:
    """A note, or an activity of it, for which no grant could be taken; the best first."""

    activity: str | None
    candidates: tuple[ScoredGrant, ...]

    @property
    def lead(self) -> int | None:
        """By how much the best leads the second; None where there is no second."""
        if len(self.candidates) < 2:  # noqa: PLR2004 - a lead takes two
            return None
        return self.candidates[0].score - self.candidates[1].score


@dataclass(frozen=True, slots=True)
class Identified:
    """The grants of one note."""

    grants: tuple[MatchedGrant, ...] = ()
    open: tuple[OpenMatch, ...] = ()
