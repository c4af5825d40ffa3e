"""The headings of the template, and the running text below each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.model.note import Section, Sentence
from grantcheck.read.copenhagen.marks import without_marks
from grantcheck.read.copenhagen.running_text import TableRoom, pieces
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.copenhagen.sidebox import BOX_HEADING
from grantcheck.read.lines import Line, Passage, passage, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.sidebox import SideBox

_LONGEST = 200
_MARKS_HEADING = "districts"


@dataclass(frozen=True, slots=True)
class Room:
    """A section's lines, from its heading to the next."""

    name: str
    start: int
    """Index of the heading among the note's lines."""
    end: int
    heading: str
    first: Line
    """The heading's own line without the heading: what stands after a colon."""


def find_rooms(lines: Sequence[Line], profile: Profile) -> list[Room]:
    """The sections in the template's order; a heading that comes again, or out of order, is text.

    Args:
        lines: the note without its side box and running heads.
        profile: names the headings.
    """
    order = [section for section in profile.sections if section.name != BOX_HEADING]
    names = {squeezed(heading): rank for rank, section in enumerate(order) for heading in section.headings}
    found: list[tuple[int, int, str, Line]] = []
    for index, line in enumerate(lines):
        printed, colon, _ = line.stripped[:_LONGEST].partition(":")
        rank = names.get(squeezed(printed))
        if rank is None or not printed[0].isupper():
            continue
        if found and rank <= found[-1][1]:
            continue
        behind = len(line.text) - len(line.text.lstrip()) + len(printed) + len(colon)
        found.append((index, rank, printed.strip(), _from(line, behind)))
    if not found:
        return []
    ends = [*(index for index, *_ in found[1:]), len(lines)]
    return [
        Room(order[rank].name, index, end, heading, first)
        for (index, rank, heading, first), end in zip(found, ends, strict=True)
    ]


def _from(line: Line, column: int) -> Line:
    """A line with blanks for its beginning."""
    return replace(line, text=" " * column + line.text[column:])


def texts_of(lines: Sequence[Line], room: Room, tables: Sequence[TableRoom]) -> list[Sequence[Line]]:
    """A section's running text, in the pieces that tables leave of it."""
    own = [*lines[: room.start], room.first, *lines[room.start + 1 : room.end]]
    return pieces(own, room.start, room.end, tables)


def read_sections(
    lines: Sequence[Line],
    rooms: Sequence[Room],
    boxes: Sequence[SideBox],
    tables: Sequence[TableRoom],
    districts: Sequence[str],
) -> tuple[Section, ...]:
    """The sections with their text."""
    sections = [_section(lines, room, tables, districts) for room in rooms]
    sections += [
        Section(name=BOX_HEADING, heading=box.heading.stripped, text="", location=box.heading.location)
        for box in boxes[:1]
        if box.heading is not None
    ]
    return tuple(sorted(sections, key=lambda section: getattr(section.location, "line", 0)))


def _section(
    lines: Sequence[Line], room: Room, tables: Sequence[TableRoom], districts: Sequence[str]
) -> Section:
    running = passage([line for piece in texts_of(lines, room, tables) for line in piece])
    place = lines[room.start].location
    if room.name == _MARKS_HEADING:
        text = without_marks(running.text, districts)
        cut = split_sentences(text)
        said = [cut.sentence(index) for index in range(len(cut.starts))]
        sentences = [Sentence(text=each, location=place) for each in said if each]
    else:
        text = running.text
        sentences = list(_sentences(running))
    return Section(
        name=room.name,
        heading=room.heading,
        text=text,
        sentences=tuple(sentences),
        location=place,
    )


def _sentences(running: Passage) -> Iterator[Sentence]:
    found = split_sentences(running.text)
    for index, start in enumerate(found.starts):
        text = found.sentence(index)
        if text:
            yield Sentence(text=text, location=running.location(start))
