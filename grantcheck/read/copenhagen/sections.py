"""The headings of the template, and the running text below each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import Section, Sentence
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.lines import Line, Passage, passage, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.sidebox import SideBox

_LONGEST = 200
_BOX_HEADING = "categories"


@dataclass(frozen=True, slots=True)
class Room:
    """A section's lines, from its heading to the next, and where its first table begins."""

    name: str
    start: int
    """Index of the heading among the note's lines."""
    end: int
    text_end: int
    """Index after its running text."""
    heading: str
    first: str
    """Text on the heading's own line, after a colon."""


def find_rooms(lines: Sequence[Line], captions: Sequence[int], profile: Profile) -> list[Room]:
    """The sections in the template's order; a heading that comes again, or out of order, is text.

    Args:
        lines: the note without its side box and running heads.
        captions: where tables begin.
        profile: names the headings.
    """
    order = [section for section in profile.sections if section.name != _BOX_HEADING]
    names = {squeezed(heading): rank for rank, section in enumerate(order) for heading in section.headings}
    found: list[tuple[int, int, str, str]] = []
    for index, line in enumerate(lines):
        printed, colon, rest = line.stripped[:_LONGEST].partition(":")
        rank = names.get(squeezed(printed))
        if rank is None or (rest.strip() and not colon) or not printed[0].isupper():
            continue
        if found and rank <= found[-1][1]:
            continue
        found.append((index, rank, printed.strip(), rest.strip()))
    rooms: list[Room] = []
    for place, (index, rank, heading, rest) in enumerate(found):
        end = found[place + 1][0] if place + 1 < len(found) else len(lines)
        text_end = next((caption for caption in captions if index < caption < end), end)
        rooms.append(Room(order[rank].name, index, end, text_end, heading, rest))
    return rooms


def read_sections(
    lines: Sequence[Line], rooms: Sequence[Room], boxes: Sequence[SideBox]
) -> tuple[Section, ...]:
    """The sections with their text."""
    sections = [_section(lines, room) for room in rooms]
    sections += [
        Section(name=_BOX_HEADING, heading=box.heading.stripped, text="", location=box.heading.location)
        for box in boxes[:1]
        if box.heading is not None
    ]
    return tuple(sorted(sections, key=lambda section: getattr(section.location, "line", 0)))


def _section(lines: Sequence[Line], room: Room) -> Section:
    running = passage(lines[room.start + 1 : room.text_end])
    place = lines[room.start].location
    first = (Sentence(text=room.first, location=place),) if room.first else ()
    return Section(
        name=room.name,
        heading=room.heading,
        text=" ".join(part for part in (room.first, running.text) if part),
        sentences=(*first, *_sentences(running)),
        location=place,
    )


def _sentences(running: Passage) -> Iterator[Sentence]:
    found = split_sentences(running.text)
    for index, start in enumerate(found.starts):
        text = found.sentence(index)
        if text:
            yield Sentence(text=text, location=running.location(start))
