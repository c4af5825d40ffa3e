"""The two tables from their files into the database: every cell checked, every row numbered from 1."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.bulk.columns import ALLOCATIONS, PROPOSALS, CellType, Column, cell
from grantcheck.bulk.fault import BulkFault
from grantcheck.bulk.sql import first_of, literal, name, quoted
from grantcheck.data.validated import nearest
from grantcheck.model.terms import ControlArea
from grantcheck.model.years import Year

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAMED = 5
"""How many mistakes a message names."""
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MOST_YEARS = 40


@dataclass(frozen=True)
class Tables:
    """What was read: tables `proposals` and `allocations` of the database."""

    cases: int
    allocations: int
    years: tuple[Year, ...]
    """The years that proposals have a column for, in order; the column is called after the year."""


def read_tables(
    database: DuckDBPyConnection, proposals: Path, register: Path, areas: Mapping[str, ControlArea]
) -> Tables:
    """Both files into tables.

    Raises:
        BulkFault: a column is unknown or missing, or a cell is not of its type.
        OSError: a file is not there.
    """
    years = tuple(sorted(int(head) for head in _heads(database, proposals) if _YEAR.fullmatch(head)))
    if not years:
        raise BulkFault(
            f"{proposals}: no column is headed by a year. Give the amounts asked for in a column for each "
            "year, such as 2027, in whole kroner."
        )
    if len(years) > _MOST_YEARS:
        raise BulkFault(f"{proposals}: {len(years)} columns are headed by years; {_MOST_YEARS} are the most.")
    asked = dict.fromkeys(map(str, years), Column(CellType.KRONER))
    cases = _read(database, "proposals", proposals, {**PROPOSALS, **asked}, areas)
    rows = _read(database, "allocations", register, ALLOCATIONS, areas)
    return Tables(cases, rows, years)


def _source(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    file = quoted(str(path))
    match path.suffix.lower():
        case ".parquet" | ".pq":
            return f"read_parquet({file}, hive_partitioning = false)"
        case ".csv":
            return f"read_csv({file}, all_varchar = true, header = true, null_padding = false, sample_size = 4096)"
        case _:
            raise BulkFault(f"{path}: a table is a Parquet or a CSV file. Write it as .parquet or .csv.")


def _heads(database: DuckDBPyConnection, path: Path) -> dict[str, str]:
    """The columns of a file with the types it gives them."""
    found = _asked(database, path, f"DESCRIBE SELECT * FROM {_source(path)}")
    return {str(row[0]): str(row[1]) for row in found}


def _read(
    database: DuckDBPyConnection,
    table: str,
    path: Path,
    columns: Mapping[str, Column],
    areas: Mapping[str, ControlArea],
) -> int:
    heads = _heads(database, path)
    _check_heads(path, heads, columns)
    cells = {
        head: cell(f"source.{name(head)}", heads[head], column.type, areas) if head in heads else "NULL"
        for head, column in columns.items()
    }
    typed = ", ".join(f"{expression} AS {name(head)}" for head, expression in cells.items())
    wrong = first_of([(_is_wrong(head, columns[head]), literal(head)) for head in columns if head in heads])
    raw = ", ".join(f"{name(head)} AS {name('raw ' + head)}" for head in heads)
    inner = f"SELECT row_number() OVER () AS row, {typed}, {raw} FROM {_source(path)} AS source"
    kept = ", ".join(["row", *map(name, columns)])
    _asked(database, path, f"CREATE TABLE {table} AS SELECT {kept}, {wrong} AS wrong FROM ({inner})")
    _check_cells(database, table, path, columns)
    found = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found[0]) if found else 0


def _is_wrong(head: str, column: Column) -> str:
    missing = f"{name(head)} IS NULL"
    return (
        missing
        if column.required
        else f"{missing} AND {name('raw ' + head)} IS NOT NULL AND trim(CAST({name('raw ' + head)} AS VARCHAR)) <> ''"
    )


def _check_heads(path: Path, heads: Mapping[str, str], columns: Mapping[str, Column]) -> None:
    for head in heads:
        if head not in columns:
            raise BulkFault(f"{path}: '{head}' is no column of this table. {nearest(head, columns)}")
    for head, column in columns.items():
        if column.required and head not in heads:
            raise BulkFault(
                f"{path}: the column '{head}' is missing. Add it; docs/bulk.md lists the columns."
            )


def _check_cells(database: DuckDBPyConnection, table: str, path: Path, columns: Mapping[str, Column]) -> None:
    wrong = database.execute(
        f"SELECT row, wrong, count(*) OVER () FROM {table} WHERE wrong IS NOT NULL ORDER BY row LIMIT {_NAMED}"
    ).fetchall()
    if not wrong:
        return
    named = "; ".join(_mistake(database, path, row, head, columns[head]) for row, head, _ in wrong)
    more = wrong[0][2] - len(wrong)
    raise BulkFault(
        f"{path}: {named}{f'; and {more} rows more' if more else ''}. "
        "Mend the table; nothing was audited. Rows are counted from 1, below the heading."
    )


def _mistake(database: DuckDBPyConnection, path: Path, row: int, head: str, column: Column) -> str:
    found = database.execute(
        f"SELECT CAST({name(head)} AS VARCHAR) FROM {_source(path)} LIMIT 1 OFFSET {row - 1}"
    ).fetchone()
    held = found[0] if found else None
    if held is None or not held.strip():
        return f"row {row}, column '{head}' is empty"
    return f"row {row}, column '{head}' holds '{held}', which is not {column.type}"


def _asked(database: DuckDBPyConnection, path: Path, sql: str) -> Sequence[tuple[object, ...]]:
    """What the database answers about a file.

    Raises:
        BulkFault: it cannot read the file.
    """
    import duckdb  # noqa: PLC0415 - it is there by now

    try:
        return database.execute(sql).fetchall()
    except (duckdb.InvalidInputException, duckdb.IOException, duckdb.ConversionException) as error:
        first = str(error).splitlines()[0]
        raise BulkFault(f"{path} cannot be read as a table: {first}") from error
