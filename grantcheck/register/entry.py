"""A file becomes a batch of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from grantcheck.model.batch import Batch
from grantcheck.register.bulk import insert_rows
from grantcheck.register.contents import batch_in, line_key
from grantcheck.register.current import sign_of
from grantcheck.register.schema import allocation_table, batch_table, line_table, title_table

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from grantcheck.model.grant import GrantRow
    from grantcheck.register.drafts import FileRead


@dataclass(frozen=True, slots=True)
class Entered:
    """How an import ended."""

    batch: Batch
    is_new: bool
    """False where the same file was imported before, as this batch; then nothing was changed."""


def enter(connection: Connection, file: FileRead, known_from: date, imported_at: datetime) -> Entered:
    """Writes the rows of a file as a batch, inside the transaction of `connection`.

    Args:
        connection: which nobody else writes beside.
        file: with at least one row.
        known_from: the day from which its figures are known.
        imported_at: now, with a time zone.
    """
    earlier = batch_in(connection, file)
    if earlier is not None:
        return Entered(earlier, is_new=False)
    batch = _batch(connection, file, known_from, imported_at)
    rows = [each.row for each in file.draft.rows]
    lines = _lines(connection, rows)
    insert_rows(
        connection,
        allocation_table,
        [
            (batch.number, line, row.year, sign_of(row.amount), row.amount, row.permanent)
            for line, row in zip(lines, rows, strict=True)
        ],
    )
    titles = {row.grant: row.title for row in rows if row.title}
    insert_rows(connection, title_table, [(batch.number, grant, title) for grant, title in titles.items()])
    return Entered(batch, is_new=True)


def _batch(connection: Connection, file: FileRead, known_from: date, imported_at: datetime) -> Batch:
    number = 1 + (connection.execute(select(func.max(batch_table.c.id))).scalar_one_or_none() or 0)
    first, last = file.draft.covered or (0, -1)
    batch = Batch(
        number=number,
        file=file.name,
        file_sha256=file.sha256,
        reading_sha256=file.reading_sha256,
        imported_at=imported_at.astimezone(UTC).replace(microsecond=0),
        known_from=known_from,
        first_year=first,
        last_year=last,
        rows=len(file.draft.rows),
        refused=len(file.draft.refused),
    )
    connection.execute(
        insert(batch_table).values(
            id=batch.number,
            file=batch.file,
            file_sha256=batch.file_sha256,
            reading_sha256=batch.reading_sha256,
            imported_at=batch.imported_at.isoformat(),
            known_from=batch.known_from,
            first_year=batch.first_year,
            last_year=batch.last_year,
            rows=batch.rows,
            refused=batch.refused,
        )
    )
    return batch


def _lines(connection: Connection, rows: Sequence[GrantRow]) -> list[int]:
    """The number of the line of each row; lines that are new are written."""
    known = {tuple(row[1:]): row[0] for row in connection.execute(select(line_table))}
    stored = len(known)
    keys = [line_key(row) for row in rows]
    numbers = [known.setdefault(key, len(known) + 1) for key in keys]
    new = [(number, *key) for key, number in known.items() if number > stored]
    insert_rows(connection, line_table, new)
    return numbers
