"""Captions among the lines of a note, and the tables that stand below them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from grantcheck.read.copenhagen.running_text import TableRoom, footnotes_end
from grantcheck.read.copenhagen.table_heading import Caption, find_captions
from grantcheck.read.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.copenhagen.laid_out.transcript import NumberedGrid


@dataclass(slots=True)
class Captioned:
    """A caption, the number of its line, and the tables below it."""

    caption: Caption
    number: int
    grids: list[NumberedGrid] = field(default_factory=list)


def read_captions(lines: Sequence[Line], grids: Sequence[NumberedGrid], profile: Profile) -> list[Caption]:
    """The captions of a note; none goes on behind a table."""
    numbers = [grid.number for grid in grids]
    found: list[Caption] = []
    at = 0
    for _, group in groupby(lines, key=lambda line: bisect_left(numbers, line.number)):
        part = [replace(line, text=_without_continued(line.text, profile)) for line in group]
        found += [
            replace(caption, start=caption.start + at, end=caption.end + at)
            for caption in find_captions(part, profile)
        ]
        at += len(part)
    return found


def _without_continued(text: str, profile: Profile) -> str:
    """A caption without the words that mark it as repeated on the next page."""
    words = "|".join(re.escape(word) for word in profile.continued)
    return re.sub(rf"[\s(–,-]+(?:{words})[\s).:]*$", "", text, flags=re.IGNORECASE) if words else text


def under_captions(
    captions: Sequence[Caption], stops: Sequence[int], lines: Sequence[Line], grids: Sequence[NumberedGrid]
) -> tuple[list[Captioned], list[NumberedGrid]]:
    """Each caption with its tables, and the tables that belong to none.

    Args:
        captions: the captions, in order.
        stops: indexes of lines that end a table's room: headings of sections.
        lines: the note's lines.
        grids: its tables.
    """
    found = [Captioned(caption, lines[caption.start].number) for caption in captions]
    opened = [one.number for one in found]
    headings = sorted({lines[stop].number for stop in stops}.difference(opened))
    loose: list[NumberedGrid] = []
    for grid in grids:
        last = bisect_left(opened, grid.number) - 1
        above = bisect_left(headings, grid.number) - 1
        if last < 0 or (above >= 0 and headings[above] > opened[last]):
            loose.append(grid)
        else:
            found[last].grids.append(grid)
    return found, loose


def table_rooms(
    captioned: Sequence[Captioned],
    loose: Sequence[NumberedGrid],
    stops: Sequence[int],
    lines: Sequence[Line],
) -> list[TableRoom]:
    """The lines that captions and footnotes take; below a caption without a table, all up to the next stop.

    Args:
        captioned: the captions with the tables below them.
        loose: tables below no caption.
        stops: indexes of lines that end a table's room: headings of sections.
        lines: the note's lines.
    """
    numbers = [line.number for line in lines]
    ends = sorted({*stops, *(one.caption.start for one in captioned), len(lines)})
    rooms: list[TableRoom] = []
    for one in captioned:
        end = ends[bisect_left(ends, one.caption.end)]
        rooms.append(
            TableRoom(one.caption.start, one.caption.end if one.grids else end, read=bool(one.grids))
        )
    for grid in (*loose, *(grid for one in captioned for grid in one.grids)):
        start = bisect_left(numbers, grid.number)
        end = ends[min(bisect_left(ends, start), len(ends) - 1)]
        rooms.append(TableRoom(start, footnotes_end(lines, start, end, broken=False)))
    return rooms
