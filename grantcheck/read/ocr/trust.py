"""Which tables read by OCR are shown at all: those whose headings agree with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from grantcheck.model.money import Kroner
from grantcheck.model.terms import TableKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.note import Row, Table

_HORIZON: Final = 4
"""A request covers the budget year and three years more."""


def agreeing(recognised: Sequence[Table], certain: Sequence[Table]) -> list[Table]:
    """The tables whose years can be believed: requests that all have the same years.

    A year heading that OCR loses would shift figures from one year to another before anyone's eyes.

    Args:
        recognised: tables read by OCR.
        certain: the note's other tables.
    """
    known = {table.years for table in certain if table.kind is not TableKind.PRIOR}
    seen = known or {table.years for table in recognised if table.kind is not TableKind.PRIOR}
    taken = {table.kind for table in certain}
    return [
        table
        for table in recognised
        if table.kind not in taken
        and (table.kind is TableKind.PRIOR or (seen == {table.years} and len(table.years) >= _HORIZON))
    ]


def with_doubtful_unit(table: Table) -> Table:
    """The table without unit and price level where they do not fit its years; amounts are then as printed."""
    fits = table.price_level == ("current" if table.kind is TableKind.PRIOR else table.years[0])
    if table.unit is None or (fits and table.unit):
        return table
    rows = tuple(_as_printed(row, table.unit) for row in table.rows)
    return table.model_copy(update={"rows": rows, "unit": None, "price_level": None, "precision": None})


def _as_printed(row: Row, unit: int) -> Row:
    amounts = {year: _in_units(amount, unit) for year, amount in row.amounts.items()}
    return row.model_copy(update={"amounts": amounts, "total": _in_units(row.total, unit)})


def _in_units(amount: Kroner | None, unit: int) -> Kroner | None:
    """The printed figure; None where it has decimals, which whole kroner cannot show."""
    return None if amount is None or amount % unit else Kroner(amount // unit)
