"""Which notes ask to continue the grants of a register in one budget year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grantcheck.data.profile import Profile
from grantcheck.model.document import Document
from grantcheck.model.years import Year
from grantcheck.register.forms import filed
from grantcheck.register.joining import KnownGrants, with_grants
from grantcheck.register.match import match
from grantcheck.register.round import asked_for, perhaps_asked_for

ByGrant = Mapping[str, tuple[str, ...]]
"""The names of notes by the id of a grant."""


@dataclass(frozen=True)
class Asking:
    """What the notes of a round ask of the grants of a register."""

    certain: ByGrant
    """The notes that continue a grant."""
    perhaps: ByGrant
    """The notes that are like it beyond doubt, but as like another grant."""
    notes: int
    """How many are of the budget year."""
    elsewhere: tuple[str, ...]
    """The notes of other budget years, and of none; they ask for nothing in this one."""


def asking(documents: Sequence[Document], known: KnownGrants, profile: Profile, budget_year: Year) -> Asking:
    """What the notes in `documents` ask for in a budget year, joined with the register as the audit does it."""
    cases = with_grants(
        [match(one.document, one.note, one.other_forms) for one in filed(documents)], known, profile
    )
    years = [(case.name, case.note.budget_year) for case in cases if case.note is not None]
    return Asking(
        asked_for(cases, budget_year),
        perhaps_asked_for(cases, budget_year),
        sum(year == budget_year for _, year in years),
        tuple(sorted(name for name, year in years if year != budget_year)),
    )
