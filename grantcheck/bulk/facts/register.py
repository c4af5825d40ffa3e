"""What the register says of each grant, a row for each: its years with money, its agreements, its last level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.data.profile import Profile
from grantcheck.derive.agreement_years import made_year, years_named
from grantcheck.register.own_table import agreement_year

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_A_TIME = 10_000
_ROWS_A_PART = 250_000

_AGREEMENT_NAMES = """
CREATE TABLE agreement_names (
    agreement VARCHAR, years_named BIGINT, made_year BIGINT, agreement_year BIGINT
)"""

_BY_AGREEMENT = """
CREATE OR REPLACE TEMP TABLE by_agreement AS
SELECT "grant", agreement, year, sum(amount)::BIGINT AS amount, min(row) AS row
FROM part_rows GROUP BY "grant", agreement, year"""

_BY_YEAR = """
CREATE OR REPLACE TEMP TABLE by_year AS
SELECT "grant", year, sum(amount)::BIGINT AS net, list(row ORDER BY row) AS rows
FROM part_rows GROUP BY "grant", year"""

_YEARS = """
CREATE OR REPLACE TEMP TABLE grant_years AS
WITH listed AS (
    SELECT "grant", list(year ORDER BY year) AS years, list(net ORDER BY year) AS nets,
        list(rows ORDER BY year) AS year_rows, max(net) > 0 AS is_given, max(year) FILTER (net > 0) AS last_given
    FROM by_year GROUP BY "grant"
), funded AS (
    SELECT *, list_filter(years, lambda y, i: CASE WHEN is_given THEN nets[i] > 0 ELSE nets[i] <> 0 END) AS funded
    FROM listed
)
SELECT *, len(funded)::BIGINT AS funded_years, funded[1] AS first_funded, funded[-1] AS last_funded,
    nets[list_position(years, funded[-1])] AS last_amount,
    coalesce(list_max(list_transform(funded, lambda y, i: CASE WHEN i > 1 THEN y - funded[i - 1] - 1 END)), 0) AS gap,
    list_max(list_transform(nets, lambda n: abs(n))) > 0 AS moves
FROM funded"""

_AGREEMENTS = """
CREATE OR REPLACE TEMP TABLE grant_agreements AS
WITH one AS (
    SELECT b."grant", b.agreement, min(b.year) AS first_row_year,
        count(*) FILTER (b.amount <> 0) AS funded_years, min(b.year) FILTER (b.amount <> 0) AS first_year,
        min(b.row) AS first_row, bool_or(b.amount <> 0) AS moves
    FROM by_agreement b GROUP BY b."grant", b.agreement
)
SELECT one."grant", count(*) AS agreements, bool_or(one.moves) AS moves,
    min(n.agreement_year) AS earliest_agreement_year,
    list(one.agreement ORDER BY first_row_year, one.agreement) AS names,
    list({name: one.agreement, years_named: n.years_named, made_year: n.made_year,
        funded_years: one.funded_years, first_year: one.first_year, row: one.first_row}
        ORDER BY one.first_row) AS agreed
FROM one JOIN agreement_names n USING (agreement) GROUP BY one."grant\""""

_LINES = """
CREATE OR REPLACE TEMP TABLE grant_lines AS
SELECT "grant", greatest(count(DISTINCT agreement) FILTER (amount > 0) - 1, 0) AS renewals,
    list_sort(list(DISTINCT control_area)) AS areas,
    CASE WHEN count(DISTINCT coalesce(price_level, -1)) = 1 THEN min(price_level) END AS level,
    coalesce(arg_max(title, row), string_agg(DISTINCT activity, ', ' ORDER BY activity), '') AS title
FROM part_rows GROUP BY "grant\""""

_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT y."grant", count(*) AS candidates
FROM by_agreement b JOIN grant_years y ON b."grant" = y."grant" AND b.year = y.last_given
WHERE b.amount > 0 GROUP BY y."grant\""""

_GRANTS = """
{into}
SELECT y.*, a.agreements, a.earliest_agreement_year, a.names, a.agreed, a.moves AS any_moves,
    l.renewals, l.areas, l.level, l.title, coalesce(k.candidates, 0) AS candidates
FROM grant_years y JOIN grant_agreements a USING ("grant") JOIN grant_lines l USING ("grant")
    LEFT JOIN candidates k USING ("grant")"""


def describe_grants(database: DuckDBPyConnection, profile: Profile) -> None:
    """From `allocations` to the table `grants`, a part of the grants at a time, since lists stay in memory."""
    database.execute(_AGREEMENT_NAMES)
    _name_agreements(database, profile)
    found = database.execute("SELECT count(*) FROM allocations").fetchone()
    parts = (found[0] if found else 0) // _ROWS_A_PART + 1
    for part in range(parts):
        database.execute(
            f'CREATE OR REPLACE TEMP TABLE part_rows AS SELECT * FROM allocations WHERE hash("grant") % {parts} = {part}'
        )
        for sql in (_BY_AGREEMENT, _BY_YEAR, _YEARS, _AGREEMENTS, _LINES, _CANDIDATES):
            database.execute(sql)
        into = "CREATE TABLE grants AS" if part == 0 else "INSERT INTO grants"
        database.execute(_GRANTS.format(into=into))
    for table in (
        "part_rows",
        "by_agreement",
        "by_year",
        "grant_years",
        "grant_agreements",
        "grant_lines",
        "candidates",
    ):
        database.execute(f"DROP TABLE {table}")


def _name_agreements(database: DuckDBPyConnection, profile: Profile) -> None:
    """The years in the names of agreements, each name once; few even among millions of rows."""
    names = database.cursor().execute("SELECT DISTINCT agreement FROM allocations ORDER BY agreement")
    while found := [str(row[0]) for row in names.fetchmany(_AT_A_TIME)]:
        named = [years_named(one) for one in found]
        made = [
            made_year(one, years, profile) if years else None for one, years in zip(found, named, strict=True)
        ]
        database.execute(
            "INSERT INTO agreement_names SELECT unnest($1::VARCHAR[]), unnest($2::BIGINT[]), "
            "unnest($3::BIGINT[]), unnest($4::BIGINT[])",
            [found, [len(years) for years in named], made, [agreement_year(one) for one in found]],
        )
