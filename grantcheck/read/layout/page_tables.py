"""The tables of a page, and what is left of its words and rulings when they are taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.layout.anchors import anchors
from grantcheck.read.layout.lattice import lattice
from grantcheck.read.layout.line import lines_of
from grantcheck.read.layout.open_table import Region, open_table
from grantcheck.read.layout.ruling import connected, extent
from grantcheck.read.layout.stepped import apart

if TYPE_CHECKING:
    from grantcheck.read.layout.page import Page
    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.table import Table
    from grantcheck.read.layout.word import Word

_FEWEST_CELLS = 2
_MANY_RULINGS = 4_000
"""More rulings than any table of a note has; what a page of drawings has is not looked at."""


@dataclass(slots=True)
class PageTables:
    """The tables of a page from top to bottom, and the rest of it."""

    page: Page
    tables: list[Table]
    words: list[Word]
    """In no table."""
    rulings: list[Ruling]
    """In no drawn table."""


def page_tables(page: Page) -> PageTables:
    """Finds the tables of a page: drawn ones first, then those that only their headings show."""
    found = PageTables(page, [], list(page.words), [])
    if len(page.rulings) > _MANY_RULINGS:
        return _open_tables(found)
    for group in [part for whole in connected(page.rulings) for part in apart(whole, page.width)]:
        box = extent(group).grown(1)
        inside = [word for word in found.words if box.holds(word)]
        table = lattice(group, page.number, inside)
        if table is None or not _is_whole(table):
            found.rulings.extend(group)
            continue
        _take(found, table)
    return _open_tables(found)


def _open_tables(found: PageTables) -> PageTables:
    page = found.page
    ahead = anchors(found.words)
    for index, anchor in enumerate(ahead):
        bottom = min([page.height, *_obstacles(found, anchor.bottom)])
        if index + 1 < len(ahead):
            bottom = min(bottom, ahead[index + 1].top - 1)
        left = {id(word) for word in found.words}
        if any(id(word) not in left for word in anchor.line.words):
            continue
        table = open_table(anchor, Region(found.words, found.rulings, page.number, bottom, page.gapped))
        if table is not None:
            _take(found, table)
    found.tables.sort(key=lambda table: table.box.top)
    return found


def _obstacles(found: PageTables, below: float) -> list[float]:
    """Where the tables found so far begin that lie below."""
    return [
        table.box.top
        for table in found.tables
        if table.box.top > below and table.box.left < found.page.width / 2
    ]


def _take(found: PageTables, table: Table) -> None:
    used = {id(word) for slot in table.slots for word in slot.words} | {id(word) for word in table.heading}
    found.words = [word for word in found.words if id(word) not in used]
    found.tables.append(table)


def _is_whole(table: Table) -> bool:
    """Whether a drawn table has cells with text, and a cell for each of its years."""
    filled = [slot for slot in table.slots if slot.words]
    if len(table.slots) < _FEWEST_CELLS or not filled:
        return False
    return not any(
        sum(word.is_year for word in line.words) > 1 and all(word.is_year for word in line.words)
        for slot in filled
        for line in lines_of(slot.words)
    )
