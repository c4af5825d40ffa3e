"""The last rows of a sheet: sums, which never hide an amount that was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from grantcheck.report.spreadsheet.columns import Kind, Row, Tone

if TYPE_CHECKING:
    from grantcheck.report.formats.xlsx.words import SheetWords
    from grantcheck.report.spreadsheet.columns import Column, Value

_SUMMED = frozenset({Kind.KRONER, Kind.COUNT})


def totals(rows: Sequence[Row], columns: Sequence[Column], words: SheetWords) -> Iterator[Row]:
    """The sum of each column of numbers; where an amount was not read, that word, and below it what was."""
    if not rows:
        return
    sums = [_sum(rows, place, column) for place, column in enumerate(columns)]
    open_sums = [_is_open(rows, place, column) for place, column in enumerate(columns)]
    told: list[Value] = [
        words.amount_not_read if gap else found for found, gap in zip(sums, open_sums, strict=True)
    ]
    yield Row([words.total, *told[1:]], Tone.TOTAL)
    if any(open_sums):
        known = [
            found if column.kind is Kind.KRONER else None for found, column in zip(sums, columns, strict=True)
        ]
        yield Row([words.total_read, *known[1:]], Tone.TOTAL)


def _sum(rows: Sequence[Row], place: int, column: Column) -> int | None:
    if column.kind not in _SUMMED:
        return None
    return sum(value for row in rows if isinstance(value := row.values[place], int))


def _is_open(rows: Sequence[Row], place: int, column: Column) -> bool:
    """Whether words stand where an amount should."""
    return column.kind in _SUMMED and any(isinstance(row.values[place], str) for row in rows)
