"""A drawn table as WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import word_xml as xml

if TYPE_CHECKING:
    import random

    from .drawing import Draft
    from .manner import Manner

_LEAST = 390
"""Width of the narrowest column of figures: one digit and the margins of the cell."""
_SPACER = 200


@dataclass
class TableWriter:
    """Writes one table with its caption."""

    draft: Draft
    manner: Manner
    rng: random.Random
    words: xml.TextWriter
    width: int

    def written(self) -> str:
        truth, manner = self.draft.truth, self.manner
        self.widths = self._widths()
        caption = xml.paragraph(self.words.runs(truth["caption"], size=9, bold=True), after=40, keep=True)
        heading = self._heading()
        rows = [self._wrapped(self._row(index)) for index in range(len(truth["rows"]))]
        merges = self.draft.merges
        cuts = [i for i in range(1, len(rows)) if not any(first < i <= end for _, first, end in merges)]
        if manner.changes and self._chance(0.3):
            rows.append(xml.gone_row(len(self._all_widths()), self.widths[-1]))
        if not cuts or not self._chance(manner.split_tables):
            return caption + self._table([*heading, *rows]) + xml.paragraph("")
        cut = self.rng.choice(cuts)
        repeated = self.words.runs(f"{truth['caption']} (fortsat)", size=9)
        between = xml.paragraph("" if self._chance(0.5) else repeated)
        halves = [self._table([*heading, *half]) for half in (rows[:cut], rows[cut:])]
        return caption + between.join(halves) + xml.paragraph("")

    def _table(self, rows: list[str]) -> str:
        return xml.table(rows, self._all_widths(), borders=self.manner.borders)

    def _chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def _widths(self) -> list[int]:
        first = self.draft.first_figure
        figures = len(self.draft.truth["header"]) - first
        words = {1: [], 2: [1100], 4: [1500, 1400, 700]}[first]
        kept = 5200 if first == 4 else 2600
        each = 567 if self.manner.narrow else max(_LEAST, min(900, (self.width - kept) // figures))
        spacer = _SPACER if self.manner.spacer else 0
        return [self.width - sum(words) - each * figures - spacer, *words, *[each] * figures]

    def _all_widths(self) -> list[int]:
        """With the blank column between words and figures."""
        at = self.draft.first_figure
        blank = [_SPACER] if self.manner.spacer else []
        return [*self.widths[:at], *blank, *self.widths[at:]]

    def _with_spacer(self, cells: list[str], words: int) -> list[str]:
        blank = [xml.cell(xml.paragraph(""), _SPACER)] if self.manner.spacer else []
        return [*cells[:words], *blank, *cells[words:]]

    def _wrapped(self, content: str) -> str:
        return xml.wrapped(content) if self._chance(self.manner.wrapped) else content

    # --- rows
    def _heading(self) -> list[str]:
        header, first = self.draft.truth["header"], self.draft.first_figure
        repeated = self.manner.repeated_header
        if not self.manner.tall_heading:
            cells = [self._cell(text, at, bold=True) for at, text in enumerate(header)]
            return [xml.row(self._with_spacer(cells, first), header=repeated)]
        unit, level = header[0].split(", ")
        over = xml.paragraph(self.words.runs(unit, bold=True), align="center")
        upper = [
            self._cell(text if at else level, at, merge="restart", bold=True)
            for at, text in enumerate(header[:first])
        ]
        lower = [self._cell("", at, merge="continue") for at in range(first)]
        figures = len(header) - first
        upper.append(xml.cell(over, sum(self.widths[first:]), span=figures))
        lower += [self._cell(text, at, bold=True) for at, text in enumerate(header) if at >= first]
        return [xml.row(self._with_spacer(cells, first), header=repeated) for cells in (upper, lower)]

    def _row(self, index: int) -> str:
        draft, row = self.draft, self.draft.truth["rows"][index]
        raised = draft.notes.get(index, "")
        joined = self.manner.merged_totals and row["kind"] != "activity" and draft.first_figure > 1
        cells = []
        if joined:
            label = xml.paragraph(self.words.runs(row["label"]))
            cells.append(
                xml.cell(
                    label,
                    sum(self.widths[: draft.first_figure]),
                    span=draft.first_figure,
                    valign=self.manner.vertical,
                )
            )
        for at in range(draft.first_figure if joined else 0, len(self.widths)):
            merge = self._merge(at, index)
            text = "" if merge == "continue" else row["cells"][at]
            mark = raised if text and at == 0 else self._misprint(at)
            cells.append(self._wrapped(self._cell(text, at, merge=merge, raised=mark)))
        return xml.row(self._with_spacer(cells, 1 if joined else draft.first_figure))

    def _merge(self, column: int, row: int) -> str:
        for at, first, last in self.draft.merges:
            if at == column and first <= row <= last:
                return "restart" if row == first else "continue"
        return ""

    def _misprint(self, at: int) -> str:
        return "1)" if at >= self.draft.first_figure and self._chance(self.manner.misprints) else ""

    def _cell(self, text: str, at: int, *, merge: str = "", raised: str = "", bold: bool = False) -> str:
        figure = at >= self.draft.first_figure
        align = self.manner.align if figure else "left"
        inner = self._inner(text, align, raised=raised, bold=bold, figure=figure and not bold)
        return xml.cell(inner, self.widths[at], merge=merge, valign=self.manner.vertical)

    def _inner(self, text: str, align: str, *, raised: str, bold: bool, figure: bool) -> str:
        if figure and len(text) > 2 and self._chance(self.manner.misprints):
            cut = self.rng.randrange(1, len(text))
            return "".join(
                xml.paragraph(self.words.runs(part), align=align) for part in (text[:cut], text[cut:])
            )
        runs = self.words.runs(text, bold=bold, raised=raised) if text or raised else ""
        return xml.paragraph(runs, align=align)
