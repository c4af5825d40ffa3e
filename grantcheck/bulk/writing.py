"""The findings of a run to a file: whole, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.bulk.fault import BulkFault
from grantcheck.bulk.sql import quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMS = {
    ".parquet": "FORMAT parquet, COMPRESSION zstd",
    ".jsonl": "FORMAT json",
}


def write_findings(database: DuckDBPyConnection, target: Path) -> None:
    """The table `findings` to a file of that ending; under another name first.

    One thread writes, so that the same findings are the same bytes.

    Raises:
        BulkFault: the ending is of no form that findings are written in.
    """
    form = FORMS.get(target.suffix.lower())
    if form is None:
        raise BulkFault(
            f"{target}: findings are written as {' or '.join(FORMS)}. Give the file such an ending."
        )
    unfinished = target.with_name(f".{target.name}.unfinished")
    threads = database.execute("SELECT current_setting('threads')").fetchone()
    try:
        database.execute("SET threads = 1")
        database.execute(f"COPY (SELECT * FROM findings) TO {quoted(str(unfinished))} ({form})")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
        database.execute(f"SET threads = {threads[0] if threads else 1}")
