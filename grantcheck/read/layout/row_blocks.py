"""Rows of a table that no rulings part: found from the lines of figures and the blocks of text beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import Line, lines_of, phrases
from grantcheck.read.layout.wrapping import Figures, figure_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.word import Word

Span = tuple[int, int]
"""First and last column."""

_CLOSE = 0.22
"""A share of the font size by which baselines of one row may differ."""
_TIGHT = 1.38
"""Lines of one cell are at most this many font sizes apart."""
_SAME_PITCH = 1.07
BETWEEN = "the figure stands between two columns"
BRIDGE = "the text reaches into the next column"
ROWS = "it is not certain which row this belongs to"
BLANK = "no line parts the rows, so that this may belong to the cell above or below"
CROWDED = "several figures stand in one place"


@dataclass(slots=True)
class RowDraft:
    """A row: its words by columns, and why a cell is not certain."""

    words: dict[Span, list[Word]] = field(default_factory=dict)
    doubts: dict[Span, str] = field(default_factory=dict)

    def add(self, span: Span, words: Sequence[Word], doubt: str = "") -> None:
        """Put words in a cell."""
        self.words.setdefault(span, []).extend(words)
        if doubt:
            self.doubts.setdefault(span, doubt)

    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for words in self.words.values() for word in words)


@dataclass(slots=True)
class _Block:
    """Lines of text that one cell may hold."""

    span: Span
    lines: list[Line]

    @property
    def words(self) -> list[Word]:
        return [word for line in self.lines for word in line.words]


def split_words(columns: Columns, words: Sequence[Word]) -> tuple[list[tuple[Word, int, bool]], list[Word]]:
    """Figures with their columns and whether that is certain; and the other words."""
    figures: list[tuple[Word, int, bool]] = []
    texts: list[Word] = []
    for word in words:
        at, certain = columns.figure_column(word)
        if at is None:
            texts.append(word)
        else:
            figures.append((word, at, certain))
    return figures, texts


def figure_lines(figures: Sequence[tuple[Word, int, bool]]) -> list[Figures]:
    """Figures by line, from top to bottom, and in each line by column."""
    lines: list[Figures] = []
    height = 0.0
    for word, at, _ in sorted(figures, key=lambda figure: figure[0].baseline):
        if not lines or word.baseline - height > _CLOSE * word.size:
            lines.append({})
            height = word.baseline
        lines[-1].setdefault(at, []).append(word)
    return lines


def rows_by_blocks(columns: Columns, words: Sequence[Word], room: float) -> tuple[list[RowDraft], list[Word]]:
    """Rows from top to bottom, and words that belong to none.

    Args:
        columns: the columns of the table.
        words: what stands below its heading.
        room: how wide a figure may be.
    """
    figures, texts = split_words(columns, words)
    if not figures:
        return [], list(words)
    rows, heights = _figure_rows(figures, room)
    stray = [block for block in _blocks(columns, texts) if not _place(block, rows, heights)]
    left = [word for block in stray for word in _settle(block, rows, heights)]
    _doubt_blanks(columns, rows)
    return rows, left


def _figure_rows(
    figures: Sequence[tuple[Word, int, bool]], room: float
) -> tuple[list[RowDraft], list[list[float]]]:
    """A row for each line of figures or for several lines of broken ones, and the heights of their baselines."""
    unsure = {id(word) for word, _, certain in figures if not certain}
    rows: list[RowDraft] = []
    heights: list[list[float]] = []
    for lines in figure_rows(figure_lines(figures), room):
        row = RowDraft()
        for line in lines:
            for at, words in line.items():
                crowded = len(words) > 1 or (at, at) in row.words
                doubt = BETWEEN if any(id(word) in unsure for word in words) else ""
                row.add((at, at), words, CROWDED if crowded else doubt)
        rows.append(row)
        heights.append(sorted({word.baseline for line in lines for words in line.values() for word in words}))
    return rows, heights


def _blocks(columns: Columns, texts: Sequence[Word]) -> list[_Block]:
    by_span: dict[Span, list[Line]] = {}
    for line in lines_of(texts):
        for run in phrases(line):
            span = columns.text_column(run)
            if span is not None:
                by_span.setdefault(span, []).append(Line(list(run)))
    pitch = _pitch(by_span)
    blocks: list[_Block] = []
    for span, lines in by_span.items():
        for line in lines:
            last = blocks[-1] if blocks and blocks[-1].span == span else None
            if last is not None and line.baseline - last.lines[-1].baseline <= pitch * line.size:
                last.lines.append(line)
            else:
                blocks.append(_Block(span, [line]))
    return blocks


def _pitch(by_span: dict[Span, list[Line]]) -> float:
    """How many font sizes lines of one cell are apart: what the closest lines show, within reason."""
    steps = [
        (two.baseline - one.baseline) / two.size
        for lines in by_span.values()
        for one, two in zip(lines, lines[1:], strict=False)
        if two.baseline - one.baseline > 0.8 * two.size  # noqa: PLR2004
    ]
    closest = min([step for step in steps if step <= _TIGHT], default=_TIGHT)
    return closest * _SAME_PITCH


def _place(block: _Block, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]]) -> bool:
    """Give a block to the one row whose figures stand beside it."""
    near = _CLOSE * block.lines[0].size
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


def _alone(block: _Block, rows: Sequence[RowDraft], beside: Sequence[int]) -> bool:
    """Whether a text over several columns is the only text of its row."""
    first = block.span[1] + 1
    return len(beside) == 1 and all(span[0] >= first for span in rows[beside[0]].words)


def _share(
    block: _Block, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]], beside: Sequence[int], near: float
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


def _settle(block: _Block, rows: Sequence[RowDraft], heights: Sequence[Sequence[float]]) -> list[Word]:
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
    if not above and heights[0][0] - block.lines[-1].baseline < 2 * block.lines[0].size:  # noqa: PLR2004
        rows[0].add(block.span, block.words, ROWS)
        return []
    return block.words


def _extent(row: RowDraft, heights: Sequence[float]) -> tuple[float, float]:
    baselines = [word.baseline for words in row.words.values() for word in words if not word.raised]
    return min([*heights, *baselines]), max([*heights, *baselines])


def _doubt_blanks(columns: Columns, rows: Sequence[RowDraft]) -> None:
    """A text cell that is blank may be part of a merged one; a last row and a bold one are sums and stand alone."""
    for row in rows[:-1] if len(rows) > 1 else rows:
        filled = {at for first, last in row.words for at in range(first, last + 1)}
        if 0 in filled and row.bold():
            continue
        for at in range(columns.first_figure):
            if at not in filled:
                row.doubts[(at, at)] = BLANK
