"""Cases with the grants of the register that their notes continue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from grantcheck.data.matches import SettledMatch
from grantcheck.data.profile import Profile
from grantcheck.model.case import Case
from grantcheck.model.grant import Grant, GrantRow
from grantcheck.model.record import RegisterState
from grantcheck.register.grant_index import GrantIndex
from grantcheck.register.identify import identified

_STATED = attrgetter(*(one.name for one in fields(GrantRow) if one.name != "batch"))
"""What a row says; not by which import."""


@dataclass(frozen=True)
class KnownGrants:
    """What a register knows on a day, and what a person settled about it."""

    grants: tuple[Grant, ...]
    settled: tuple[SettledMatch, ...] = ()
    shown: str = "register"
    """The register as reports name it."""
    matches: Path | None = None
    """The file that settles."""
    state: RegisterState | None = None
    """How far the register had come."""

    @cached_property
    def sha256(self) -> str:
        """Of all that it knows, so that two registers of one content give one report."""
        digest = sha256()
        for grant in self.grants:
            digest.update(repr((grant.id, grant.title, grant.covered)).encode())
            for row in grant.rows:
                digest.update(repr(_STATED(row)).encode())
        return digest.hexdigest()


def with_grants(cases: Iterable[Case], known: KnownGrants, profile: Profile) -> list[Case]:
    """The cases in their order, each with the grants found for it; a file without a note has none."""
    index = GrantIndex.of(known.grants)
    return [_joined(case, index, profile, known.settled) for case in cases]


def _joined(case: Case, index: GrantIndex, profile: Profile, settled: Sequence[SettledMatch]) -> Case:
    if case.note is None:
        return case.model_copy(update={"with_register": True})
    found = identified(case.note, index, profile, settled)
    return case.model_copy(update={"with_register": True, "grants": found.grants, "open_matches": found.open})
