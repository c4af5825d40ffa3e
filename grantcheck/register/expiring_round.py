"""The register in a budget round, as a case of its own: what expires, and whether a note asks to go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.model.case import Case
from grantcheck.model.document import Document, Measure
from grantcheck.model.note import Source
from grantcheck.model.round import ExpiringGrant
from grantcheck.model.years import Year
from grantcheck.register.expiry import expiries
from grantcheck.register.joining import KnownGrants
from grantcheck.register.round import asked_for, perhaps_asked_for

MEDIA_TYPE = "application/vnd.grantcheck.register"


def register_case(known: KnownGrants, cases: Sequence[Case]) -> Case:
    """The register beside the notes of a round; the budget years are those of the notes."""
    years = sorted({case.note.budget_year for case in cases if case.note and case.note.budget_year})
    expiring = tuple(one for year in years for one in _expiring(known, cases, year))
    source = Source(path=known.shown, sha256=known.sha256, media_type=MEDIA_TYPE)
    measure = Measure(bytes=0, byte_limit=0, characters=0, undecodable_bytes=0, control_characters=0)
    return Case(
        document=Document(source=source, measure=measure, notes=()),
        note=None,
        with_register=True,
        expiring=expiring,
    )


def _expiring(known: KnownGrants, cases: Sequence[Case], year: Year) -> Iterator[ExpiringGrant]:
    perhaps = perhaps_asked_for(cases, year)
    for one in expiries(known.grants, year, asked_for(cases, year)).grants:
        yield ExpiringGrant(one.grant, year, one.notes, perhaps.get(one.grant.id, ()))
