"""The lines of a file to its notes: boxes and running heads out, then heading, sections, tables, claims."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING

from grantcheck.model.note import Note, Source, Unread
from grantcheck.model.reading_limits import USUAL, ReadingLimits
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.doubts import AMBIGUOUS, MARK, unread
from grantcheck.read.copenhagen.heading import Heading, heading_lines, read_heading
from grantcheck.read.copenhagen.long_note import LongNote, note_too_long
from grantcheck.read.copenhagen.marks import read_districts
from grantcheck.read.copenhagen.pages import HeadedPage, without_running_heads
from grantcheck.read.copenhagen.running_text import TextReading, not_searched, pieces, read_text
from grantcheck.read.copenhagen.sections import Room, find_rooms, read_sections, texts_of
from grantcheck.read.copenhagen.sidebox import BOX_HEADING, SideBox, take_side_boxes
from grantcheck.read.copenhagen.table_heading import Caption, find_captions
from grantcheck.read.copenhagen.tables import TablesFound, read_tables
from grantcheck.read.lines import Line
from grantcheck.read.refused import too_many_notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import LineLocation


def read_notes(
    lines: Sequence[Line], source: Source, profile: Profile, limits: ReadingLimits = USUAL
) -> tuple[Note, ...]:
    """Every note of a file, in order; none where it holds neither a code nor a table.

    Args:
        lines: the file.
        source: says which file it is.
        profile: the municipality's words.
        limits: how many notes are read, and of how many pages; a longer one is named and not read.

    Raises:
        RefusedError: there are too many notes.
    """
    resume = profile.sections[0].headings
    starts = heading_lines(lines, resume)
    if len(starts) > limits.notes_per_file:
        raise too_many_notes(len(starts), limits.notes_per_file)
    bounds = [0, *starts[1:], len(lines)] if starts else [0, len(lines)]
    notes = [
        _read_note(lines[start:end], source, profile, limits.pages_per_note)
        for start, end in itertools.pairwise(bounds)
    ]
    return tuple(note for note in notes if note is not None)


def _read_note(lines: Sequence[Line], source: Source, profile: Profile, most_pages: int) -> Note | None:
    pages = 1 + sum(line.after_break for line in lines[1:])
    if pages > most_pages:
        return _too_long(lines, source, profile, LongNote(pages, most_pages, lines[0].location))
    bare, heads = without_running_heads(lines, profile.template)
    body, boxes = take_side_boxes(bare, profile)
    captions = find_captions(body, profile)
    start = next(iter(heading_lines(body, profile.sections[0].headings)), None)
    if start is None and not captions:
        return None
    heading = read_heading(body[start:] if start is not None else [], profile.sections[0].headings)
    rooms = find_rooms(body, profile)
    tables = read_tables(body, captions, _table_ends(body, captions, rooms), profile)
    return Assembly(body, heads, boxes, heading, rooms, tables, profile).note(source)


def _too_long(lines: Sequence[Line], source: Source, profile: Profile, long: LongNote) -> Note:
    resume = profile.sections[0].headings
    start = next(iter(heading_lines(lines, resume)), None)
    return note_too_long(read_heading(lines[start:] if start is not None else [], resume), source, long)


def _table_ends(lines: Sequence[Line], captions: Sequence[Caption], rooms: Sequence[Room]) -> list[int]:
    """For each caption, where its table must end: at the next caption or heading."""
    stops = sorted({*(caption.start for caption in captions), *(room.start for room in rooms)})
    ends = [bisect_left(stops, caption.end) for caption in captions]
    return [stops[end] if end < len(stops) else len(lines) for end in ends]


class Assembly:
    """One note's parts, and what was not read of them; whatever format they come from."""

    def __init__(
        self,
        lines: list[Line],
        heads: list[HeadedPage],
        boxes: list[SideBox],
        heading: Heading,
        rooms: list[Room],
        tables: TablesFound,
        profile: Profile,
    ) -> None:
        self._lines = lines
        self._heads = heads
        self._boxes = boxes
        self._heading = heading
        self._rooms = rooms
        self._tables = tables
        self._profile = profile
        self._unread: list[Unread] = []
        self._places: dict[str, LineLocation] = dict(heading.places)

    def note(self, source: Source) -> Note:
        """The note."""
        budget_year = self._budget_year()
        department = self._department()
        self._tell_heading(budget_year, department)
        said = self._running_text(budget_year)
        categories = self._categories()
        districts = self._districts()
        return Note(
            source=source,
            code=self._heading.code,
            title=self._heading.title,
            subtitle=self._heading.subtitle,
            budget_year=budget_year,
            department=department,
            categories=categories,
            districts=districts,
            claims=said.claims,
            statements=said.statements,
            tables=self._tables.tables,
            sections=read_sections(
                self._lines, self._rooms, self._boxes, self._tables.rooms, self._profile.districts
            ),
            page_heads=tuple(page.head for page in self._heads),
            unread=(*self._unread, *self._tables.unread),
            places=dict(self._places),
        )

    @property
    def _top(self) -> LineLocation:
        return next((line for line in self._lines if line.stripped), self._lines[0]).location

    def _tell(
        self, code: str, about: str, en: str, da: str, location: LineLocation, excerpt: str = ""
    ) -> None:
        self._unread.append(unread(code, about, Text(en=en, da=da), location, excerpt))

    def _budget_year(self) -> int | None:
        """The year of the side box, or of the running heads where there is none; None where they differ."""
        box = self._boxes[0] if self._boxes else None
        stated = {box.budget_year for box in self._boxes if box.budget_year}
        stated |= {page.budget_year for page in self._heads if page.budget_year}
        place = box.year_place if box else None
        if place is None and self._heads and isinstance(self._heads[0].head.location, type(self._top)):
            place = self._heads[0].head.location
        if len(stated) != 1:
            return None
        if place is not None:
            self._places["budget_year"] = place
        return stated.pop()

    def _department(self) -> str | None:
        named = {box.department for box in self._boxes if box.department}
        if len(named) != 1:
            return None
        place = next((box.department_place for box in self._boxes if box.department_place), None)
        if place is not None:
            self._places["department"] = place
        return named.pop()

    def _tell_heading(self, budget_year: int | None, department: str | None) -> None:
        if not self._heading.certain:
            self._tell(
                AMBIGUOUS,
                "heading",
                "The note's code and title were not found above its first section.",
                "Notatets kode og titel blev ikke fundet over det første afsnit.",
                self._top,
            )
        if budget_year is None:
            self._tell(
                AMBIGUOUS,
                "heading",
                "The budget year was not found, or is not the same everywhere.",
                "Budgetåret blev ikke fundet, eller er ikke det samme overalt.",
                self._top,
            )
        if department is None:
            self._tell(
                AMBIGUOUS,
                "heading",
                f'The department was not found above "{self._box_heading}".',
                f'Forvaltningen blev ikke fundet over "{self._box_heading}".',
                self._top,
            )

    def _running_text(self, budget_year: int | None) -> TextReading:
        """The amounts and phrases of all sections; an amount in a part that was not read is told of."""
        tables = self._tables.rooms
        lines = self._lines
        texts = [piece for room in self._rooms for piece in texts_of(lines, room, tables)]
        said = read_text(texts, budget_year, self._profile.wording.statements)
        hidden: list[Sequence[Line]] = [lines[table.start : table.end] for table in tables if not table.read]
        if not self._heading.certain:
            first = self._rooms[0].start if self._rooms else len(lines)
            hidden += pieces(lines, 0, first, tables)
        self._unread += [*said.unread, *not_searched(hidden)]
        return said

    @property
    def _box_heading(self) -> str:
        """What the template prints above the marks of the side box."""
        named = (section for section in self._profile.sections if section.name == BOX_HEADING)
        return next((section.headings[0] for section in named), BOX_HEADING)

    def _categories(self) -> dict[str, bool | None]:
        if not self._boxes:
            self._tell(
                MARK,
                "categories",
                f'The side box "{self._box_heading}" was not found.',
                f'Sideboksen "{self._box_heading}" blev ikke fundet.',
                self._top,
            )
            return {}
        first = self._boxes[0]
        marks = dict(first.marks)
        if any(box.marks != first.marks for box in self._boxes[1:]):
            marks = dict.fromkeys(marks, None)
        self._places |= {f"category: {label}": place for label, place in first.places.items()}
        open_marks = [label for label, mark in marks.items() if mark is None]
        if open_marks:
            names = ", ".join(open_marks)
            self._tell(
                MARK,
                "categories",
                f"It is not certain whether these categories are marked: {names}.",
                f"Det er ikke sikkert, om disse kategorier er markeret: {names}.",
                first.heading.location if first.heading else self._top,
            )
        return marks

    def _districts(self) -> dict[str, bool | None]:
        room = next((room for room in self._rooms if room.name == "districts"), None)
        lines = [room.first, *self._lines[room.start + 1 : room.end]] if room else []
        marks = read_districts(lines, self._profile.districts)
        open_marks = [label for label, mark in marks.items() if mark is None]
        if open_marks:
            names = ", ".join(open_marks)
            self._tell(
                MARK,
                "districts",
                f"It is not certain whether these districts are marked: {names}.",
                f"Det er ikke sikkert, om disse bydele er afkrydset: {names}.",
                self._lines[room.start].location if room else self._top,
            )
        return marks
