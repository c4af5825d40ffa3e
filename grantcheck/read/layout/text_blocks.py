"""Lines of text by the columns they stand in, and the blocks that lines standing close together make."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.layout.alignment import TIGHT, Pitch, pitch_of
from grantcheck.read.layout.line import Line, lines_of, phrases
from grantcheck.read.layout.row_draft import BRIDGE, CLOSE, ROWS, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.row_draft import RowDraft
    from grantcheck.read.layout.word import Word

_SAME_PITCH = 1.07
_OVERLAPPING = 0.8


def lines_by_span(columns: Columns, texts: Sequence[Word]) -> dict[Span, list[Line]]:
    """The lines of each column, from top to bottom, and those that reach over several columns."""
    by_span: dict[Span, list[Line]] = {}
    for line in lines_of(texts):
        for run in phrases(line):
            span = columns.text_column(run)
            if span is None:
                continue
            lines = by_span.setdefault(span, [])
            if lines and abs(lines[-1].baseline - line.baseline) < CLOSE * line.size:
                lines[-1].words += run
            else:
                lines.append(Line(list(run)))
    return by_span


def closest_pitch(by_span: dict[Span, list[Line]]) -> Pitch:
    """How many font sizes lines of one cell are apart: what the closest lines show, within reason.

    Letters of another size may be of another font, which has a pitch of its own.
    """
    steps: dict[int, list[float]] = {}
    for lines in by_span.values():
        for one, two in pairwise(lines):
            step = (two.baseline - one.baseline) / two.size
            if _OVERLAPPING < step <= TIGHT and round(one.size) == round(two.size):
                steps.setdefault(round(two.size), []).append(step)
    return {size: min(found) * _SAME_PITCH for size, found in steps.items()}


@dataclass(slots=True)
class Block:
    """Lines of text that one cell may hold."""

    span: Span
    lines: list[Line]

    @property
    def words(self) -> list[Word]:
        """Its words."""
        return [word for line in self.lines for word in line.words]


def blocks_of(by_span: dict[Span, list[Line]], pitch: Pitch) -> list[Block]:
    """Lines in blocks that blank space parts."""
    blocks: list[Block] = []
    for span, lines in by_span.items():
        for line in lines:
            last = blocks[-1] if blocks and blocks[-1].span == span else None
            if last is not None and line.baseline - last.lines[-1].baseline <= pitch_of(line, pitch):
                last.lines.append(line)
            else:
                blocks.append(Block(span, [line]))
    return blocks


def place(block: Block, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]]) -> bool:
    """Give a block to the one row whose figures stand beside it."""
    near = CLOSE * block.lines[0].size
    top, bottom = block.lines[0].baseline - near, block.lines[-1].baseline + near
    beside = [index for index, row in enumerate(heights) if row[0] <= bottom and row[-1] >= top]
    doubt = BRIDGE if block.span[0] != block.span[1] and not _alone(block, rows, beside) else ""
    if len(beside) == 1:
        rows[beside[0]].add(block.span, block.words, doubt)
        return True
    if len(beside) > 1:
        _share(block, rows, heights, beside, near)
        return True
    return False


def _alone(block: Block, rows: Sequence[RowDraft], beside: Sequence[int]) -> bool:
    """Whether a text over several columns is the only text of its row."""
    first = block.span[1] + 1
    return len(beside) == 1 and all(span[0] >= first for span in rows[beside[0]].words)


def _share(
    block: Block,
    rows: Sequence[RowDraft],
    heights: Sequence[Sequence[float]],
    beside: Sequence[int],
    near: float,
) -> None:
    """Lines that follow each other without a gap, beside several rows: line for line, or not certain."""
    matched = [
        next((at for at in beside if any(abs(y - line.baseline) <= near for y in heights[at])), None)
        for line in block.lines
    ]
    each_its_own = None not in matched and len(set(matched)) == len(block.lines)
    nearest = beside[0]
    for index, (line, at) in enumerate(zip(block.lines, matched, strict=True)):
        nearest = nearest if at is None else at
        continued = _continues(block.lines, index) or _continues(block.lines, index + 1)
        rows[nearest].add(block.span, line.words, "" if each_its_own and not continued else ROWS)


def _continues(lines: Sequence[Line], index: int) -> bool:
    """Whether a line looks like the rest of the one before it."""
    if not 0 < index < len(lines):
        return False
    return lines[index].text[:1].islower() or lines[index - 1].text[-1:] in "-/,"


def settle(block: Block, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]]) -> list[Word]:
    """Put a block that no figures stand beside into the row that reaches around it; its words if there is none."""
    middle = (block.lines[0].baseline + block.lines[-1].baseline) / 2
    extents = [_extent(row, height) for row, height in zip(rows, heights, strict=True)]
    around = [index for index, (top, bottom) in enumerate(extents) if top - 1 <= middle <= bottom + 1]
    if len(around) == 1 and block.span not in rows[around[0]].words:
        rows[around[0]].add(block.span, block.words)
        return []
    above = [index for index, height in enumerate(heights) if height[0] < middle]
    if above and above[-1] + 1 < len(rows):
        rows[above[-1]].add(block.span, block.words, ROWS)
        if block.span not in rows[above[-1] + 1].words:
            rows[above[-1] + 1].add(block.span, [], ROWS)
        else:
            rows[above[-1] + 1].doubts.setdefault(block.span, ROWS)
        return []
    if not above:
        rows[0].add(block.span, block.words, ROWS)
        return []
    if block.lines[0].baseline - extents[-1][1] < TIGHT * block.lines[0].size:
        rows[-1].doubts.setdefault(block.span, ROWS)
    return block.words


def _extent(row: RowDraft, heights: Sequence[float]) -> tuple[float, float]:
    baselines = [word.baseline for words in row.words.values() for word in words if not word.raised]
    return min([*heights, *baselines]), max([*heights, *baselines])
