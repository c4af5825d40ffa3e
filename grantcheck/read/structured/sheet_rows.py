"""Entries to the rows of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL, Row, Unread
from grantcheck.model.terms import ControlArea, Direction, RowKind, TableKind
from grantcheck.model.text import Text
from grantcheck.read.structured.amounts import FORMULA_WITHOUT_VALUE, Amount
from grantcheck.read.structured.cells import Trouble
from grantcheck.read.structured.headings import folded
from grantcheck.read.structured.sheet_doubts import NO_AREA, NO_DIRECTION, NO_VALUE, figure_doubt, word_doubt
from grantcheck.read.structured.words import control_area_in, direction_in, is_unsure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.read.structured.cells import Cell
    from grantcheck.read.structured.entries import Entry

_ORDER = ("label", "control_area", "committee", "appropriation", "direction")
_TWICE = Text(
    en="the year stands in two rows of this activity", da="året står i to rækker for denne aktivitet"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be: its amounts by year, which in the long form come from several rows of the sheet."""

    first: Entry
    amounts: dict[str, Amount]
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row, and what of it was not read for certain."""

    row: Row
    unread: tuple[Unread, ...]


def lines_of(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """A line for each entry; in the long form one for all years of an activity."""
    lines: dict[tuple[str, ...], Line] = {}
    for number, entry in enumerate(entries):
        key = _identity(entry) if entry.view.long else (str(number),)
        line = lines.setdefault(key, Line(entry, {}, {}))
        for name, amount in entry.amounts.items():
            twice = name in line.amounts and not entry.cells[name].is_blank and not line.cells[name].is_blank
            if name in line.amounts and entry.cells[name].is_blank:
                continue
            line.amounts[name] = (
                Amount(None, _TWICE) if twice and not _same_total(name, line, amount) else amount
            )
            line.cells[name] = entry.cells[name]
    return tuple(lines.values())


def _same_total(name: str, line: Line, amount: Amount) -> bool:
    """In the long form each year's row may repeat the total."""
    return name == TOTAL and line.amounts[name] == amount and amount.doubt is None


def _identity(entry: Entry) -> tuple[str, ...]:
    names = (entry.label_field, "control_area", "committee", "appropriation", "direction")
    return tuple(folded(entry.text(name)) for name in names)


def area_of(entry: Entry, profile: Profile) -> ControlArea | None:
    """The control area that a row states for certain."""
    cell = entry.cell("control_area")
    return None if cell is None or is_unsure(cell) else control_area_in(cell, profile)


def row_kind(entry: Entry, profile: Profile) -> RowKind:
    """Whether a row is a sum, by the profile's names of sums."""
    label = folded(entry.text(entry.label_field))
    if label in {folded(name) for name in profile.subtotals} and not _is_total(label, profile):
        return RowKind.SUBTOTAL
    return RowKind.TOTAL if _is_total(label, profile) else RowKind.ACTIVITY


def _is_total(label: str, profile: Profile) -> bool:
    return label in {folded(name) for caption in profile.captions for name in caption.total}


def read_row(line: Line, kind: TableKind, years: tuple[int, ...], profile: Profile) -> RowRead:
    """The row of a line, in a table of a kind.

    Args:
        line: the amounts with their first entry.
        kind: of the table.
        years: of the table.
        profile: the municipality's words.
    """
    entry = line.first
    keys = (*map(str, years), *([TOTAL] if TOTAL in line.amounts else []))
    row = row_kind(entry, profile)
    area, direction = area_of(entry, profile), _direction(entry)
    word_troubles = tuple(_word_doubts(entry, kind, row, area, direction))
    doubt = {key for key in keys if key in line.amounts and line.amounts[key].doubt}
    doubt |= set(keys) if entry.unit is None else set()
    doubt |= {name for name, _ in word_troubles}
    amounts = {key: amount.kroner for key, amount in line.amounts.items() if key not in doubt}
    figures = (figure_doubt(kind.value, key, cell, line.amounts[key]) for key, cell in line.cells.items())
    return RowRead(
        Row(
            kind=row,
            label=entry.text(entry.label_field),
            control_area=area,
            committee=entry.text("committee") or None,
            appropriation=entry.text("appropriation") or None,
            direction=direction,
            amounts={year: amounts.get(str(year)) for year in years},
            total=amounts.get(TOTAL),
            doubt=tuple(name for name in (*keys, *_ORDER) if name in doubt),
            location=_place(entry),
            printed={key: cell.text for key, cell in line.cells.items() if key in keys and cell.text},
            places={
                key: cell.location for key, cell in line.cells.items() if key in keys and not cell.is_blank
            },
        ),
        (*(trouble for _, trouble in word_troubles if trouble), *(told for told in figures if told)),
    )


def _place(entry: Entry) -> Location:
    cell = entry.cell(entry.label_field)
    return entry.row.cells[0].location if cell is None or cell.is_blank else cell.location


def _direction(entry: Entry) -> Direction | None:
    cell = entry.cell("direction")
    return None if cell is None or is_unsure(cell) else direction_in(cell)


def _word_doubts(
    entry: Entry, kind: TableKind, row: RowKind, area: ControlArea | None, direction: Direction | None
) -> Iterator[tuple[str, Unread | None]]:
    """The columns of words that are in doubt, each with what is said of it."""
    for name, field in (("label", entry.label_field), ("committee",) * 2, ("appropriation",) * 2):
        cell = entry.cell(field)
        if cell is not None and is_unsure(cell):
            code = FORMULA_WITHOUT_VALUE if cell.trouble is Trouble.FORMULA else "GC904"
            yield name, word_doubt(kind.value, cell, NO_VALUE, code)
    if row is not RowKind.ACTIVITY or kind is TableKind.PRIOR:
        return
    area_cell, direction_cell = entry.cell("control_area"), entry.cell("direction")
    if area is None:
        yield "control_area", word_doubt(kind.value, area_cell, NO_AREA) if area_cell else None
    if direction is None and direction_cell is not None:
        yield "direction", word_doubt(kind.value, direction_cell, NO_DIRECTION)
