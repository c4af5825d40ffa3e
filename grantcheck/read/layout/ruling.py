"""Lines drawn on a page, along its edges; pieces of one line put together."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAME_LINE = 1.6
"""Points by which two pieces of one line may be beside each other."""
_GAP = 3.2
"""Points between the dashes of one line."""
_SHORTEST = 5.0
_TOUCH = 2.5
"""Points that may lack where two rulings meet."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line: at a height from left to right, or at a distance from top to bottom."""

    horizontal: bool
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def covered(self, start: float, end: float) -> float:
        """How much of a stretch it runs along."""
        return max(0.0, min(self.end, end) - max(self.start, start))

    def meets(self, other: Ruling) -> bool:
        """Whether it touches or crosses a ruling of the other direction."""
        return (
            self.start - _TOUCH <= other.at <= self.end + _TOUCH
            and other.start - _TOUCH <= self.at <= other.end + _TOUCH
        )


def merged(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Pieces of one line as one ruling; specks are left out."""
    whole: list[Ruling] = []
    for horizontal in (True, False):
        for line in _collinear([piece for piece in pieces if piece.horizontal == horizontal]):
            whole.extend(_joined(line))
    return [ruling for ruling in whole if ruling.length >= _SHORTEST]


def coverage(rulings: Sequence[Ruling], at: float, start: float, end: float, near: float = _TOUCH) -> float:
    """The share of a stretch that rulings at about this height (or distance) run along."""
    if end <= start:
        return 0.0
    covered = sum(ruling.covered(start, end) for ruling in rulings if abs(ruling.at - at) <= near)
    return min(1.0, covered / (end - start))


def connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings in groups that hang together."""
    group = list(range(len(rulings)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    across = [(index, ruling) for index, ruling in enumerate(rulings) if ruling.horizontal]
    down = [(index, ruling) for index, ruling in enumerate(rulings) if not ruling.horizontal]
    for index, ruling in across:
        for other, crossing in down:
            if ruling.meets(crossing):
                group[root(index)] = root(other)
    members: dict[int, list[Ruling]] = {}
    for index, ruling in enumerate(rulings):
        members.setdefault(root(index), []).append(ruling)
    return list(members.values())


def extent(rulings: Sequence[Ruling]) -> Box:
    """The box around rulings."""
    xs = [x for r in rulings for x in ((r.start, r.end) if r.horizontal else (r.at,))]
    ys = [y for r in rulings for y in ((r.at,) if r.horizontal else (r.start, r.end))]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _collinear(pieces: Sequence[Ruling]) -> list[list[Ruling]]:
    lines: list[list[Ruling]] = []
    for piece in sorted(pieces, key=attrgetter("at")):
        if lines and piece.at - lines[-1][0].at <= _SAME_LINE:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _joined(line: list[Ruling]) -> list[Ruling]:
    at = sum(piece.at for piece in line) / len(line)
    whole: list[Ruling] = []
    for piece in sorted(line, key=attrgetter("start")):
        if whole and piece.start - whole[-1].end <= _GAP:
            last = whole[-1]
            whole[-1] = Ruling(last.horizontal, at, last.start, max(last.end, piece.end))
        else:
            whole.append(Ruling(piece.horizontal, at, piece.start, piece.end))
    return whole
