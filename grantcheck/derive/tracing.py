"""Where a fact comes from: excerpts as printed, with the figure marked."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

from grantcheck.model.fact import Trace
from grantcheck.model.location import Location
from grantcheck.model.note import TOTAL, Row, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_SEPARATOR = " | "


def table_name(table: Table) -> Text:
    """A table as a reader refers to it: "Tabel 2", or the caption where it has no number."""
    if table.number is not None:
        return _named(f"Tabel {table.number}")
    return _named(table.caption or table.kind.value)


@lru_cache(maxsize=1_000)
def _named(name: str) -> Text:
    return Text(en=name, da=name)


def _position(table: Table, row: Row) -> int:
    """Of a row in its table, from 1. Rows are compared cell by cell, which costs most where all are told of."""
    return next((at for at, one in enumerate(table.rows, 1) if one is row), 0) or table.rows.index(row) + 1


_Part = TypeVar("_Part", Table, Row)


class _Itself(Generic[_Part]):
    """A table or row as what it is, not by its cells: comparing those costs more than telling of them."""

    __slots__ = ("one",)

    def __init__(self, one: _Part) -> None:
        self.one: _Part = one

    def __hash__(self) -> int:
        return id(self.one)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.one is other.one


def trace_cell(table: Table, row: Row, key: str) -> Trace:
    """A figure of a row: the row as printed, the figure marked."""
    return _traced(_Itself(table), _Itself(row), key)


@lru_cache(maxsize=10_000)
def _traced(of: _Itself[Table], at: _Itself[Row], key: str) -> Trace:
    """Many facts of a note rest on the same figures."""
    table, row = of.one, at.one
    excerpt, mark = _excerpt(table, row, key)
    location = row.places.get(key, row.location)
    name, index, column = table_name(table), _position(table, row), _column(key)
    by, described = row.confirmed.get(key), location.described()
    place = Text(
        en=f"{described.en}, {name.en}, row {index}, {column.en}" + (f", confirmed by {by}" if by else ""),
        da=f"{described.da}, {name.da}, række {index}, {column.da}" + (f", bekræftet af {by}" if by else ""),
    )
    in_doubt = key in row.doubt or table.unit is None
    amount = row.total if key == TOTAL else row.amounts.get(int(key))
    return Trace(
        role="prior" if table.kind is TableKind.PRIOR else "request",
        text=excerpt,
        mark=mark,
        place=place,
        location=location,
        amount=None if in_doubt else amount,
        year=None if key == TOTAL else int(key),
        price_level=table.price_level,
    )


def trace_row(table: Table, row: Row) -> Trace:
    """A whole row."""
    name, index, described = table_name(table), _position(table, row), row.location.described()
    return Trace(
        role="prior" if table.kind is TableKind.PRIOR else "request",
        text=_excerpt(table, row, "")[0],
        place=Text(
            en=f"{described.en}, {name.en}, row {index}",
            da=f"{described.da}, {name.da}, række {index}",
        ),
        location=row.location,
        price_level=table.price_level,
    )


def trace_caption(table: Table) -> Trace:
    """A table by its caption."""
    return trace_text("table", table.caption or table.kind.value, table.location)


def trace_text(role: str, text: str, location: Location, mark: str | None = None) -> Trace:
    """A piece of text; `mark` is the part of it to mark."""
    start = text.find(mark) if mark else -1
    return Trace(
        role=role,
        text=text,
        mark=(start, start + len(mark)) if mark and start >= 0 else None,
        place=location.described(),
        location=location,
    )


@lru_cache(maxsize=1_000)
def _column(key: str) -> Text:
    return Text(en="total", da="i alt") if key == TOTAL else Text(en=key, da=key)


def _excerpt(table: Table, row: Row, key: str) -> tuple[str, tuple[int, int] | None]:
    text, mark = row.label, None
    for column in [*map(str, table.years), TOTAL]:
        printed = row.printed.get(column)
        if printed is None:
            continue
        text += _SEPARATOR
        if column == key:
            mark = (len(text), len(text) + len(printed))
        text += printed
    return text, mark
