"""What a note says in words, place by place, and whom a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grantcheck.data.wording import Wording
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Trace
from grantcheck.model.location import Location
from grantcheck.model.note import Note
from grantcheck.model.terms import ClaimRole, StatementKind

RUNNING_TEXT = frozenset({"resume", "content", "economy"})


@dataclass(frozen=True)
class Said:
    """A sentence or a title, and where it stands."""

    text: str
    location: Location

    def trace(self, words: str | None = None) -> Trace:
        """The sentence with `words` marked."""
        return trace_text("text", self.text, self.location, words)


def sentences(note: Note) -> Iterator[Said]:
    """The sentences of the running text, in order."""
    for section in note.sections:
        if section.name in RUNNING_TEXT:
            yield from (Said(sentence.text, sentence.location) for sentence in section.sentences)


def title_of(note: Note) -> Said | None:
    """The title, where its place is known."""
    place = note.places.get("title")
    return Said(note.title, place) if note.title and place else None


def spoken_of(said: Said, note: Note, wording: Wording) -> ClaimRole:
    """Whom a sentence speaks of: the request or earlier money; a mention where it could be either, or none.

    Its amounts decide; where it has none, its verbs do.
    """
    roles = {claim.role for claim in note.claims if claim.text in said.text} - {ClaimRole.MENTION}
    if not roles:
        asks, grants = bool(wording.asks.found(said.text)), bool(wording.grants.found(said.text))
        roles = {role for role, is_so in ((ClaimRole.REQUEST, asks), (ClaimRole.PRIOR, grants)) if is_so}
    return roles.pop() if len(roles) == 1 else ClaimRole.MENTION


def continues(note: Note) -> bool:
    """Whether the title or the text says that something goes on; its name may then be the earlier grant's."""
    return note.subtitle is not None or any(s.kind is StatementKind.CONTINUES for s in note.statements)
