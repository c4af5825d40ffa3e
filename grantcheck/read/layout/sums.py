"""Broken figures that the row's own total confirms: put together, they add up.

Only how the pieces of printed figures belong together is decided here. No figure is made to fit: a row that does not
add up stays in doubt as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.layout.cell_text import BROKEN, CellText
from grantcheck.read.layout.row_draft import CROWDED
from grantcheck.read.numbers import parse_figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from grantcheck.read.layout.table import Slot, Table

_YEAR = re.compile(r"20\d\d")
_HEADING_ROWS = 3
_UNGROUPED = re.compile(r"\D*\d{4,}")
_FEWEST_YEARS = 2


def confirm_by_sums(table: Table) -> None:
    """Settle the broken figures of every row that then adds up to its total."""
    heading = next(
        (
            row
            for row in range(min(_HEADING_ROWS, table.rows))
            if len(_years(table.row(row))) >= _FEWEST_YEARS
        ),
        None,
    )
    if heading is None:
        return
    years = [slot.column for slot in _years(table.row(heading))]
    total = years[-1] + 1
    if total != table.columns - 1 or years != list(range(years[0], total)):
        return
    for row in range(heading + 1, table.rows):
        slots = {slot.column: slot for slot in table.row(row)}
        figures = [slots.get(column) for column in (*years, total)]
        _confirm([slot for slot in figures if slot is not None], len(figures))


def _years(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if _YEAR.fullmatch(slot.text.text) and slot.column_span == 1]


def _confirm(figures: Sequence[Slot], wanted: int) -> None:
    broken = [slot for slot in figures if slot.text.uncertain == BROKEN]
    if not broken or len(figures) != wanted:
        return
    if not (all(slot.enclosed for slot in broken) or any(_is_malformed(slot) for slot in broken)):
        return
    joined = {id(slot): "".join(slot.text.text.split()) for slot in broken}
    values = [_value(slot, joined.get(id(slot))) for slot in figures]
    known = [value for value in values if value is not None]
    if len(known) != wanted or sum(known[:-1]) != known[-1]:
        return
    for slot in broken:
        slot.settled = CellText(joined[id(slot)], "", slot.text.raised)
        slot.uncertain = ""


def _is_malformed(slot: Slot) -> bool:
    """Whether a piece of a broken figure is none by itself, so that it cannot be a row of its own."""
    return any(parse_figure(piece) is None for piece in slot.text.text.split())


def _value(slot: Slot, joined: str | None) -> Decimal | int | None:
    """The value of a figure; None where it is in doubt for another reason than being broken."""
    text = slot.text
    if joined is None:
        if text.uncertain or slot.row_span > 1 or slot.column_span > 1:
            return None
        figure = parse_figure(text.text)
        return figure.value if figure else None if text.text else 0
    figure = None if _UNGROUPED.search(joined) else parse_figure(joined)
    return figure.value if figure and slot.uncertain in {"", CROWDED} else None
