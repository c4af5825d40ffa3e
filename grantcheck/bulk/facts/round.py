"""What cases of one budget year share: codes and grants that stand twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAMED = 5
"""How many other cases a message names."""

_SIZES = (
    "CREATE TABLE round_sizes AS SELECT budget_year, count(*) AS cases FROM proposals GROUP BY budget_year"
)

_SHARED = """
CREATE TABLE {table} AS
SELECT budget_year, {key} AS shared, count(*) AS cases,
    list({{row: row, name: code || ' (row ' || row || ')'}} ORDER BY row)[:{most}] AS named
FROM proposals SEMI JOIN (
    SELECT budget_year AS twice_year, {key} AS twice FROM proposals GROUP BY ALL HAVING count(*) > 1
) ON budget_year = twice_year AND {key} = twice
GROUP BY ALL"""


def compare_cases(database: DuckDBPyConnection) -> None:
    """From `proposals` to `round_sizes`, `same_code` and `same_grant`."""
    database.execute(_SIZES)
    for table, key in (("same_code", "lower(code)"), ("same_grant", '"grant"')):
        database.execute(_SHARED.format(table=table, key=key, most=NAMED + 1))


def others(named: str) -> str:
    """The other cases of a list of `{row, name}`, as text; the case's own row is left out."""
    return f"array_to_string(list_transform(list_filter({named}, lambda o: o.row <> p.row)[:{NAMED}], lambda o: o.name), ', ')"
