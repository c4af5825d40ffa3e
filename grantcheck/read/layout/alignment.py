"""Lines of text to rows where no rulings part them: by how cells stand to the figures of their row.

In a table all cells stand at the top of their row, in its middle or at its bottom. Each of the three is tried; lines
are given to rows only where one fits every line of the table, or all that fit agree. What is aligned are the upper and
lower edges of lines, not their baselines: those of small and large letters differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.read.layout.line import Line

Rows = list[int | None]
"""The row of each line of a column; None for a line below the table."""
Extent = tuple[float, float]
"""Upper and lower edge of the figures of a row."""

Pitch = dict[int, float]
"""How many font sizes lines of one cell are apart at most, by their size in whole points."""

TIGHT: Final = 1.38
"""Lines of one cell are never more font sizes apart."""
ABOVE: Final = 0.93
"""A line reaches so many font sizes above its baseline; fonts differ little in it."""
BELOW: Final = 0.24
_SLACK = 1.07
_NEAR = 0.22
"""A share of the font size by which edges that belong together may differ."""


@dataclass(slots=True)
class Aligned:
    """The lines of each column given to rows."""

    columns: list[Rows]
    claims: list[list[set[int | None]]]
    """The rows that each line belongs to by one way of reading or another."""


def aligned(columns: Sequence[Sequence[Line]], extents: Sequence[Extent], pitch: Pitch) -> Aligned | None:
    """Lines to rows; None where no way of reading fits all of them.

    Args:
        columns: the lines of each column, from top to bottom.
        extents: where the figures of each row lie.
        pitch: how close lines of one cell stand.
    """
    ways: tuple[Callable[..., Rows | None], ...] = (_from_top, _from_bottom, _from_middle)
    fitting: list[list[Rows]] = []
    for way in ways:
        found = [way(column, extents, pitch) for column in columns]
        whole = [rows for rows in found if rows is not None]
        if len(whole) == len(found) and _in_order(columns, whole):
            fitting.append(whole)
    if not fitting:
        return None
    first = fitting[0]
    claims = [
        [{other[at][line] for other in fitting} for line in range(len(rows))] for at, rows in enumerate(first)
    ]
    return Aligned(first, claims)


def _from_top(lines: Sequence[Line], extents: Sequence[Extent], pitch: Pitch) -> Rows | None:
    tops = [top for top, _ in extents]
    rows: Rows = []
    for index, line in enumerate(lines):
        near = _NEAR * line.size
        row = max((at for at, top in enumerate(tops) if top <= _top(line) + near), default=None)
        if row is None:
            return None
        opens = row not in rows
        if abs(tops[row] - _top(line)) > near if opens else not _follows(lines, index, pitch):
            return _left_below(rows, lines, row, len(tops))
        rows.append(row)
    return rows


def _left_below(rows: Rows, lines: Sequence[Line], row: int, count: int) -> Rows | None:
    """The rest of the lines stands below the table, if the last row has come."""
    return [*rows, *[None] * (len(lines) - len(rows))] if row == count - 1 else None


def _from_bottom(lines: Sequence[Line], extents: Sequence[Extent], pitch: Pitch) -> Rows | None:
    bottoms = [bottom for _, bottom in extents]
    rows: Rows = []
    for index, line in enumerate(lines):
        near = _NEAR * line.size
        row = next((at for at, bottom in enumerate(bottoms) if bottom >= _bottom(line) - near), None)
        if row is not None and row in rows and not _follows(lines, index, pitch):
            return None
        rows.append(row)
    for index, row in enumerate(rows):
        last = index + 1 == len(rows) or rows[index + 1] != row
        if row is not None and last and abs(bottoms[row] - _bottom(lines[index])) > _NEAR * lines[index].size:
            return None
    return rows


def _from_middle(lines: Sequence[Line], extents: Sequence[Extent], pitch: Pitch) -> Rows | None:
    middles = [(top + bottom) / 2 for top, bottom in extents]
    rows: Rows = []
    for row, middle in enumerate(middles):
        start = len(rows)
        if start == len(lines) or _middle(lines[start], lines[start]) > middle + _NEAR * lines[start].size:
            continue
        end = _centred(lines, start, middle, pitch)
        if end is None:
            return None
        rows += [row] * (end - start)
    if len(rows) < len(lines) and _follows(lines, len(rows), pitch):
        return None
    return [*rows, *[None] * (len(lines) - len(rows))]


def _centred(lines: Sequence[Line], start: int, middle: float, pitch: Pitch) -> int | None:
    """Where a group of lines around a middle ends that begins at `start`; None where there is none."""
    near = _NEAR * lines[start].size
    for end in range(start, len(lines)):
        if end > start and not _follows(lines, end, pitch):
            return None
        if abs(_middle(lines[start], lines[end]) - middle) <= near:
            return end + 1
    return None


def pitch_of(line: Line, pitch: Pitch) -> float:
    """How far above a line of a cell the one before it stands at most."""
    return pitch.get(round(line.size), TIGHT * _SLACK) * line.size


def _top(line: Line) -> float:
    return line.baseline - ABOVE * line.size


def _bottom(line: Line) -> float:
    return line.baseline + BELOW * line.size


def _middle(first: Line, last: Line) -> float:
    return (_top(first) + _bottom(last)) / 2


def _follows(lines: Sequence[Line], index: int, pitch: Pitch) -> bool:
    """Whether a line stands so close below another that both may be of one cell."""
    if not 0 < index < len(lines):
        return False
    one, two = lines[index - 1], lines[index]
    return two.baseline - one.baseline <= pitch_of(two, pitch) and abs(two.size - one.size) <= _NEAR * 2


def _in_order(columns: Sequence[Sequence[Line]], rows: Sequence[Rows]) -> bool:
    """Whether no row reaches into the next one."""
    top: dict[int, float] = {}
    bottom: dict[int, float] = {}
    for lines, given in zip(columns, rows, strict=True):
        for line, row in zip(lines, given, strict=True):
            if row is not None:
                top[row] = min(top.get(row, line.baseline), line.baseline)
                bottom[row] = max(bottom.get(row, line.baseline), line.baseline)
    order = sorted(top)
    return all(bottom[one] < top[two] for one, two in pairwise(order))
