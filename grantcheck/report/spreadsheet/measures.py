"""How wide a column is, and how high a row: set outright, since not every program measures wrapped text itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

from grantcheck.report.spreadsheet.columns import Column, Kind, Link, Toned, Value

_NARROWEST, _WIDEST, _LONG = 8, 40, 60
A4 = 9
"""The number of the paper."""

_LINE = 15
"""Points."""
_HIGHEST = 405
"""Excel takes 409 points at the most; what is longer is seen in the cell."""


def column_width(column: Column, values: Iterable[Value]) -> int:
    """In characters: the column's own, or what fits the longest of its values."""
    if column.width is not None:
        return column.width
    if column.kind is Kind.LONG:
        return _LONG
    longest = max((_length(value, column.kind) for value in values), default=0)
    return min(max(longest + 2, min(len(column.title) + 4, _WIDEST), _NARROWEST), _WIDEST)


def row_height(values: Sequence[Value], widths: Sequence[int]) -> int:
    """In points, for the value that takes the most lines in its width.

    >>> row_height(["one two three", None], [8, 8])
    30
    """
    most = max((_lines(value, width) for value, width in zip(values, widths, strict=True)), default=1)
    return min(_LINE * most, _HIGHEST)


def _lines(value: Value, width: int) -> int:
    return max(1, sum(1 if len(text) <= width else len(wrap(text, width)) for text in _texts(value)))


def _texts(value: Value) -> tuple[str, ...]:
    match value:
        case Link(text=text) | Toned(text=text):
            return (text,)
        case tuple():
            return value
        case str():
            return (value,)
        case _:
            return ()


def _length(value: Value, kind: Kind) -> int:
    if isinstance(value, int):
        return len(f"{value:,}") + (len(" kr.") if kind is Kind.KRONER else 0)
    texts = _texts(value) if value is not None else ()
    return max(map(len, texts), default=10 if kind is Kind.DATE else 0)
