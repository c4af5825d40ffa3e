"""A layout to its notes: a heading with code and title opens the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.model.note import Note
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.doubts import unread
from grantcheck.read.copenhagen.heading import heading_lines, read_heading
from grantcheck.read.copenhagen.laid_out.captions import read_captions, table_rooms, under_captions
from grantcheck.read.copenhagen.laid_out.note_tables import read_note_tables
from grantcheck.read.copenhagen.laid_out.places import with_places
from grantcheck.read.copenhagen.laid_out.sharing import NoteParts, pages_of, shared_out
from grantcheck.read.copenhagen.laid_out.side_boxes import all_side_boxes
from grantcheck.read.copenhagen.laid_out.transcript import NumberedTrouble, Transcript, transcribe
from grantcheck.read.copenhagen.long_note import LongNote, note_too_long
from grantcheck.read.copenhagen.note import Assembly
from grantcheck.read.copenhagen.pages import without_running_heads
from grantcheck.read.copenhagen.sections import find_rooms
from grantcheck.read.copenhagen.sidebox import SideBox
from grantcheck.read.lines import squeezed
from grantcheck.read.refused import too_many_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.note import Source, Unread
    from grantcheck.read.blocks import Layout
    from grantcheck.read.copenhagen.heading import Heading
    from grantcheck.read.lines import Line

_HEADING_LINES = 7
_IMAGE = "GC902"
_ONCE = "GC908"
"""Tracked changes are told at the first of them."""


def read_laid_out(
    layout: Layout, source: Source, profile: Profile, limits: ReadingLimits = USUAL
) -> tuple[Note, ...]:
    """Every note of a layout, in order; none where it holds neither a code nor a table of the template.

    A file whose pages are images gives one note that says so.

    Args:
        layout: the file.
        source: says which file it is.
        profile: the municipality's words.
        limits: how many notes are read, and of how many pages; a longer one is named and not read.

    Raises:
        RefusedError: there are too many notes.
    """
    script = transcribe(layout, profile)
    body, boxes = all_side_boxes(script.lines, profile)
    for box in boxes:
        _doubt_cells(box, script)
    _, heads = without_running_heads(script.heads, profile.template)
    starts = [body[start].number for start in heading_lines(body, profile.sections[0].headings)]
    if len(starts) > limits.notes_per_file:
        raise too_many_notes(len(starts), limits.notes_per_file)
    parts = shared_out(script, body, boxes, heads, starts)
    read = [_read_within(limits.pages_per_note, part, script, source, profile) for part in parts]
    notes = [note for note in read if note is not None]
    if not notes and any(each.trouble.code == _IMAGE for each in script.troubles):
        return (with_places(_image_only(script, source), script),)
    return tuple(notes)


def _image_only(script: Transcript, source: Source) -> Note:
    """A note of which nothing could be read, since its pages are images."""
    return Note(
        source=source,
        code=None,
        title=None,
        subtitle=None,
        budget_year=None,
        department=None,
        categories={},
        districts={},
        unread=tuple(_troubles(script.troubles)),
    )


def _read_within(
    most_pages: int, parts: NoteParts, script: Transcript, source: Source, profile: Profile
) -> Note | None:
    pages = pages_of(parts, script)
    resume = profile.sections[0].headings
    start = next(iter(heading_lines(parts.lines, resume)), None)
    if len(pages) <= most_pages or start is None:
        return _read_note(parts, script, source, profile)
    lines = parts.lines[start:]
    long = LongNote(len(pages), most_pages, script.place(lines[0].number))
    return with_places(note_too_long(read_heading(lines, resume), source, long), script)


def _read_note(parts: NoteParts, script: Transcript, source: Source, profile: Profile) -> Note | None:
    resume = profile.sections[0].headings
    lines = parts.lines
    captions = read_captions(lines, parts.grids, profile)
    start = next(iter(heading_lines(lines, resume)), None)
    if not lines or (start is None and not captions):
        return None
    heading = read_heading(lines[start:] if start is not None else [], resume)
    if start is not None and _runs_into_box(lines[start:], heading, profile):
        heading = replace(heading, title=None, certain=False)
    rooms = find_rooms(lines, profile)
    stops = [room.start for room in rooms]
    captioned, loose = under_captions(captions, stops, lines, parts.grids)
    taken = table_rooms(captioned, loose, stops, lines)
    tables = read_note_tables(captioned, loose, taken, script, profile)
    note = Assembly(lines, parts.heads, parts.boxes, heading, rooms, tables, profile).note(source)
    told = (*note.unread, *_troubles(parts.troubles))
    return with_places(note.model_copy(update={"unread": told}), script)


def _runs_into_box(lines: Sequence[Line], heading: Heading, profile: Profile) -> bool:
    """Whether a line of the side box stands between the code and the end of the title."""
    title = squeezed(heading.title or "")
    budget = profile.template.budget_year
    beside = [line for line in lines[1:_HEADING_LINES] if budget.fullmatch(line.stripped)]
    return any(squeezed(line.text) in title for line in beside)


def _doubt_cells(box: SideBox, script: Transcript) -> None:
    """A mark is not decided where a cell of its line is not certain."""
    for label, place in box.places.items():
        if place.line in script.doubtful and label in box.marks:
            box.marks[label] = None


def _troubles(troubles: Sequence[NumberedTrouble]) -> Iterator[Unread]:
    """What was not turned into blocks; tracked changes and the like are told once."""
    told: set[tuple[str, str, str]] = set()
    for one in troubles:
        trouble = one.trouble
        key = (trouble.code, trouble.about, trouble.english)
        if trouble.code == _ONCE and key in told:
            continue
        told.add(key)
        message = Text(en=trouble.english, da=trouble.danish)
        yield unread(trouble.code, trouble.about, message, trouble.location)
