"""A table of a note as it was read: kroner, blanks left blank, doubtful cells marked with "?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from grantcheck.model.formatting import format_number
from grantcheck.model.note import TOTAL
from grantcheck.model.terms import RowKind
from grantcheck.report.finding_block import INDENT
from grantcheck.report.layout import Lines
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from grantcheck.model.note import Row, Table
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_LABEL_WIDTH = 22
_GAP = 2
_TEXT_LIMIT = 200
_DOUBTFUL = "bold red"
_BY_OCR = "~"


@dataclass(frozen=True)
class TableBlock:
    """Prints tables at one width, in one language."""

    width: int
    words: Wording
    language: Language
    recognised: bool = False
    """Whether the table was read by OCR; its figures are then marked, and its doubts told once."""

    def lines(self, table: Table) -> Iterator[RenderableType]:
        """Caption, unit and price level, the figures, then what could not be decided."""
        page = Lines(self.width)
        yield from page.indented(Text(self._name(table), style="bold"), 0)
        yield from page.indented(Text(self._basis(table), style="dim"), INDENT)
        columns = [*map(str, table.years), *([TOTAL] if table.has_totals else [])]
        for chosen in self._chunks(table, columns):
            yield Padding(self._grid(table, chosen), (0, 0, 0, INDENT))
        yield from self._doubts(table)

    def _name(self, table: Table) -> str:
        """The caption as printed, with the kind of table where the caption leaves it open."""
        kind = self.words.kinds[table.kind]
        caption = shortened(visible(table.caption), _TEXT_LIMIT)
        if not caption:
            number = "" if table.number is None else self.words.table.format(number=table.number) + ": "
            return number + kind if number else kind[:1].upper() + kind[1:]
        return caption if kind.casefold() in caption.casefold() else f"{caption} ({kind})"

    def _basis(self, table: Table) -> str:
        unit = self.words.unit_not_stated
        if table.unit is not None:
            unit = self.words.printed_in.format(unit=format_number(table.unit, self.language))
        match table.price_level:
            case None:
                level = self.words.level_not_stated
            case "current":
                level = self.words.level_current
            case year:
                level = self.words.level_of_year.format(year=year)
        return f"{unit}, {level}"

    def _chunks(self, table: Table, columns: list[str]) -> Iterator[list[str]]:
        """The columns of figures in portions that fit the page, so that no figure is ever cut."""
        room = self.width - INDENT - _LABEL_WIDTH
        chosen: list[str] = []
        used = 0
        for column in columns:
            needed = _GAP + max(
                cell_len(self._head(column)), *(len(self._figure(row, column)) for row in table.rows), 0
            )
            if chosen and used + needed > room:
                yield chosen
                chosen, used = [], 0
            chosen.append(column)
            used += needed
        yield chosen

    def _grid(self, table: Table, columns: list[str]) -> Grid:
        grid = Grid(box=None, show_edge=False, pad_edge=False, padding=(0, 0, 0, _GAP), header_style="dim")
        grid.add_column("", min_width=_LABEL_WIDTH, overflow="fold")
        for column in columns:
            grid.add_column(Text(self._head(column), style="dim"), justify="right", no_wrap=True)
        for row in table.rows:
            style = "" if row.kind is RowKind.ACTIVITY else "bold"
            figures = [self._styled_figure(row, column) for column in columns]
            grid.add_row(self._label(row), *figures, style=style)
        return grid

    def _head(self, column: str) -> str:
        return self.words.total if column == TOTAL else column

    def _label(self, row: Row) -> Text:
        label = Text(shortened(visible(row.label), _TEXT_LIMIT))
        if "label" in row.doubt:
            label.append("?", style=_DOUBTFUL)
        details = ", ".join(self._details(row))
        if details:
            label.append("\n" + details, style="dim not bold")
        return label

    def _details(self, row: Row) -> Iterator[str]:
        shown = {
            "control_area": self.words.areas[row.control_area] if row.control_area else "",
            "committee": visible(row.committee or ""),
            "appropriation": visible(row.appropriation or ""),
            "direction": self.words.directions[row.direction] if row.direction else "",
        }
        for part, text in shown.items():
            if part in row.doubt:
                yield f"{text or self.words.parts[part]}?"
            elif text:
                yield shortened(text, _TEXT_LIMIT)

    def _figure(self, row: Row, column: str) -> str:
        amount = row.total if column == TOTAL else row.amounts.get(int(column))
        text = "" if amount is None else _BY_OCR * self.recognised + format_number(amount, self.language)
        return f"{text}?" if column in row.doubt else text

    def _styled_figure(self, row: Row, column: str) -> Text:
        return Text(self._figure(row, column), style=_DOUBTFUL if column in row.doubt else "")

    def _doubts(self, table: Table) -> Iterator[Text]:
        if self.recognised:
            told = Text(f"{_BY_OCR} {self.words.read_by_ocr}", style=_DOUBTFUL)
            yield from Lines(self.width).indented(told, INDENT)
            return
        for index, row in enumerate(table.rows, start=1):
            if not row.doubt:
                continue
            parts = ", ".join(self.words.parts.get(part, visible(part)) for part in row.doubt)
            label = shortened(visible(row.label), _TEXT_LIMIT)
            place = row.location.described().spoken(self.language)
            doubt = Text(f"? {self.words.row} {index} “{label}” ({place}), {self.words.doubts}: {parts}")
            doubt.stylize(_DOUBTFUL, 0, 1)
            yield from Lines(self.width).indented(doubt, INDENT)
