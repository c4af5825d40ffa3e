"""Tables while they are being read: what each row's words and figures say, before the tables are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL
from grantcheck.model.terms import RowKind, TableKind
from grantcheck.read.copenhagen.figure_style import figure_style
from grantcheck.read.copenhagen.figures import Certainty, Placed, RunReading, read_run
from grantcheck.read.copenhagen.footnotes import figure_may_hold_mark, may_hold_mark
from grantcheck.read.copenhagen.row_text import RowText, cells, is_complete, read_row_text
from grantcheck.read.copenhagen.rows import RawRow, rejoin_names, split_rows
from grantcheck.read.copenhagen.table_heading import (
    HEADING_REACH,
    Caption,
    TableHeading,
    read_heading_row,
    without_repeats,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.read.lines import Line, Word

_MOST_LINES = 20_000
"""More lines than these are no table of a note."""


@dataclass(slots=True)
class RowDraft:
    """A row: its words, what they say, and its figures by column."""

    raw: RawRow
    text: RowText
    reading: RunReading
    printed: str
    figures: dict[str, Placed] = field(default_factory=dict)
    certain: bool = False
    """Whether the figures stand in their columns for certain."""

    @property
    def is_activity(self) -> bool:
        """Whether it is no sum."""
        return self.text.kind is RowKind.ACTIVITY


@dataclass(slots=True)
class TableDraft:
    """A table with its rows."""

    kind: TableKind
    caption: Caption
    heading: TableHeading
    rows: list[RowDraft]
    closed: bool
    """Whether the row of the total was found, with nothing like a row behind it."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its columns."""
        years = tuple(str(year) for year in self.heading.years)
        return (*years, TOTAL) if self.heading.has_totals else years


def draft_table(
    lines: Sequence[Line],
    caption: Caption,
    end: int,
    profile: Profile,
    marks: frozenset[str] = frozenset(),
) -> TableDraft | None:
    """Reads the table below a caption; None where its heading or rows are not what the template has.

    Args:
        lines: the note's lines.
        caption: where the table begins.
        end: index after the last line that can belong to it.
        profile: the municipality's words.
        marks: digits that the note's footnotes begin with.
    """
    if caption.kind is None or end - caption.end > _MOST_LINES:
        return None
    heading = read_heading_row(
        lines[caption.end : min(end, caption.end + HEADING_REACH)], caption.kind, profile
    )
    if heading is None:
        return None
    body = without_repeats(lines[caption.end + heading.length : end], heading, caption, profile.continued)
    columns = len(heading.years) + heading.has_totals
    kind = caption.kind
    raw_rows = rejoin_names(split_rows(body), lambda row: is_complete(row, kind, profile), columns)
    rows = [_draft_row(raw, kind, columns, heading, profile) for raw in raw_rows]
    kept, closed = _until_total(rows)
    if not kept:
        return None
    table = TableDraft(kind, caption, heading, kept, closed)
    _doubt_at_breaks(table)
    for row in kept:
        _place(row, table.columns)
    _confirm_by_sums(table)
    _doubt_marks(kept, marks)
    _doubt_style(table, marks)
    return table


def _draft_row(
    raw: RawRow, kind: TableKind, columns: int, heading: TableHeading, profile: Profile
) -> RowDraft:
    printed = raw.as_printed()
    text = read_row_text(raw, kind, profile)
    if not text.separated and kind is TableKind.PRIOR:
        _digits_to_name(raw, text, columns)
    return RowDraft(raw, text, read_run(raw.run, columns, has_total=heading.has_totals), printed)


def _digits_to_name(raw: RawRow, text: RowText, columns: int) -> None:
    """Digits that are too many for the columns belong to an agreement's name; the sums must confirm it."""
    extra = raw.count - columns
    if extra <= 0 or len(raw.run) != 1:
        return
    name: list[Word] = raw.run[0][:extra]
    raw.run[0] = raw.run[0][extra:]
    text.label = " ".join([text.label, *(word.text for word in name)])


def _until_total(rows: list[RowDraft]) -> tuple[list[RowDraft], bool]:
    """The rows up to the total; behind it there may be footnotes."""
    for index, row in enumerate(rows):
        if row.text.kind is RowKind.TOTAL:
            _doubt_cut_total(rows[index : index + 2])
            stray = any(later.raw.count > 1 and not _is_footnote(later.raw) for later in rows[index + 1 :])
            return rows[: index + 1], not stray
    last = max((index for index, row in enumerate(rows) if row.raw.count), default=-1)
    return rows[: last + 1], False


def _doubt_cut_total(rows: list[RowDraft]) -> None:
    """Figures behind a page break, right below the total, may be the rest of its own."""
    if len(rows) > 1 and rows[1].raw.after_break and rows[1].raw.count and not _is_footnote(rows[1].raw):
        rows[0].raw.run_broken = True
        if rows[1].raw.text:
            rows[0].text.doubts("page", "label")


def _is_footnote(raw: RawRow) -> bool:
    return raw.first is not None and raw.first.text.rstrip(")").isdigit()


def _doubt_at_breaks(table: TableDraft) -> None:
    """What a page break may have cut.

    A cell that goes on behind it looks like the beginning of the next row's name; figures that go on there
    look like a row without the words between name and figures.
    """
    for above, below in pairwise(table.rows):
        if not below.raw.after_break:
            continue
        begins_whole = below.text.separated and not below.raw.joined_rows
        if len(below.raw.text) > 1 or not begins_whole:
            for row in (above, below):
                if row.is_activity:
                    row.text.doubts("page", "label", *cells(table.kind))
        if not begins_whole:
            above.raw.run_broken = True
            below.raw.run_broken = below.raw.run_broken or not below.text.separated


def _place(row: RowDraft, columns: tuple[str, ...]) -> None:
    reading = row.reading
    if row.raw.run_broken or reading.certainty not in {Certainty.CERTAIN, Certainty.TOTAL_ONLY}:
        row.text.doubts("page" if row.raw.run_broken else str(reading.certainty), *columns)
        return
    if reading.certainty is Certainty.TOTAL_ONLY:
        if row.text.separated:
            row.figures = {TOTAL: reading.placed[-1]}
        row.text.doubts("total_only", *(columns[:-1] if row.text.separated else columns))
        return
    row.figures = dict(zip(columns, reading.placed, strict=True))
    row.certain = row.text.separated or reading.adds_up


def _confirm_by_sums(table: TableDraft) -> None:
    """Rows whose name may end in a digit: their figures stand only where all columns add up with them."""
    loose = [row for row in table.rows if row.figures and not row.certain and TOTAL not in row.text.doubt]
    loose = [row for row in loose if len(row.figures) == len(table.columns)]
    if loose and not _columns_add_up(table):
        for row in loose:
            row.text.doubts("label", "label", *table.columns)


def _columns_add_up(table: TableDraft) -> bool:
    total = table.rows[-1]
    activities = [row for row in table.rows if row.is_activity]
    if total.text.kind is not RowKind.TOTAL or any(
        len(row.figures) < len(table.columns) for row in table.rows
    ):
        return False
    return all(
        sum(row.figures[column].figure.value for row in activities) == total.figures[column].figure.value
        for column in table.columns
    )


def _doubt_style(table: TableDraft, marks: frozenset[str]) -> None:
    """Figures that are written otherwise than the rest of their table may hold a footnote's mark or a wrong dot."""
    style = figure_style(
        (placed.figure for row in table.rows for placed in row.figures.values()), table.heading.unit
    )
    columns_add_up = bool(marks) and _columns_add_up(table)
    for row in table.rows:
        adds_up = row.reading.adds_up
        for column, placed in row.figures.items():
            marked = figure_may_hold_mark(placed.figure.printed, marks) and not (adds_up or columns_add_up)
            marked = marked or (placed.figure.ungrouped and table.heading.has_totals and not adds_up)
            if marked or style.doubts(placed.figure, adds_up=adds_up):
                row.text.doubts("figure", column)


def _doubt_marks(rows: list[RowDraft], marks: frozenset[str]) -> None:
    """Names that may end with the mark of a footnote; another table's name with the same mark confirms nothing."""
    for row in rows:
        if row.is_activity and row.text.label and may_hold_mark(row.text.label, marks):
            row.text.marked = True
            row.text.doubts("label", "label")
