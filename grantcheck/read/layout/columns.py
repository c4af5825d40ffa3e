"""The columns of a table from its heading where no rulings part them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.layout.geometry import Box, around
from grantcheck.read.layout.line import lines_of, phrases
from grantcheck.read.numbers import is_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.word import Word

_ALIGNED = 2.5
"""Points by which a figure may stand off the edge or middle of its heading."""
_RIVAL = 5.0
"""A figure belongs to a column for certain where the next best is this much worse."""
_STANDS_UNDER = 0.35
"""A figure stands under a heading that it shares so much of its width with."""
MARGINS = 16.0
"""The blank between the texts of two columns, at most."""


@dataclass(slots=True)
class Column:
    """A column: where its texts lie; `heading` is the box of its heading, if it has one."""

    left: float
    right: float
    figures: bool
    heading: Box | None = None


@dataclass(slots=True)
class Columns:
    """The columns of a table, texts first, then figures."""

    all: list[Column]

    @property
    def texts(self) -> list[Column]:
        """Columns of labels and attributes."""
        return [column for column in self.all if not column.figures]

    @property
    def figures(self) -> list[Column]:
        """Columns of years and totals."""
        return [column for column in self.all if column.figures]

    @property
    def first_figure(self) -> int:
        """The index of the first year."""
        return len(self.texts)

    @property
    def left(self) -> float:
        """Where the table begins."""
        return min(column.left for column in self.all)

    @property
    def right(self) -> float:
        """Where the table ends."""
        return max(column.right for column in self.all)

    def edges(self) -> list[float]:
        """Where the columns part: in the middle of the gaps."""
        inner = [(one.right + two.left) / 2 for one, two in pairwise(self.all)]
        return [self.left - 3, *inner, self.right + 3]

    def figure_column(self, word: Word) -> tuple[int | None, bool]:
        """The column a figure stands in, and whether that is certain; None for a word that is no figure."""
        if not is_piece(word.text):
            return None, True
        first = self.first_figure
        ranked = sorted((_offset(word, column), index) for index, column in enumerate(self.figures))
        (best, at), rest = ranked[0], ranked[1:]
        clear = not rest or rest[0][0] > best + _RIVAL
        if best <= _ALIGNED:
            return first + at, clear
        over = [
            i for i, column in enumerate(self.figures) if column.heading and _overlap(word, column.heading)
        ]
        if len(over) == 1:
            return first + over[0], clear and over[0] == at
        if word.right < self.figures[0].left:
            return None, True
        return first + at, False

    def text_column(self, run: Sequence[Word]) -> tuple[int, int] | None:
        """The first and last text column that a phrase reaches into; None outside of them."""
        left, right = run[0].left, run[-1].right
        reached = [i for i, column in enumerate(self.texts) if left < column.right and right > column.left]
        return (reached[0], reached[-1]) if reached else None

    def nearest_text(self, run: Sequence[Word]) -> tuple[int, int]:
        """The text column nearest to a phrase that lies in none."""
        edges = self.edges()
        middle = (run[0].left + run[-1].right) / 2
        inside = [i for i in range(len(self.texts)) if edges[i] <= middle < edges[i + 1]]
        at = inside[0] if inside else max(0, self.first_figure - 1) if middle > edges[0] else 0
        return at, at

    def limit(self, at: int) -> float:
        """How far to the right a line of a text column reaches at least before it breaks."""
        widest = self.all[at].right
        return max(widest, self.all[at + 1].left - MARGINS) if at + 1 < len(self.all) else widest

    def room(self, lines: Iterable[Line]) -> float:
        """How wide a figure may be: the distance of the columns, less the smallest gap between two figures."""
        middles = [(column.left + column.right) / 2 for column in self.figures]
        step = min((two - one for one, two in pairwise(middles)), default=0.0)
        gaps = [
            two.left - one.right
            for line in lines
            for one, two in pairwise(line.words)
            if self.figure_column(one)[0] is not None and self.figure_column(two)[0] is not None
        ]
        return step - max(0.0, min(gaps, default=0.0))


def _offset(word: Word, column: Column) -> float:
    box = column.heading or Box(column.left, 0, column.right, 0)
    return min(abs(word.right - box.right), abs(word.centre - (box.left + box.right) / 2))


def _overlap(word: Word, box: Box) -> bool:
    both = min(word.right, box.right) - max(word.left, box.left)
    return both > _STANDS_UNDER * min(word.right - word.left, box.width)


def heading_cells(words: Iterable[Word]) -> list[Box]:
    """The boxes of the heading's cells: phrases that stand above each other are one."""
    boxes = [around(run) for line in lines_of(words) for run in phrases(line)]
    return _merged(boxes)


def _merged(boxes: Iterable[Box]) -> list[Box]:
    merged: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.left):
        if merged and box.left < merged[-1].right:
            merged[-1] = around((merged[-1], box))
        else:
            merged.append(box)
    return merged


def text_columns(headings: Sequence[Box], runs: Iterable[Sequence[Word]]) -> tuple[list[Column], bool]:
    """Columns of text under headings, from the phrases that stand in them, and whether phrases bridge them."""
    boxes = [around(run) for run in runs]
    plain = [box for box in boxes if sum(_touches(box, heading) for heading in headings) < 2]  # noqa: PLR2004
    columns: list[Column] = []
    bridged = len(plain) < len(boxes)
    for cluster in _merged([*headings, *plain]):
        inside = [heading for heading in headings if _touches(heading, cluster)]
        if len(inside) > 1:
            bridged = True
            columns += [Column(box.left, box.right, figures=False, heading=box) for box in inside]
        else:
            columns.append(
                Column(cluster.left, cluster.right, figures=False, heading=inside[0] if inside else None)
            )
    return columns, bridged


def _touches(one: Box, two: Box) -> bool:
    return one.left < two.right and one.right > two.left
