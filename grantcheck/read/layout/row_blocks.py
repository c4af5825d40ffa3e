"""Rows of a table that no rulings part: found from the lines of figures and the blocks of text beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.layout.alignment import aligned
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
_BLANK = 0.2
"""A blank is at least this share of the font size wide."""
BETWEEN = "the figure stands between two columns"
BRIDGE = "the text reaches into the next column"
_SUM = re.compile(r"\bi alt\b", re.IGNORECASE)
"""The name of a sum, which is never the rest of another name."""
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
    by_span = _lines_by_span(columns, texts)
    pitch = _pitch(by_span)
    left = _align(columns, by_span, rows, heights, pitch)
    stray = [block for block in _blocks(by_span, pitch) if not _place(block, rows, heights)]
    left += [word for block in stray for word in _settle(block, rows, heights)]
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


def _lines_by_span(columns: Columns, texts: Sequence[Word]) -> dict[Span, list[Line]]:
    by_span: dict[Span, list[Line]] = {}
    for line in lines_of(texts):
        for run in phrases(line):
            span = columns.text_column(run)
            if span is None:
                continue
            lines = by_span.setdefault(span, [])
            if lines and abs(lines[-1].baseline - line.baseline) < _CLOSE * line.size:
                lines[-1].words += run
            else:
                lines.append(Line(list(run)))
    return by_span


def _align(
    columns: Columns,
    by_span: dict[Span, list[Line]],
    rows: Sequence[RowDraft],
    heights: Sequence[list[float]],
    pitch: float,
) -> list[Word]:
    """Give the lines of single columns to rows, if there is one way to; what is below the table is returned."""
    spans = [span for span in by_span if span[0] == span[1]]
    found = aligned([by_span[span] for span in spans], heights, pitch)
    if found is None:
        return []
    left: list[Word] = []
    for span, given, claims in zip(spans, found.columns, found.claims, strict=True):
        lines = by_span.pop(span)
        limit = columns.limit(span[0])
        for index, (line, row, claimed) in enumerate(zip(lines, given, claims, strict=True)):
            if claimed == {None}:
                left += line.words
                continue
            at = len(rows) - 1 if row is None else row
            cut = [one for one in (index, index + 1) if _may_be_one(lines, given, one, pitch, limit)]
            rows[at].add(span, line.words, ROWS if cut else "")
            if len(claimed) > 1:
                _doubt(rows, span, claimed)
    return left


def _doubt(rows: Sequence[RowDraft], span: Span, claimed: set[int | None]) -> None:
    """A line that may belong to several rows leaves the cell of each of them in doubt."""
    for row in claimed:
        if row is not None:
            rows[row].doubts.setdefault(span, ROWS)


def _may_be_one(lines: Sequence[Line], given: Sequence[int | None], index: int, pitch: float, limit: float) -> bool:
    """Whether a line may go on the cell above although it was given to another row.

    It may where it stands close below, and its first word had no room on the line above.
    """
    if not 0 < index < len(lines) or given[index] == given[index - 1]:
        return False
    above, line = lines[index - 1], lines[index]
    if _SUM.search(line.text):
        return False
    if line.baseline - above.baseline > pitch * line.size:
        return False
    first = line.words[0]
    return above.right + _BLANK * line.size + first.right - first.left > limit


def _blocks(by_span: dict[Span, list[Line]], pitch: float) -> list[_Block]:
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
