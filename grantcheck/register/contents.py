"""The rows of the tables as grants, batches and changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from grantcheck.model.batch import Batch, BatchChanges, Change
from grantcheck.model.grant import GrantRow
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.register.current import Stated, in_force
from grantcheck.register.schema import LINE_KEY, allocation_table, batch_table, line_table, title_table

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from grantcheck.model.terms import PriceLevel
    from grantcheck.register.drafts import FileRead

_MOST_NAMED = 500
"""Ids that are named in a query; for more, all are read."""


@dataclass(frozen=True)
class Contents:
    """What batches stated, in the order in which they were known."""

    batches: tuple[Batch, ...]
    stated: tuple[tuple[Stated, ...], ...]
    """By batch, in the same order; a batch may have stated nothing that is wanted."""
    lines: Mapping[int, GrantRow]
    """A row without year and amount for each line."""
    titles: tuple[tuple[int, str, str], ...]
    """Batch, grant, title."""

    def rows(self) -> list[GrantRow]:
        """What holds now."""
        latest = self._latest_titles()
        return [self._row(one, latest) for one in in_force(self.stated)]

    def covered(self) -> dict[str, set[int]]:
        """The years that the batches stating each grant cover."""
        found: dict[str, set[int]] = {}
        for batch, stated in zip(self.batches, self.stated, strict=True):
            lines = {one.line for one in stated}
            for grant in {self.lines[line].grant for line in lines}:
                found.setdefault(grant, set()).update(batch.covered)
        return found

    def changes(self) -> tuple[BatchChanges, ...]:
        """What each batch changed."""
        known: dict[tuple[int, int, int], int] = {}
        found: list[BatchChanges] = []
        for place, (batch, stated) in enumerate(zip(self.batches, self.stated, strict=True)):
            if not stated:
                continue
            titles = {grant: title for number, grant, title in self.titles if number == batch.number}
            changes = tuple(
                Change(self._row(one, titles), _before(known.get((one.line, one.year, one.sign))))
                for one in stated
            )
            found.append(BatchChanges(batch, changes))
            known = {(one.line, one.year, one.sign): one.amount for one in in_force(self.stated[: place + 1])}
        return tuple(found)

    def _latest_titles(self) -> dict[str, str]:
        order = {batch.number: place for place, batch in enumerate(self.batches)}
        known = sorted((entry for entry in self.titles if entry[0] in order), key=lambda e: order[e[0]])
        return {grant: title for _, grant, title in known}

    def _row(self, one: Stated, titles: Mapping[str, str]) -> GrantRow:
        line = self.lines[one.line]
        return GrantRow(
            line.grant,
            titles.get(line.grant, ""),
            line.agreement,
            line.control_area,
            line.committee,
            line.appropriation,
            line.activity,
            line.price_level,
            one.year,
            Kroner(one.amount),
            one.permanent,
            one.batch,
        )


def contents_of(connection: Connection, batches: tuple[Batch, ...], only: Collection[str] | None) -> Contents:
    """What batches stated of the grants that are wanted.

    Args:
        connection: to read by.
        batches: in the order in which they were known.
        only: the ids of the grants; None for all.
    """
    named = _named(only)
    found = connection.execute(_of_grants(select(line_table), named)).all()
    wanted = {row[1] for row in found} if only is None else set(only)
    lines = {row[0]: line_in(row[1:]) for row in found if row[1] in wanted}
    by_batch = {
        number: tuple(Stated._make(row) for row in group if row[1] in lines)
        for number, group in groupby(connection.execute(_allocations(named)).all(), key=itemgetter(0))
    }
    stated = tuple(by_batch.get(batch.number, ()) for batch in batches)
    return Contents(batches, stated, lines, titles_of(connection, only))


def titles_of(connection: Connection, only: Collection[str] | None) -> tuple[tuple[int, str, str], ...]:
    """Batch, grant and title, at least of the grants that are wanted."""
    query = _of_grants(select(title_table), _named(only), title_table.c.grant_id)
    return tuple((row[0], row[1], row[2]) for row in connection.execute(query).all())


def _named(only: Collection[str] | None) -> Collection[str] | None:
    return only if only is not None and len(only) <= _MOST_NAMED else None


def _of_grants(query: Select[Any], named: Collection[str] | None, column: Any = None) -> Select[Any]:  # noqa: ANN401 - a column of either table
    if named is None:
        return query
    return query.where((line_table.c.grant_id if column is None else column).in_(named))


def _allocations(named: Collection[str] | None) -> Select[Any]:
    table = allocation_table.c
    query = select(table.batch, table.line, table.year, table.amount, table.permanent).order_by(
        table.batch, table.line, table.year, table.sign.desc()
    )
    if named is None:
        return query
    return query.where(table.line.in_(select(line_table.c.id).where(line_table.c.grant_id.in_(named))))


def line_in(values: tuple[str, ...]) -> GrantRow:
    """A line of the table as a row that still lacks its year and amount."""
    said = dict(zip(LINE_KEY, values, strict=True))
    area = said["control_area"]
    return GrantRow(
        said["grant_id"],
        "",
        said["agreement"],
        ControlArea(area) if area else None,
        said["committee"],
        said["appropriation"],
        said["activity"],
        _price_level(said["price_level"]),
        0,
        Kroner(0),
    )


def line_key(row: GrantRow) -> tuple[str, ...]:
    """What tells the line of a row apart, as the table holds it."""
    level = "" if row.price_level is None else str(row.price_level)
    area = row.control_area.value if row.control_area else ""
    return (row.grant, row.agreement, area, row.committee, row.appropriation, row.activity, level)


def batch_of(row: Row[Any]) -> Batch:
    """A row of the table of batches."""
    known: date = row.known_from
    return Batch(
        number=row.id,
        file=row.file,
        file_sha256=row.file_sha256,
        reading_sha256=row.reading_sha256,
        imported_at=datetime.fromisoformat(row.imported_at),
        known_from=known,
        first_year=row.first_year,
        last_year=row.last_year,
        rows=row.rows,
        refused=row.refused,
    )


def batch_in(connection: Connection, file: FileRead) -> Batch | None:
    """The batch that a file, read the same way, already is."""
    found = connection.execute(
        select(batch_table).where(
            batch_table.c.file_sha256 == file.sha256,
            batch_table.c.reading_sha256 == file.reading_sha256,
        )
    ).one_or_none()
    return None if found is None else batch_of(found)


def _price_level(text: str) -> PriceLevel | None:
    if not text:
        return None
    return "current" if text == "current" else int(text)


def _before(amount: int | None) -> Kroner | None:
    return None if amount is None else Kroner(amount)
