"""Text of the template or of a draft, and parts left empty."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.figures import activities
from grantcheck.derive.texts.said import RUNNING_TEXT, title_of
from grantcheck.derive.tracing import trace_row, trace_text
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note, Section


def leftover_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """A `leftover` fact per piece of such text, and a `filled` fact per part that must hold text."""
    found = list(dict.fromkeys(_found(note, profile)))
    looked_at = sum(len(section.sentences) for section in note.sections)
    for words, trace in found:
        yield _leftover(words, looked_at, (trace,))
    if not found and looked_at:
        yield _leftover("", looked_at, ())
    yield from (_filled(section) for section in note.sections if section.name in RUNNING_TEXT)


def _leftover(words: str, looked_at: int, traces: tuple[Trace, ...]) -> Fact:
    return fact(
        "leftover",
        {
            "what": "text",
            "quote": words,
            "places": 1 if words else 0,
            "characters": len(words),
            "sentences": looked_at,
        },
        traces=traces,
    )


def _filled(section: Section) -> Fact:
    return fact(
        "leftover",
        {
            "what": "part",
            "quote": section.heading,
            "places": 0,
            "characters": len("".join(section.text.split())),
            "sentences": len(section.sentences),
        },
        traces=(trace_text("text", section.heading, section.location),),
    )


def _found(note: Note, profile: Profile) -> Iterator[tuple[str, Trace]]:
    words = profile.wording.leftovers
    title = title_of(note)
    for said in (title,) if title else ():
        yield from ((found, said.trace(found)) for found in words.found(said.text))
    for section in note.sections:
        for sentence in section.sentences:
            for found in words.found(sentence.text):
                yield found, trace_text("text", sentence.text, sentence.location, found)
    for table in note.tables:
        if note.has_recognised(table):
            continue
        for row in activities(table):
            names = " | ".join(part for part in (row.label, row.committee, row.appropriation) if part)
            yield from ((found, trace_row(table, row)) for found in words.found(names))
