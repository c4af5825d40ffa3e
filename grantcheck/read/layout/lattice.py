"""Tables whose cells are drawn: rulings that hang together, and the cells between them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box
from grantcheck.read.layout.ruling import coverage
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

_Field = tuple[int, int]
"""Row and column of a field between neighbouring rulings; a cell has one or more."""


def lattice(rulings: Sequence[Ruling], page: int, words: Iterable[Word]) -> Table | None:
    """The table that rulings draw, with its words; None where they draw none."""
    across = [ruling for ruling in rulings if ruling.horizontal]
    down = [ruling for ruling in rulings if not ruling.horizontal]
    if len(across) < 2 or not down:  # noqa: PLR2004
        return None
    ys = _positions([ruling.at for ruling in across] + _open_ends(down))
    xs = _positions([ruling.at for ruling in down] + _open_ends(across))
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    if len(xs) < 2:  # noqa: PLR2004
        return None
    fields = _Fields(xs, ys)
    fields.unite(across, down)
    slots = fields.slots(page)
    _fill(slots, words)
    return Table(page, box, xs, len(ys) - 1, slots, ruled=True)


def _open_ends(rulings: Sequence[Ruling]) -> list[float]:
    """Where most rulings of a direction end: a side of the table even where no line closes it."""
    first, last = min(ruling.start for ruling in rulings), max(ruling.end for ruling in rulings)
    opening = sum(ruling.start <= first + _SAME for ruling in rulings)
    closing = sum(ruling.end >= last - _SAME for ruling in rulings)
    return [at for at, count in ((first, opening), (last, closing)) if 2 * count >= len(rulings)]


def _positions(values: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _SAME:
            distinct.append(value)
    return distinct


class _Fields:
    """The fields between rulings; those that no ruling parts are one cell."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        self._xs, self._ys = xs, ys
        self._all = list(product(range(len(ys) - 1), range(len(xs) - 1)))
        self._parent = {field: field for field in self._all}
        self._torn: set[_Field] = set()

    def unite(self, across: Sequence[Ruling], down: Sequence[Ruling]) -> None:
        xs, ys = self._xs, self._ys
        for row, column in self._all:
            if column + 2 < len(xs):
                drawn = coverage(down, xs[column + 1], ys[row] + 1, ys[row + 1] - 1)
                self._join((row, column), (row, column + 1), drawn)
            if row + 2 < len(ys):
                drawn = coverage(across, ys[row + 1], xs[column] + 1, xs[column + 1] - 1)
                self._join((row, column), (row + 1, column), drawn)

    def slots(self, page: int) -> list[Slot]:
        members: dict[_Field, list[_Field]] = {}
        for field in self._all:
            members.setdefault(self._root(field), []).append(field)
        return [self._slot(group, page) for group in members.values()]

    def _root(self, field: _Field) -> _Field:
        while self._parent[field] != field:
            field = self._parent[field]
        return field

    def _join(self, one: _Field, two: _Field, drawn: float) -> None:
        if drawn >= _DRAWN:
            return
        if drawn > _NOT_DRAWN:
            self._torn.update((one, two))
        self._parent[self._root(two)] = self._root(one)

    def _slot(self, group: Sequence[_Field], page: int) -> Slot:
        rows, columns = zip(*group, strict=True)
        top, left = min(rows), min(columns)
        height, width = max(rows) - top + 1, max(columns) - left + 1
        box = Box(self._xs[left], self._ys[top], self._xs[left + width], self._ys[top + height])
        slot = Slot(top, left, height, width, box, page)
        slot.enclosed = len(group) == height * width and not self._torn.intersection(group)
        slot.uncertain = "" if slot.enclosed else TORN
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
