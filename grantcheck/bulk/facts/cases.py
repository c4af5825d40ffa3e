"""The cases of a batch as a table: their cells, and what the register says of their grants."""

from __future__ import annotations

from collections.abc import Sequence

from grantcheck.bulk.facts.kind import CASE, Kind, Read
from grantcheck.bulk.facts.round import others
from grantcheck.bulk.sql import name
from grantcheck.model.years import Year

_JOINED = """
SELECT p.row, p.code, p."grant" AS "grant", p.budget_year, p.title, p.subtitle, coalesce(p.activity, p.code) AS activity,
    p.control_area AS area, p.price_level AS level, p.asks_to_continue AS asks, p.categories, {amounts},
    g.gid IS NOT NULL AS known, g.*,
    r.cases - 1 AS round_notes,
    k.* EXCLUDE (budget_year, categories),
    coalesce(sc.cases, 1) - 1 AS code_others, coalesce({code_named}, '') AS code_named,
    coalesce(sg.cases, 1) - 1 AS grant_others, coalesce({grant_named}, '') AS grant_named
FROM proposals p
    LEFT JOIN (FROM claims WHERE row BETWEEN {first} AND {last}) m USING (row)
    LEFT JOIN grants g ON g.gid = m.gid
    LEFT JOIN marks k ON k.budget_year = p.budget_year AND k.categories = p.categories
    JOIN round_sizes r ON p.budget_year = r.budget_year
    LEFT JOIN same_code sc ON sc.budget_year = p.budget_year AND sc.shared = lower(p.code)
    LEFT JOIN same_grant sg ON sg.budget_year = p.budget_year AND sg.shared = p."grant"
WHERE p.row BETWEEN {first} AND {last}"""


def case_sql(kinds: Sequence[Kind], years: Sequence[Year], first: int, last: int, read: Read) -> str:
    """The statement that makes the table of a batch's cases, with the fields of every kind that a case has once.

    Args:
        kinds: what is derived.
        years: the years that proposals have a column for.
        first: the first row of the batch.
        last: its last row.
        read: the fields that rules read.
    """
    joined = _JOINED.format(
        amounts=", ".join(f"p.{name(str(year))}" for year in years),
        code_named=others("sc.named"),
        grant_named=others("sg.named"),
        first=first,
        last=last,
    )
    once = ", ".join(kind.selected(read) for kind in kinds if kind.rows is None)
    return f"CREATE OR REPLACE TEMP TABLE {CASE} AS SELECT *, {once} FROM ({joined})"


def several_sql(kinds: Sequence[Kind], read: Read) -> list[str]:
    """The statements that make the tables of facts that a case may have several of."""
    return [
        f"CREATE OR REPLACE TEMP TABLE {name(kind.table)} AS SELECT row, n, {kind.selected(read)} FROM ({kind.rows})"
        for kind in kinds
        if kind.rows is not None
    ]
