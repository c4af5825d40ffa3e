"""A part of a table between two rulings across it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import lines_of, phrases
from grantcheck.read.layout.row_draft import BETWEEN, BRIDGE, RowDraft, figure_lines, split_words
from grantcheck.read.layout.wrapping import figure_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.word import Word


@dataclass(slots=True)
class Strip:
    """What lies between two rulings across the table; without them, all the rest."""

    top: float
    bottom: float
    words: list[Word]
    ruled: bool
    heading: bool = False
    rows: list[RowDraft] = field(default_factory=list)
    left: list[Word] = field(default_factory=list)
    """Words that turned out to belong to no row."""


def is_one_row(columns: Columns, words: Sequence[Word], room: float) -> bool:
    """Whether all between two rulings is one row, its figures perhaps broken over lines."""
    figures, _ = split_words(columns, words)
    return len(figure_rows(figure_lines(figures), room)) < 2  # noqa: PLR2004


def strip_row(columns: Columns, words: Sequence[Word]) -> RowDraft:
    """The words as one row."""
    row = RowDraft()
    figures, texts = split_words(columns, words)
    for word, at, certain in figures:
        row.add((at, at), [word], "" if certain else BETWEEN)
    runs = [(columns.text_column(run), run) for line in lines_of(texts) for run in phrases(line)]
    wide = [(span, run) for span, run in runs if span is not None and span[0] != span[1]]
    narrow = [(span, run) for span, run in runs if span is None or span[0] == span[1]]
    for span, run in narrow:
        row.add(span or columns.nearest_text(run), run)
    for span, run in wide:
        row.add(span, run, BRIDGE if narrow else "")
    return row
