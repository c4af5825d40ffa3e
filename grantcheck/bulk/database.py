"""The database that a run works in: in a file of its own, so that memory does not grow with the input."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.bulk.fault import BulkMissing
from grantcheck.bulk.sql import name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "224MB"
"""What DuckDB may hold; the rest of the program and the engine's process take about as much again."""


@contextmanager
def opened(jobs: int, folder: Path | None = None) -> Iterator[DuckDBPyConnection]:
    """A database that is gone at the end, in `folder` or where the system keeps temporary files.

    Raises:
        BulkMissing: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise BulkMissing from error
    with tempfile.TemporaryDirectory(prefix="grantcheck-", dir=folder) as own:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": jobs,
            "temp_directory": str(Path(own) / "spilled"),
            "preserve_insertion_order": True,
        }
        connection = duckdb.connect(str(Path(own) / "bulk.duckdb"), config=settings)
        try:
            yield connection
        finally:
            connection.close()


def dropped(database: DuckDBPyConnection, tables: Iterable[str]) -> None:
    """Tables of a batch that have done their work: what they hold is memory that the next ones need."""
    for table in tables:
        database.execute(f"DROP TABLE IF EXISTS {name(table)}")
