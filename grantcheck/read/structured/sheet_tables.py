"""The entries of one note to its tables: a table for each control area, or an overview where one is not told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL, Table, Unread
from grantcheck.model.terms import PriceLevel, RowKind, TableKind
from grantcheck.model.text import Text
from grantcheck.read.structured.amounts import AMBIGUOUS
from grantcheck.read.structured.headings import folded
from grantcheck.read.structured.printing import precision_of
from grantcheck.read.structured.sheet_doubts import DIFFERS, NO_LEVEL, NO_UNIT, word_doubt
from grantcheck.read.structured.sheet_rows import Line, area_of, lines_of, read_row, row_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.read.structured.entries import Entry

_DETAILS = (TableKind.SERVICE, TableKind.CAPITAL, TableKind.TRANSFERS)


@dataclass(slots=True)
class TablesRead:
    """The tables of a note, and what of them was not read for certain."""

    tables: list[Table] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_sheet_tables(entries: Sequence[Entry], profile: Profile) -> TablesRead:
    """The tables of one note."""
    read = TablesRead()
    asked = [entry for entry in entries if not entry.is_prior and entry.has_figures]
    in_details = _all_areas_known(asked, profile)
    by_kind: dict[TableKind, list[Entry]] = {}
    for entry in asked:
        kind = _detail_kind(entry, profile) if in_details else None
        by_kind.setdefault(kind or TableKind.OVERVIEW, []).append(entry)
    by_kind[TableKind.PRIOR] = [entry for entry in entries if entry.is_prior and entry.has_figures]
    for kind in TableKind:
        if by_kind.get(kind):
            _add(read, kind, by_kind[kind], profile)
    return read


def _all_areas_known(entries: Sequence[Entry], profile: Profile) -> bool:
    """Whether every row can stand in the table of its control area; sums over several cannot."""
    return all(_detail_kind(entry, profile) is not None for entry in entries)


def _detail_kind(entry: Entry, profile: Profile) -> TableKind | None:
    kind = row_kind(entry, profile)
    if kind is RowKind.SUBTOTAL:
        return None
    area = area_of(entry, profile)
    if area is not None:
        return TableKind(area.value)
    if kind is RowKind.ACTIVITY:
        return None
    label = folded(entry.text(entry.label_field))
    return next(
        (c.kind for c in profile.captions if c.kind in _DETAILS and label in map(folded, c.total)), None
    )


def _add(read: TablesRead, kind: TableKind, entries: Sequence[Entry], profile: Profile) -> None:
    lines = lines_of(entries)
    years = _years(entries, lines)
    rows = [read_row(line, kind, years, profile) for line in lines]
    unit = _same(read, kind, entries, "unit", NO_UNIT)
    price_level = _same(read, kind, entries, "price_level", NO_LEVEL)
    whole_unit = unit if isinstance(unit, int) else None
    if whole_unit is None and "unit" not in entries[0].view.fields:
        read.unread.append(_no_unit(kind, rows[0].row.location))
    amounts = [amount for one in rows for amount in (*one.row.amounts.values(), one.row.total)]
    read.unread += [told for row in rows for told in row.unread]
    read.tables.append(
        Table(
            kind=kind,
            number=None,
            caption="",
            unit=whole_unit,
            price_level=price_level,
            precision=precision_of(amounts, whole_unit),
            has_totals=any(TOTAL in line.amounts for line in lines),
            years=years,
            rows=tuple(row.row for row in rows),
            location=rows[0].row.location,
        )
    )


def _no_unit(kind: TableKind, location: Location) -> Unread:
    message = Text(
        en="The sheet states no unit. Add a column 'unit', or 'unit' to the mapping file.",
        da="Arket angiver ingen enhed. Tilføj en kolonne 'enhed', eller 'unit' i mappingfilen.",
    )
    return Unread(code=AMBIGUOUS, about=kind.value, message=message, location=location)


def _years(entries: Sequence[Entry], lines: Sequence[Line]) -> tuple[int, ...]:
    """The years of the table; of columns that requests and prior rows share, those with something in them."""
    found = {key for line in lines for key in line.amounts if key != TOTAL}
    if entries[0].view.is_prior is None:
        filled = {key for line in lines for key in found & line.cells.keys() if not line.cells[key].is_blank}
        found = {key for key in found if min(filled) <= key <= max(filled)} if filled else found
    return tuple(sorted(int(key) for key in found))


def _same(
    read: TablesRead, kind: TableKind, entries: Sequence[Entry], name: str, wanted: Text
) -> PriceLevel | None:
    """The unit or price level that all rows state; None where they do not."""
    stated: list[PriceLevel | None] = [getattr(entry, name) for entry in entries]
    for entry, value in zip(entries, stated, strict=True):
        cell = entry.cell(name)
        if cell is None or (value is not None and value == stated[0]):
            continue
        if not (cell.is_blank and value == stated[0]):
            read.unread.append(word_doubt(kind.value, cell, wanted if value is None else DIFFERS))
    return stated[0] if len(set(stated)) == 1 else None
