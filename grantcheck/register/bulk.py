"""Many rows into a table at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, bindparam, column, func, insert, select

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

_ROWS_A_STATEMENT = 20_000


def insert_rows(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Inserts rows whose values stand in the order of the table's columns.

    A server gets them a column at a time: sent one by one, each row would be a journey there and back.
    """
    for start in range(0, len(rows), _ROWS_A_STATEMENT):
        part = rows[start : start + _ROWS_A_STATEMENT]
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(table.columns))
            connection.exec_driver_sql(
                f"INSERT INTO {table.name} VALUES ({marks})",  # noqa: S608 - a table of ours, and marks only
                [tuple(row) for row in part],
            )
        else:
            _insert_columns(connection, table, part)


def _insert_columns(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    names = [each.name for each in table.columns]
    arrays = [
        bindparam(f"values_{each.name}", list(values), type_=ARRAY(each.type))
        for each, values in zip(table.columns, zip(*rows, strict=True), strict=True)
    ]
    given = func.unnest(*arrays).table_valued(*(column(name) for name in names)).render_derived()
    connection.execute(insert(table).from_select(names, select(*given.columns)))
