"""Tables whose cells are drawn: rulings that hang together, and the cells between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box
from grantcheck.read.layout.ruling import coverage, extent
from grantcheck.read.layout.table import Slot, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.word import Word

_SAME = 3.0
"""Points between rulings that bound the same row or column."""
_DRAWN = 0.6
"""A side of a cell is drawn where rulings run along this share of it."""
_NOT_DRAWN = 0.15
_OVER = 1.5
"""Points by which a word may stand over the side of its cell."""
TORN = "the lines around this cell are incomplete"
ACROSS = "the text stands across a line of the table"


def lattice(rulings: Sequence[Ruling], page: int, words: Iterable[Word]) -> Table | None:
    """The table that rulings draw, with its words; None where they draw none."""
    across = [ruling for ruling in rulings if ruling.horizontal]
    down = [ruling for ruling in rulings if not ruling.horizontal]
    if len(across) < 2 or not down:  # noqa: PLR2004
        return None
    box = extent(rulings)
    ys = _positions([r.at for r in across] + [box.top, box.bottom])
    xs = _positions([r.at for r in down] + [box.left, box.right])
    if len(ys) < 2 or len(xs) < 2:  # noqa: PLR2004
        return None
    slots = _slots(xs, ys, across, down, page)
    _fill(slots, words)
    return Table(page, box, xs, len(ys) - 1, slots, ruled=True)


def _positions(values: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _SAME:
            distinct.append(value)
    return distinct


def _slots(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Ruling], down: Sequence[Ruling], page: int
) -> list[Slot]:
    rows, columns = len(ys) - 1, len(xs) - 1
    parent = list(range(rows * columns))
    torn: set[int] = set()

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def unite(one: int, two: int, drawn: float) -> None:
        if drawn >= _DRAWN:
            return
        if drawn > _NOT_DRAWN:
            torn.update((one, two))
        parent[root(two)] = root(one)

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns:
                unite(here, here + 1, coverage(down, xs[column + 1], ys[row] + 1, ys[row + 1] - 1))
            if row + 1 < rows:
                unite(here, here + columns, coverage(across, ys[row + 1], xs[column] + 1, xs[column + 1] - 1))
    members: dict[int, list[int]] = {}
    for index in range(rows * columns):
        members.setdefault(root(index), []).append(index)
    return [_slot(group, xs, ys, page, torn=bool(torn.intersection(group))) for group in members.values()]


def _slot(group: Sequence[int], xs: Sequence[float], ys: Sequence[float], page: int, *, torn: bool) -> Slot:
    columns = len(xs) - 1
    top, bottom = group[0] // columns, group[-1] // columns
    left = min(index % columns for index in group)
    right = max(index % columns for index in group)
    height, width = bottom - top + 1, right - left + 1
    whole = len(group) == height * width
    box = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    slot = Slot(top, left, height, width, box, page, enclosed=whole and not torn)
    if torn or not whole:
        slot.uncertain = TORN
    return slot


def _fill(slots: Sequence[Slot], words: Iterable[Word]) -> None:
    for word in words:
        x, y = word.centre, word.baseline - word.size / 3
        for slot in slots:
            if slot.box.left <= x <= slot.box.right and slot.box.top <= y <= slot.box.bottom:
                slot.words.append(word)
                if word.left < slot.box.left - _OVER or word.right > slot.box.right + _OVER:
                    slot.uncertain = ACROSS
                break
