"""Whose is what in a file of several notes: lines and tables go by their order, side boxes and running heads by page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.model.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.copenhagen.laid_out.transcript import NumberedGrid, NumberedTrouble, Transcript
    from grantcheck.read.copenhagen.pages import HeadedPage
    from grantcheck.read.copenhagen.sidebox import SideBox
    from grantcheck.read.lines import Line


@dataclass(slots=True)
class NoteParts:
    """What belongs to one note."""

    lines: list[Line] = field(default_factory=list)
    grids: list[NumberedGrid] = field(default_factory=list)
    boxes: list[SideBox] = field(default_factory=list)
    heads: list[HeadedPage] = field(default_factory=list)
    troubles: list[NumberedTrouble] = field(default_factory=list)


def shared_out(
    script: Transcript,
    body: Sequence[Line],
    boxes: Sequence[SideBox],
    heads: Sequence[HeadedPage],
    starts: Sequence[int],
) -> list[NoteParts]:
    """The parts of each note.

    Args:
        script: the file.
        body: its lines without side boxes.
        boxes: the side boxes, in order.
        heads: the running heads, in order.
        starts: the numbers of the lines that open a note.
    """
    share = _Share(script, starts)
    notes = [NoteParts() for _ in range(max(1, len(starts)))]
    for line in body:
        notes[share.by_order(line.number)].lines.append(line)
    for grid in script.grids:
        notes[share.by_order(grid.number)].grids.append(grid)
    for trouble in script.troubles:
        for index in share.all_on_page(trouble.number):
            notes[index].troubles.append(trouble)
    for head in heads:
        notes[share.by_page(getattr(head.head.location, "line", 1))].heads.append(head)
    one_each = len(boxes) == len(starts) and not share.has_pages
    for index, box in enumerate(boxes):
        number = box.heading.number if box.heading else 1
        notes[index if one_each else share.by_page(number)].boxes.append(box)
    return notes


def pages_of(parts: NoteParts, script: Transcript) -> range:
    """The pages that a note stands on; none where the format knows no pages."""
    numbers = [line.number for line in parts.lines]
    numbers += [grid.number for grid in parts.grids]
    numbers += [trouble.number for trouble in parts.troubles]
    places = map(script.place, numbers)
    pages = [place.page for place in places if isinstance(place, PageLocation)]
    return range(min(pages), max(pages) + 1) if pages else range(0)


class _Share:
    def __init__(self, script: Transcript, starts: Sequence[int]) -> None:
        self._script = script
        self._starts = list(starts)
        places = [script.place(start) for start in starts]
        self._pages = [place.page for place in places if isinstance(place, PageLocation)]

    @property
    def has_pages(self) -> bool:
        """Whether every note is known to begin on a page of its own."""
        return len(set(self._pages)) == len(self._starts) > 0

    def by_order(self, number: int) -> int:
        """The note that a line stands in; what comes before the first note belongs to it."""
        return max(0, bisect_right(self._starts, number) - 1)

    def all_on_page(self, number: int) -> list[int]:
        """The notes that have something on the page where something stands; a note may begin halfway down."""
        place = self._script.place(number)
        first = self.by_page(number)
        if not isinstance(place, PageLocation) or first == 0:
            return [first]
        begins = [index for index, start in enumerate(self._starts) if self._page_of(start) == place.page]
        if not begins:
            return [first]
        before = self._above(place.page, self._starts[begins[0]])
        return [*([begins[0] - 1] if before and begins[0] else []), *begins]

    def _page_of(self, number: int) -> int | None:
        place = self._script.place(number)
        return place.page if isinstance(place, PageLocation) else None

    def _above(self, page: int, start: int) -> bool:
        """Whether lines or tables of the note before stand on the page where a note begins."""
        numbers = [line.number for line in self._script.lines] + [grid.number for grid in self._script.grids]
        return any(number < start and self._page_of(number) == page for number in numbers)

    def by_page(self, number: int) -> int:
        """The note whose page something stands on; a page's head comes before the heading of the note."""
        place = self._script.place(number)
        if not self.has_pages or not isinstance(place, PageLocation):
            return self.by_order(number)
        return max(0, bisect_right(self._pages, place.page) - 1)
