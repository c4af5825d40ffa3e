"""A row while it is being put together, and figures told from texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from grantcheck.read.layout.wrapping import Figures, figure_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.columns import Columns
    from grantcheck.read.layout.word import Word

Span = tuple[int, int]
"""First and last column."""

Heights = list[float]
"""Baselines of the figures of a row, from top to bottom."""

CLOSE: Final = 0.22
"""A share of the font size by which baselines of one row may differ."""
BETWEEN: Final = "the figure stands between two columns"
BRIDGE: Final = "the text reaches into the next column"
ROWS: Final = "it is not certain which row this belongs to"
UNEVEN: Final = "letters of several sizes stand in rows that no line parts"
CROWDED: Final = "several figures stand in one place"


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

    def without_overlaps(self) -> RowDraft:
        """The row with every column in one cell; a text over several takes with it what it covers, in doubt."""
        kept = RowDraft()
        last: Span | None = None
        for span in sorted(self.words, key=lambda span: (span[0], -span[1])):
            if last is not None and span[0] <= last[1]:
                kept.add(last, self.words[span], BRIDGE)
                continue
            kept.add(span, self.words[span], self.doubts.get(span, ""))
            last = span
        for span, doubt in self.doubts.items():
            if span not in kept.words:
                kept.doubts.setdefault(span, doubt)
        return kept

    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for words in self.words.values() for word in words)


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
        if not lines or word.baseline - height > CLOSE * word.size:
            lines.append({})
            height = word.baseline
        lines[-1].setdefault(at, []).append(word)
    return lines


def drafts_of(figures: Sequence[tuple[Word, int, bool]], room: float) -> tuple[list[RowDraft], list[Heights]]:
    """A row for each line of figures or for several lines of broken ones, and the heights of their baselines."""
    unsure = {id(word) for word, _, certain in figures if not certain}
    rows: list[RowDraft] = []
    heights: list[Heights] = []
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
