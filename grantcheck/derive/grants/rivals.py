"""Codes and grants that a note shares with other notes of its budget round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.grant import Grant
from grantcheck.model.location import GrantLocation, LineLocation
from grantcheck.model.note import Note
from grantcheck.model.round import OtherNote
from grantcheck.model.text import Text

_START = LineLocation(line=1, column=1)


def rival_facts(case: Case, note: Note) -> Iterator[Fact]:
    """A `note-code`, empty where none was read, and a `claimed-grant` per grant that the note continues."""
    yield _code_fact(note, note.code or "", case)
    for grant in {match.grant.id: match.grant for match in case.grants}.values():
        yield _claim_fact(grant, [rival.note for rival in case.rivals if rival.grant == grant.id])


def _code_fact(note: Note, code: str, case: Case) -> Fact:
    named = ", ".join(sorted(other.path for other in case.same_code))
    return fact(
        "note-code",
        {"code": code, "round_notes": case.other_notes, "other_notes": len(case.same_code)},
        shown={"named": Text(en=named, da=named)},
        traces=(trace_text("request", code, note.places.get("code", _START)),),
    )


def _claim_fact(grant: Grant, others: Sequence[OtherNote]) -> Fact:
    named = ", ".join(sorted(f"{other.name} ({other.path})" for other in others))
    return fact(
        "claimed-grant",
        {"grant": grant.id, "title": grant.title, "other_notes": len(others)},
        shown={"named": Text(en=named, da=named)},
        traces=(trace_text("prior", grant.title or grant.id, GrantLocation(grant=grant.id)),),
    )
