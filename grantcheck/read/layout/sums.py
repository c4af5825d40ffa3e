"""Broken figures that the row's own total confirms: put together, they add up.

Only how the pieces of printed figures belong together is decided here. No figure is made to fit: a row that does not
add up stays in doubt as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.read.layout.cell_text import BROKEN, CellText
from grantcheck.read.layout.row_draft import CROWDED, UNEVEN
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
    uneven = [slot for slot in figures if slot.uncertain == UNEVEN]
    if len(figures) != wanted or not (broken or uneven):
        return
    if broken and not (all(slot.enclosed for slot in broken) or any(map(_is_malformed, broken))):
        return
    if uneven and not all(slot.words for slot in figures):
        # where baselines do not tell the rows, only a full row that adds up is one
        return
    values = [_value(slot) for slot in figures]
    known = [value for value in values if value is not None]
    if len(known) != wanted or sum(known[:-1]) != known[-1]:
        return
    for slot in (*broken, *uneven):
        slot.settled = CellText(_joined(slot), "", slot.text.raised)
        slot.uncertain = ""


def _joined(slot: Slot) -> str:
    return "".join(slot.text.text.split())


def _is_malformed(slot: Slot) -> bool:
    """Whether a piece of a broken figure is none by itself, so that it cannot be a row of its own."""
    return any(parse_figure(piece) is None for piece in slot.text.text.split())


def _value(slot: Slot) -> Decimal | int | None:
    """The value of a figure; None where it is in doubt for another reason than those a sum can settle."""
    if slot.text.uncertain not in {"", BROKEN, UNEVEN} or slot.uncertain not in {"", CROWDED, UNEVEN}:
        return None
    if slot.row_span > 1 or slot.column_span > 1:
        return None
    printed = _joined(slot)
    if not printed:
        return 0
    if slot.text.uncertain == BROKEN and _UNGROUPED.search(printed):
        return None
    figure = parse_figure(printed)
    return figure.value if figure else None
