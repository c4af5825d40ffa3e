"""A table's lines to rows: each is some text and then a run of figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.lines import joined
from grantcheck.read.numbers import is_piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.read.lines import Line, Word


@dataclass(slots=True)
class RawRow:
    """The words of a row: its text and its run of figures, each by lines."""

    text: list[list[Word]] = field(default_factory=list)
    run: list[list[Word]] = field(default_factory=list)
    after_break: bool = False
    """Whether a page begins right before it."""
    before_break: bool = False
    text_broken: bool = False
    """Whether a page begins within its text."""
    run_broken: bool = False
    joined_rows: bool = False
    """Whether figures were met within its text, so that it may be two rows."""

    @property
    def parts(self) -> list[str]:
        """Its text by lines."""
        return [" ".join(word.text for word in line) for line in self.text]

    @property
    def name(self) -> str:
        """Its text as one."""
        return joined(self.parts)

    @property
    def first(self) -> Word | None:
        """Its first word."""
        return next((line[0] for line in (*self.text, *self.run)), None)

    @property
    def count(self) -> int:
        """How many words its run has."""
        return sum(map(len, self.run))

    def as_printed(self) -> str:
        """All of it."""
        run = " ".join(word.text for line in self.run for word in line)
        return f"{' '.join(self.parts)} {run}".strip()


def split_rows(lines: Sequence[Line]) -> list[RawRow]:
    """The rows of a table.

    What stands after a line's last word with letters is figures; a line of figures alone goes on the run.
    Digits with text behind them on their line belong to a name ("2026 pilot").
    """
    rows: list[RawRow] = []
    row = RawRow()
    for line in lines:
        words = line.words()
        if not words:
            continue
        head, tail = _divided(words)
        if head and row.run:
            row.before_break = line.after_break
            rows.append(row)
            row = RawRow(after_break=line.after_break)
        elif line.after_break:
            _mark_break(row)
        if head:
            row.text.append(head)
        if tail:
            row.run.append(tail)
    if row.text or row.run:
        rows.append(row)
    return rows


def _divided(words: list[Word]) -> tuple[list[Word], list[Word]]:
    last_text = next((i for i in range(len(words) - 1, -1, -1) if not _may_be_figure(words[i].text)), -1)
    return words[: last_text + 1], words[last_text + 1 :]


def _may_be_figure(word: str) -> bool:
    """Whether a word is a piece of a figure, or the end of a mark that stood behind one."""
    return is_piece(word) or not word.strip(")*")


def _mark_break(row: RawRow) -> None:
    if row.run:
        row.run_broken = True
    elif row.text:
        row.text_broken = True
    else:
        row.after_break = True


def rejoin_names(rows: list[RawRow], is_row: Callable[[RawRow], bool], columns: int) -> list[RawRow]:
    """Puts names together that end a line with a digit, as in "Etape 2": no figures, but not certain either.

    Args:
        rows: the rows as split.
        is_row: whether a row's text is complete, so that figures may follow it.
        columns: a run of fewer figures than these may be part of a name.
    """
    whole: list[RawRow] = []
    open_row: RawRow | None = None
    for row in rows:
        current = _merged(open_row, row) if open_row is not None else row
        open_row = None
        if not is_row(current) and current.count < columns and len(current.run) == 1 and current.text:
            open_row = current
            continue
        whole.append(current)
    if open_row is not None:
        whole.append(open_row)
    return whole


def _merged(first: RawRow, second: RawRow) -> RawRow:
    """One row of two; what looks like more than digits of a name, or a page break, may be cut figures."""
    text = [*first.text[:-1], [*first.text[-1], *first.run[0]], *second.text]
    cut = second.after_break or any(not word.text.isdigit() for word in first.run[0])
    return RawRow(
        text,
        second.run,
        first.after_break,
        second.before_break,
        first.text_broken or second.text_broken or second.after_break,
        first.run_broken or second.run_broken or cut,
        joined_rows=True,
    )
