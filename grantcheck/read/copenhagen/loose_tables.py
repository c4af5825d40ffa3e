"""Heading rows of tables that stand below no caption: their rows must not vanish in silence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from grantcheck.model.terms import TableKind
from grantcheck.read.copenhagen.table_heading import level_stated, unit_stated, year_runs
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.lines import Line

_BEFORE = 12
"""Lines with text that a heading may take before its years."""
_AFTER = 400
"""Lines below in which the row of the total is looked for."""
_MOST = 20
"""More tables without captions are told of as one."""
_DETAIL = (TableKind.SERVICE, TableKind.CAPITAL, TableKind.TRANSFERS)


@dataclass(frozen=True, slots=True)
class LooseTable:
    """A table without a caption."""

    start: int
    """Index of the line where its heading begins."""
    kind: TableKind | None


def find_loose_tables(
    lines: Sequence[Line], taken: Iterable[tuple[int, int]], profile: Profile
) -> list[LooseTable]:
    """Heading rows outside the tables that have a caption.

    Args:
        lines: the note's lines.
        taken: for each caption, where it begins and where its table ends.
        profile: names the rows of totals.
    """
    found: list[LooseTable] = []
    at = 0
    for start, end in [*sorted(taken), (len(lines), len(lines))]:
        for first, last in year_runs(lines[at:start]):
            heading = _heading_start(lines, at, at + first, profile)
            if heading is None:
                continue
            if len(found) >= _MOST:
                return [*found, LooseTable(heading, None)]
            below = lines[at + last : min(at + last + _AFTER, start)]
            found.append(LooseTable(heading, _kind(lines[heading : at + first + 1], below, profile)))
        at = max(at, end)
    return found


def _heading_start(lines: Sequence[Line], least: int, years: int, profile: Profile) -> int | None:
    """Where the unit or price level stands above the years; None where neither does."""
    above = (index for index in range(years, least - 1, -1) if lines[index].stripped)
    for index in islice(above, _BEFORE):
        printed = squeezed("".join(line.text for line in lines[index : index + 2]))
        level, _ = level_stated(printed, profile.template)
        if unit_stated(printed)[0] is not None or level is not None:
            return index
    return None


def _kind(heading: Sequence[Line], below: Sequence[Line], profile: Profile) -> TableKind | None:
    """The kind by the columns, and of the detail tables the one whose total comes first below."""
    words = squeezed("".join(line.text for line in heading))
    if "styringsområde" in words:
        return TableKind.OVERVIEW
    if "bevilling" not in words:
        return TableKind.PRIOR if "løbende" in words else None
    rows = squeezed("".join(line.text for line in below))
    places = [(rows.find(squeezed(label)), kind) for kind in _DETAIL for label in profile.caption(kind).total]
    return min(((at, kind) for at, kind in places if at >= 0), default=(0, None))[1]
