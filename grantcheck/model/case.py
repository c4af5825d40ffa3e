"""What is judged: a note together with what was granted before."""

from __future__ import annotations

from grantcheck.model.allocation import Allocation
from grantcheck.model.document import Document
from grantcheck.model.frozen import Frozen
from grantcheck.model.grant_match import MatchedGrant, OpenMatch
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note
from grantcheck.model.round import ExpiringGrant, OtherNote, Rival
from grantcheck.model.terms import ControlArea
from grantcheck.model.waiver import WaiverStanding


class Pairing(Frozen):
    """An activity of the request and the one agreement that it continues."""

    activity: str
    control_area: ControlArea | None
    agreement: str


class Candidate(Frozen):
    """An agreement that the request may continue; listed where none could be chosen."""

    agreement: str
    last_funded_year: int
    amount: Kroner


class Case(Frozen):
    """One note, or one file without a readable note, and its prior allocations."""

    document: Document
    note: Note | None
    allocations: tuple[Allocation, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    activities: tuple[str, ...] = ()
    """The request's activities; with `candidates` they show why a pairing failed."""
    other_forms: tuple[Note, ...] = ()
    """The same note as other files; the best form is `note`."""
    with_register: bool = False
    """Whether grants of a register were there to match; without, the next two are empty and say nothing."""
    grants: tuple[MatchedGrant, ...] = ()
    """The grants of the register that the note continues."""
    open_matches: tuple[OpenMatch, ...] = ()
    """What of the note has grants that it may continue, none of them for certain."""
    other_notes: int = 0
    """How many other notes of its budget year were read with it."""
    same_code: tuple[OtherNote, ...] = ()
    """Other notes of its budget year with its code."""
    rivals: tuple[Rival, ...] = ()
    """Other notes of its budget year that continue a grant of it."""
    expiring: tuple[ExpiringGrant, ...] | None = None
    """Of the register as a whole: the grants that expire in the round. None for a note or a file."""
    waivers: tuple[WaiverStanding, ...] | None = None
    """Of the file of waivers as a whole. None for a note or a file."""

    @property
    def name(self) -> str:
        """The note's code, or the file's path where there is none."""
        return (self.note.code if self.note else None) or self.document.source.path
