"""Tables that go on from one page to the next: put together, also where the break cuts a row."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.layout.cut_rows import doubt_blanks, is_cut, mend
from grantcheck.read.layout.open_table import Region, continued_table
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.page_tables import PageTables
    from grantcheck.read.layout.table import Slot, Table

_SAME_EDGE = 3.0
_HEADING_ROWS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR_TOP = 6
"""Rows that go on begin within this many lines of the page's first word."""


def join_pages(pages: Sequence[PageTables]) -> None:
    """Join tables over page breaks; a part that is joined is taken off its page."""
    open_table: Table | None = None
    for before, after in pairwise(pages):
        last = open_table or _last(before)
        open_table = None
        if last is None or not _at_end(before, last):
            continue
        part = _first(after, last)
        if part is None:
            continue
        alone = part in after.tables and len(after.tables) == 1 and _at_end(after, part)
        _join(last, part)
        if part in after.tables:
            after.tables.remove(part)
        open_table = last if alone else None


def _last(page: PageTables) -> Table | None:
    tables = [table for table in page.tables if _is_figures(table)]
    return max(tables, key=lambda table: table.box.bottom, default=None)


def _is_figures(table: Table) -> bool:
    """Whether a table has year headings."""
    return _years(table) > 1


def _years(table: Table) -> int:
    rows = range(min(_HEADING_ROWS, table.rows))
    return max((sum(map(_is_year, table.row(row))) for row in rows), default=0)


def _is_year(slot: Slot) -> bool:
    return bool(_YEAR.fullmatch(slot.text.text))


def _at_end(page: PageTables, table: Table) -> bool:
    """Whether nothing stands below a table on its page."""
    bottom = max(
        (word.baseline for slot in table.slots if slot.page == page.page.number for word in slot.words),
        default=table.box.bottom,
    )
    below = [word for word in page.words if word.baseline > bottom + 1]
    others = [other for other in page.tables if other is not table and other.box.top > bottom]
    return not below and not others


def _first(page: PageTables, last: Table) -> Table | None:
    """What stands first on a page, if it is the rest of a table."""
    tables = [
        table
        for table in page.tables
        if not any(word.baseline < table.box.top for word in page.words if word.left < table.box.right)
    ]
    for table in tables[:1]:
        return table if _same_columns(last, table) and _is_rest(last, table) else None
    if last.layout is None or not page.words:
        return None
    top = min(word.top for word in page.words) - 1
    bottom = min((table.box.top for table in page.tables), default=page.page.height)
    size = max(word.size for slot in last.slots for word in slot.words)
    rest = continued_table(
        last.layout, size, top, Region(page.words, page.rulings, page.page.number, bottom, page.page.gapped)
    )
    if rest is None or rest.box.top > top + _NEAR_TOP * size:
        return None
    used = {id(word) for slot in rest.slots for word in slot.words}
    page.words = [word for word in page.words if id(word) not in used]
    return rest


def _same_columns(one: Table, two: Table) -> bool:
    if one.columns != two.columns:
        return False
    if one.layout is not None or two.layout is not None:
        return True
    return all(abs(a - b) <= _SAME_EDGE for a, b in zip(one.edges, two.edges, strict=True))


def _is_rest(last: Table, part: Table) -> bool:
    """Whether a table has no heading of its own, or the same one again."""
    return not _is_figures(part) or _repeated(last, part) > 0


def _repeated(last: Table, part: Table) -> int:
    """How many rows at the top of a part are the heading again."""
    count = 0
    for row in range(min(_HEADING_ROWS, part.rows, last.rows)):
        texts = [squeezed(slot.text.text) for slot in part.row(row)]
        if texts != [squeezed(slot.text.text) for slot in last.row(row)] or not any(texts):
            break
        count += 1
    return count if count and _is_figures(part) else 0


def _join(last: Table, part: Table) -> None:
    skip = _repeated(last, part)
    first_figure = _first_figure(last)
    top = part.row(skip)
    if not top:
        return
    if last.rows > _heading_rows(last) and is_cut(last, top, first_figure):
        mend(last, top, first_figure)
        skip += 1
    else:
        doubt_blanks(top, first_figure)
    for slot in part.slots:
        if slot.row >= skip:
            slot.row += last.rows - skip
            last.slots.append(slot)
    last.rows += part.rows - skip
    last.ruled = last.ruled and part.ruled


def _first_figure(table: Table) -> int:
    """The column of the first year."""
    columns = [
        slot.column
        for row in range(min(_HEADING_ROWS, table.rows))
        for slot in table.row(row)
        if _is_year(slot)
    ]
    return min(columns, default=table.columns)


def _heading_rows(table: Table) -> int:
    rows = [
        slot.row + slot.row_span
        for row in range(min(_HEADING_ROWS, table.rows))
        for slot in table.row(row)
        if _is_year(slot)
    ]
    return max(rows, default=0)
