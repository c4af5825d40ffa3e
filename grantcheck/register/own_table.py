"""The prior allocations that a note itself lists."""

from __future__ import annotations

import re

from grantcheck.model.allocation import Allocation
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import RowKind, TableKind
from grantcheck.model.years import Year

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def allocations_in(note: Note) -> tuple[Allocation, ...]:
    """The prior table's agreements, a value per agreement and year; empty where there is no such table.

    A sum that agreements may have run into stands for them, with amounts in doubt.
    """
    table = note.table(TableKind.PRIOR)
    if table is None:
        return ()
    return tuple(
        _allocation(table, row, index, year)
        for index, row in enumerate(table.rows)
        if row.kind is RowKind.ACTIVITY or "label" in row.doubt
        for year in table.years
    )


def agreement_year(name: str) -> Year | None:
    """The first year in an agreement's name.

    >>> agreement_year("Overførselssagen 2021-2022")
    2021
    >>> agreement_year("Tidligere bevilling") is None
    True
    """
    found = _YEAR.search(name)
    return int(found[0]) if found else None


def _allocation(table: Table, row: Row, index: int, year: Year) -> Allocation:
    is_sum = row.kind is not RowKind.ACTIVITY
    in_doubt = is_sum or str(year) in row.doubt or table.unit is None
    return Allocation(
        agreement=row.label,
        agreement_year=None if "label" in row.doubt else agreement_year(row.label),
        year=year,
        amount=None if in_doubt else row.amounts.get(year) or Kroner(0),
        price_level=table.price_level,
        control_area=row.control_area,
        row=index,
        location=row.places.get(str(year), row.location),
    )
