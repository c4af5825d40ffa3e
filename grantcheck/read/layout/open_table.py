"""Tables that are not drawn cell by cell: anchored at their year headings, with the rulings there are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.layout.columns import Columns, text_columns
from grantcheck.read.layout.early_breaks import doubt_early_breaks
from grantcheck.read.layout.gapped import doubt_broken_at_gaps
from grantcheck.read.layout.line import lines_of, phrases
from grantcheck.read.layout.open_slots import table_of
from grantcheck.read.layout.row_blocks import rows_by_blocks
from grantcheck.read.layout.row_draft import RowDraft, split_words
from grantcheck.read.layout.ruling import coverage
from grantcheck.read.layout.strip import Strip, is_one_row, strip_row
from grantcheck.read.layout.table_heading import figure_columns, heading_words, text_headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.anchors import Anchor
    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.table import Table
    from grantcheck.read.layout.word import Word

_GAP = 3.6
"""Lines of a table without rulings are at most this many font sizes apart."""
_LARGER = 0.8
_HUGE = 1.7
_SAME_RULE = 3.0
_INDENT = 12.0
_SPANS = 0.9
_FEWEST = 2
_NEAR_RULE = 2.2
_WORDS_OF_SENTENCE = 5


TORN = "lines of figures below the table could not be given to its rows"


@dataclass(slots=True)
class Region:
    """What an open table is looked for in."""

    words: Sequence[Word]
    rulings: Sequence[Ruling]
    page: int
    bottom: float
    """Where the next table's heading, or the page, ends it."""
    gapped: bool = False
    """Whether blanks part the thousands of figures on the page."""


def open_table(anchor: Anchor, region: Region) -> Table | None:
    """The table below a row of year headings."""
    rules = _rules(region.rulings, anchor.left, anchor.years[-1].right)
    heading = heading_words(anchor, region.words, _without_inner(rules, anchor, region))
    figures = figure_columns(anchor, heading)
    top = max(word.baseline for word in heading) + 0.2 * anchor.size
    above = [at for at in rules if at <= min(word.top for word in heading) + 3]
    strips = _strips(Columns(figures), top, anchor.size, rules, region)
    runs = _text_runs(Columns(figures), strips)
    texts, _ = text_columns(text_headings(anchor, heading), runs)
    columns = Columns([*texts, *figures])
    head = Strip(
        above[-1] if above else min(word.top for word in heading), top, heading, ruled=True, heading=True
    )
    head.rows = _heading_rows(columns, heading, anchor)
    table = _table(columns, [head, *strips], region)
    if table is not None:
        table.heading = heading
        _doubt_if_torn(table, columns, region, anchor.size)
    return table


def continued_table(columns: Columns, size: float, top: float, region: Region) -> Table | None:
    """Rows at the top of a page that go on under the columns of the page before."""
    figures = columns.figures
    rules = _rules(region.rulings, figures[0].left, figures[-1].right)
    begin = max((at for at in rules if at <= top + 1), default=top)
    rules = [begin, *[at for at in rules if at > begin + 1]]
    strips = _strips(Columns(figures), begin, size, rules, region)
    table = _table(columns, strips, region) if strips else None
    if table is not None:
        _doubt_if_torn(table, columns, region, size)
    return table


def _rules(rulings: Sequence[Ruling], left: float, right: float) -> list[float]:
    """Heights of the rulings that run below all years."""
    across = [ruling for ruling in rulings if ruling.horizontal]
    heights: list[float] = []
    for at in sorted(ruling.at for ruling in across):
        if (not heights or at - heights[-1] > 3) and coverage(across, at, left, right) >= _SPANS:  # noqa: PLR2004
            heights.append(at)
    return heights


def _without_inner(rules: Sequence[float], anchor: Anchor, region: Region) -> list[float]:
    """The rulings across the whole table, without those that part the years from a heading over all of them."""
    across = [ruling for ruling in region.rulings if ruling.horizontal]
    starts = {
        at: min(r.start for r in across if abs(r.at - at) <= _SAME_RULE and r.end > anchor.left)
        for at in rules
    }
    left = min(starts.values(), default=0.0)
    return [at for at in rules if at > anchor.top + 1 or starts[at] <= left + _INDENT]


def _strips(columns: Columns, top: float, size: float, rules: Sequence[float], region: Region) -> list[Strip]:
    """The parts of a table from its heading on: between rulings, then what follows without."""
    words = [word for word in region.words if top < word.baseline <= region.bottom]
    below = [at for at in rules if at >= top - 0.5 * size and at <= region.bottom]
    strips: list[Strip] = []
    for upper, lower in pairwise(below):
        inside = [word for word in words if upper < word.baseline <= lower]
        if not inside or _foreign(columns, lines_of(inside), size):
            break
        strips.append(Strip(upper, lower, inside, ruled=True))
    while strips and not _has_figures(columns, strips[-1]) and not _may_go_on(strips[-1], region):
        strips.pop()
    underlined = bool(below) and below[0] - top < _NEAR_RULE * size
    end = strips[-1].bottom if strips else below[0] if underlined else top
    rest = [word for word in words if word.baseline > end]
    tail = _tail(columns, rest, size, end)
    if tail:
        strips.append(Strip(end, max(word.bottom for word in tail), tail, ruled=False))
    return strips


def _may_go_on(strip: Strip, region: Region) -> bool:
    """Whether nothing stands below a strip on its page, so that it may be the first part of a row."""
    return all(word.baseline <= strip.bottom for word in region.words)


def _has_figures(columns: Columns, strip: Strip) -> bool:
    return bool(split_words(columns, strip.words)[0])


def _tail(columns: Columns, words: Sequence[Word], size: float, top: float) -> list[Word]:
    """The words of lines that can be rows, up to the last line of figures and the texts beside it."""
    taken: list[Line] = []
    last = top
    for line in lines_of(words):
        if line.baseline - last > _GAP * size or _foreign(columns, [line], size):
            break
        taken.append(line)
        last = line.baseline
    if not any(split_words(columns, line.words)[0] for line in taken):
        return []
    return [word for line in taken for word in line.words]


def _is_row(strip: Strip) -> bool:
    """Whether rulings, or the heading, say that a strip is one row."""
    return strip.heading or (strip.ruled and len(strip.rows) == 1)


def _runs_on(columns: Columns, line: Line) -> bool:
    """Whether a sentence runs over the columns, with nothing but blanks between its words."""
    if len(line.words) < _WORDS_OF_SENTENCE or len(phrases(line)) > 1:
        return False
    left = columns.figures[0].left
    return line.words[0].left < left < line.right and any(word.right < left for word in line.words)


def _foreign(columns: Columns, lines: Sequence[Line], size: float) -> bool:
    """Whether lines cannot be part of the table: larger letters, a sentence, or words where figures stand."""
    left = columns.figures[0].left
    for line in lines:
        if _runs_on(columns, line):
            return True
        if line.size > size + _LARGER and (line.bold or line.size > _HUGE * size):
            return True
        if any(
            word.centre > left and columns.figure_column(word)[0] is None and not word.raised
            for word in line.words
        ):
            return True
    return False


def _text_runs(columns: Columns, strips: Sequence[Strip]) -> list[list[Word]]:
    texts = [word for strip in strips for word in split_words(columns, strip.words)[1]]
    return [run for line in lines_of(texts) for run in phrases(line)]


def _heading_rows(columns: Columns, heading: Sequence[Word], anchor: Anchor) -> list[RowDraft]:
    """The row of the years, and before it one for what stands over all of them, such as the unit."""
    row = _heading_row(columns, heading, anchor)
    used = {id(word) for words in row.words.values() for word in words}
    first, last = columns.first_figure, columns.first_figure + len(anchor.years) - 1
    over = [
        word
        for word in heading
        if id(word) not in used and word.baseline < anchor.top and anchor.left - _INDENT < word.left
    ]
    if not over:
        return [row]
    above = RowDraft()
    above.add((first, last), over)
    return [above, row]


def _doubt_if_torn(table: Table, columns: Columns, region: Region, size: float) -> None:
    """Figures that stand below a table, in its columns, were not understood: then nothing of it is certain."""
    bottom = max(word.baseline for slot in table.slots for word in slot.words)
    used = {id(word) for slot in table.slots for word in slot.words} | {id(word) for word in table.heading}
    left = [word for word in region.words if id(word) not in used and word.baseline <= region.bottom]
    top = table.box.top - (0 if table.heading else _GAP * size)
    for line in lines_of(word for word in left if word.baseline > top):
        if line.baseline > bottom + _GAP * size:
            return
        if any(columns.figure_column(word)[0] is not None for word in line.words) and not _foreign(
            columns, [line], size
        ):
            for slot in table.slots:
                slot.uncertain = slot.uncertain or TORN
            return
        bottom = max(bottom, line.baseline)


def _heading_row(columns: Columns, heading: Sequence[Word], anchor: Anchor) -> RowDraft:
    row = RowDraft()
    for at, column in enumerate(columns.all):
        if at >= columns.first_figure and at - columns.first_figure < len(anchor.years):
            row.add((at, at), [anchor.years[at - columns.first_figure]])
        elif column.heading is not None:
            box = column.heading.grown(1)
            row.add((at, at), [word for word in heading if box.holds(word)])
    return row


def _table(columns: Columns, strips: list[Strip], region: Region) -> Table | None:
    room = columns.room(line for strip in strips for line in lines_of(strip.words))
    open_strips = [strip for strip in strips if not strip.rows]
    single = [strip for strip in open_strips if strip.ruled and is_one_row(columns, strip.words, room)]
    # where most strips between rulings are one row, all are
    row_by_row = len(single) >= _FEWEST and 2 * len(single) > sum(strip.ruled for strip in open_strips)
    for strip in open_strips:
        if strip.ruled and (row_by_row or strip in single):
            strip.rows = [strip_row(columns, strip.words)]
        else:
            strip.rows, strip.left = rows_by_blocks(columns, strip.words, room)
    several = [row for strip in strips if not _is_row(strip) for row in strip.rows]
    if region.gapped:
        doubt_broken_at_gaps(several, columns, room)
    doubt_early_breaks(several, columns.first_figure)
    return table_of(columns, strips, room, region.rulings, region.page)
