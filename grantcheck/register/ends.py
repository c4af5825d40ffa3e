"""Where grants end, from the bare figures: what a question about one year need not read in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from grantcheck.model.funding import Funding
from grantcheck.model.grant import Grant, folded
from grantcheck.model.money import Kroner
from grantcheck.model.years import Year
from grantcheck.register.contents import Contents, line_in, titles_of
from grantcheck.register.current import Stated, in_force
from grantcheck.register.schema import allocation_table, line_table

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Select

    from grantcheck.model.batch import Batch

_Covered = frozenset[Year]


@dataclass(frozen=True)
class Ends:
    """The grants of a register around one year."""

    near: Mapping[str, Grant]
    """By their ids, those that end there, or of which nobody said whether they do; they alone are read in full."""
    later: Mapping[Year, Kroner]
    """By first unfunded year, the money of those that end after it."""
    grants: int
    """How many there are in all."""


def ends_of(connection: Connection, batches: tuple[Batch, ...], year: Year) -> Ends:
    """Where the grants that batches stated end, seen from a first unfunded year.

    Args:
        connection: to read by.
        batches: in the order in which they were known.
        year: the first unfunded year.
    """
    ids = connection.execute(select(line_table.c.id, line_table.c.grant_id))
    grant_of = {line: grant for line, grant in ids.all()}  # noqa: C416 - a result has keys, so dict takes it amiss
    figures = connection.execute(_figures(batches)).all()
    grants = len({grant_of[line] for line in {row[1] for row in figures}})
    going_on = {grant_of[line] for line in {row[1] for row in figures if row[2] >= year - 1}}
    stated = _stated([row for row in figures if grant_of[row[1]] in going_on], batches)
    covered = _covered(stated, batches, grant_of)
    rows: defaultdict[str, list[Stated]] = defaultdict(list)
    for one in in_force(stated):
        rows[grant_of[one.line]].append(one)
    near: set[str] = set()
    later: Counter[Year] = Counter()
    for grant, given in rows.items():
        funding = Funding.of(given, covered[grant])
        end = funding.first_unfunded_year
        if end == year or (end is None and funding.end_unknown_after(year - 1)):
            near.add(grant)
        elif end is not None and end > year:
            later[end] += funding.last_amount or 0
    lines = connection.execute(_lines_funded_in(year - 1)).all() if near else ()
    wanted = {row[0]: line_in(row[1:]) for row in lines if row[1] in near}
    of_near = tuple(tuple(one for one in of_batch if one.line in wanted) for of_batch in stated)
    contents = Contents(batches, of_near, wanted, titles_of(connection, near))
    ending = folded(contents.rows(), contents.covered())
    return Ends(ending, {each: Kroner(later[each]) for each in sorted(later)}, grants)


def _lines_funded_in(year: Year) -> Select[Any]:
    """The lines of at least every grant that says something of a year."""
    said = select(line_table.c.grant_id).join(allocation_table, allocation_table.c.line == line_table.c.id)
    return select(line_table).where(line_table.c.grant_id.in_(said.where(allocation_table.c.year == year)))


def _figures(batches: Sequence[Batch]) -> Select[Any]:
    table = allocation_table.c
    query = select(table.batch, table.line, table.year, table.amount, table.permanent)
    return query.where(table.batch.in_([batch.number for batch in batches])).order_by(table.batch)


def _stated(figures: Iterable[Row[Any]], batches: Sequence[Batch]) -> list[list[Stated]]:
    """The figures by batch, in the order in which the batches were known."""
    found = {
        number: list(map(Stated._make, of_batch)) for number, of_batch in groupby(figures, key=itemgetter(0))
    }
    return [found.get(batch.number, []) for batch in batches]


def _covered(
    stated: Sequence[Sequence[Stated]], batches: Sequence[Batch], grant_of: Mapping[int, str]
) -> dict[str, _Covered]:
    """The years of which something is said of each grant; the sets are shared, as most grants are of few files."""
    found: dict[str, _Covered] = {}
    for batch, figures in zip(batches, stated, strict=True):
        years = frozenset(batch.covered)
        for grant in {grant_of[one.line] for one in figures}:
            found[grant] = found[grant] | years if grant in found else years
    return found
