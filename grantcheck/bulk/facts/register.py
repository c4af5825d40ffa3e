"""What the register says of the grants of a batch: their years with money, their agreements, their last level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.bulk.database import dropped
from grantcheck.bulk.sql import chosen, literal
from grantcheck.data.profile import Profile
from grantcheck.derive.agreement_years import made_year, years_named
from grantcheck.model.terms import ControlArea
from grantcheck.register.own_table import agreement_year

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_A_TIME = 10_000

AREA_BITS = {area.value: 1 << at for at, area in enumerate(ControlArea)}
"""The control areas of a grant as one number."""
_NO_AREA = 1 << len(AREA_BITS)

_NUMBERS = """
CREATE TABLE grant_numbers AS
SELECT "grant", min(row) AS gid FROM proposals WHERE "grant" IS NOT NULL GROUP BY "grant\""""

_CLAIMS = """
CREATE TABLE claims AS
SELECT p.row, n.gid FROM proposals p JOIN grant_numbers n USING ("grant") ORDER BY p.row"""

_AGREEMENT_NAMES = """
CREATE TABLE agreement_names (
    aid BIGINT, agreement VARCHAR, years_named BIGINT, made_year BIGINT, agreement_year BIGINT
)"""

_GRANTED = """
CREATE TABLE granted AS
SELECT n.gid, m.aid, a.year, a.amount, a.price_level, {area} AS area, a.row, a.title, a.activity
FROM allocations a JOIN grant_numbers n USING ("grant") JOIN agreement_names m USING (agreement) ORDER BY n.gid"""

_BATCH_ROWS = """
CREATE OR REPLACE TEMP TABLE batch_rows AS
SELECT * FROM granted SEMI JOIN (SELECT gid FROM claims WHERE row BETWEEN {first} AND {last}) USING (gid)
WHERE gid BETWEEN {lowest} AND {last}"""

_BY_AGREEMENT = """
CREATE OR REPLACE TEMP TABLE by_agreement AS
SELECT gid, aid, year, sum(amount)::BIGINT AS amount, bool_or(amount > 0) AS is_given, min(row) AS row,
    count(*) AS lines
FROM batch_rows GROUP BY gid, aid, year"""

_BY_YEAR = """
CREATE OR REPLACE TEMP TABLE by_year AS
WITH summed AS (
    SELECT gid, year, sum(amount)::BIGINT AS net, min(row) AS row, sum(lines)::BIGINT AS lines
    FROM by_agreement GROUP BY gid, year
), several AS (
    SELECT gid, year, list(b.row) AS rows FROM batch_rows b JOIN summed s USING (gid, year) WHERE s.lines > 1
    GROUP BY gid, year
)
SELECT s.gid, s.year, s.net, coalesce(v.rows, [s.row]) AS rows FROM summed s LEFT JOIN several v USING (gid, year)"""

_YEARS = """
CREATE OR REPLACE TEMP TABLE grant_years AS
WITH summed AS (
    SELECT gid, max(net) > 0 AS is_given, max(year) FILTER (net > 0) AS last_given,
        arg_max(net, year) FILTER (net > 0) AS given_amount,
        count(*) FILTER (net > 0) AS given_years, min(year) FILTER (net > 0) AS first_given,
        count(*) FILTER (net <> 0) AS moved_years, min(year) FILTER (net <> 0) AS first_moved,
        max(year) FILTER (net <> 0) AS last_moved, arg_max(net, year) FILTER (net <> 0) AS moved_amount
    FROM by_year GROUP BY gid
)
SELECT gid, is_given, last_given, given_amount, CASE WHEN is_given THEN given_years ELSE moved_years END AS funded_years,
    CASE WHEN is_given THEN first_given ELSE first_moved END AS first_funded,
    CASE WHEN is_given THEN last_given ELSE last_moved END AS last_funded,
    CASE WHEN is_given THEN given_amount ELSE moved_amount END AS last_amount
FROM summed"""

_GAPS = """
CREATE OR REPLACE TEMP TABLE grant_gaps AS
SELECT gid, max(years_without) AS gap FROM (
    SELECT gid, b.year - lag(b.year) OVER (PARTITION BY gid ORDER BY b.year) - 1 AS years_without
    FROM by_year b JOIN grant_years y USING (gid)
    WHERE y.last_funded - y.first_funded + 1 > y.funded_years
        AND CASE WHEN y.is_given THEN b.net > 0 ELSE b.net <> 0 END
) GROUP BY gid"""

_AGREED = """
CREATE OR REPLACE TEMP TABLE grant_agreed AS
SELECT gid, aid, bool_or(is_given) AS is_given, bool_or(amount <> 0) AS moves, min(year) AS first_row_year,
    count(*) FILTER (amount <> 0) AS funded_years, min(year) FILTER (amount <> 0) AS first_year, min(row) AS first_row
FROM by_agreement GROUP BY gid, aid"""

_AGREEMENTS = """
CREATE OR REPLACE TEMP TABLE grant_agreements AS
SELECT gid, count(*) AS agreements, bool_or(o.moves) AS any_moves, min(m.agreement_year) AS earliest_agreement_year,
    greatest(count(*) FILTER (o.is_given) - 1, 0) AS renewals, min(m.agreement) AS agreement
FROM grant_agreed o JOIN agreement_names m USING (aid) GROUP BY gid"""

_LINES = """
CREATE OR REPLACE TEMP TABLE grant_lines AS
SELECT gid, bit_or(area) AS areas, list(row) AS grant_rows,
    CASE WHEN min(coalesce(price_level, -1)) = max(coalesce(price_level, -1)) THEN min(price_level) END AS prior_level,
    arg_max(title, row) AS own_title, min(activity) AS activity, min(activity) <> max(activity) AS has_activities
FROM batch_rows GROUP BY gid"""

_NAMES = """
CREATE OR REPLACE TEMP TABLE several_names AS
SELECT gid, array_to_string(list_transform(list_sort(list({year: o.first_row_year, name: m.agreement})),
    lambda one: one.name), ', ') AS names
FROM grant_agreed o JOIN agreement_names m USING (aid) SEMI JOIN (FROM grant_agreements WHERE agreements > 1) USING (gid)
GROUP BY gid"""

_ACTIVITIES = """
CREATE OR REPLACE TEMP TABLE several_activities AS
SELECT gid, string_agg(DISTINCT activity, ', ' ORDER BY activity) AS activities
FROM batch_rows SEMI JOIN (FROM grant_lines WHERE own_title IS NULL AND has_activities) USING (gid) GROUP BY gid"""

_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidates AS
SELECT y.gid, count(*) AS candidates
FROM by_agreement b JOIN grant_years y ON b.gid = y.gid AND b.year = y.last_given
WHERE b.amount > 0 GROUP BY y.gid"""

_GRANTS = """
CREATE OR REPLACE TEMP TABLE grants AS
SELECT y.*, coalesce(s.gap, 0) AS gap, a.* EXCLUDE (gid, agreement), l.areas, l.prior_level, l.grant_rows,
    coalesce(k.candidates, 0) AS candidates, b.rows AS last_rows, coalesce(n.names, a.agreement) AS agreement_names,
    coalesce(l.own_title, t.activities, l.activity, '') AS grant_title
FROM grant_years y JOIN grant_agreements a USING (gid) JOIN grant_lines l USING (gid)
    LEFT JOIN grant_gaps s USING (gid) LEFT JOIN candidates k USING (gid) LEFT JOIN several_names n USING (gid)
    LEFT JOIN several_activities t USING (gid) LEFT JOIN by_year b ON b.gid = y.gid AND b.year = y.last_funded"""


_ON_THE_WAY = (
    "batch_rows", "by_agreement", "grant_years", "grant_gaps", "grant_agreements", "grant_lines", "several_names",
    "several_activities", "candidates",
)  # fmt: skip
DESCRIBED = ("grants", "by_year", "grant_agreed")
"""The tables of a batch's grants; `grants` is all that the cases need."""


def number_grants(database: DuckDBPyConnection, profile: Profile) -> None:
    """From `allocations` to `granted`: the lines of the grants that proposals claim.

    A grant has the number of the first row that claims it, so that the lines of a batch stand together.
    """
    database.execute(_AGREEMENT_NAMES)
    _name_agreements(database, profile)
    area = chosen("a.control_area", [(name, str(bit)) for name, bit in AREA_BITS.items()], literal(_NO_AREA))
    for sql in (_NUMBERS, _CLAIMS, _GRANTED.format(area=area), "DROP TABLE allocations"):
        database.execute(sql)


def describe_grants(database: DuckDBPyConnection, first: int, last: int) -> None:
    """From `granted` to the tables of a batch: `grants`, a row for each, with `by_year` and `grant_agreed`."""
    found = database.execute(f"SELECT min(gid) FROM claims WHERE row BETWEEN {first} AND {last}").fetchone()
    lowest = (found[0] if found else None) or first
    database.execute(_BATCH_ROWS.format(first=first, last=last, lowest=lowest))
    for sql in (
        _BY_AGREEMENT, _BY_YEAR, _YEARS, _GAPS, _AGREED, _AGREEMENTS, _LINES, _NAMES, _ACTIVITIES, _CANDIDATES, _GRANTS,
    ):  # fmt: skip
        database.execute(sql)
    dropped(database, _ON_THE_WAY)


def _name_agreements(database: DuckDBPyConnection, profile: Profile) -> None:
    """The years in the names of agreements, each name once; few even among millions of rows."""
    names = database.cursor().execute("SELECT DISTINCT agreement FROM allocations ORDER BY agreement")
    known = 0
    while found := [str(row[0]) for row in names.fetchmany(_AT_A_TIME)]:
        named = [years_named(one) for one in found]
        made = [
            made_year(one, years, profile) if years else None for one, years in zip(found, named, strict=True)
        ]
        database.execute(
            "INSERT INTO agreement_names SELECT unnest($1::BIGINT[]), unnest($2::VARCHAR[]), unnest($3::BIGINT[]), "
            "unnest($4::BIGINT[]), unnest($5::BIGINT[])",
            [
                list(range(known, known + len(found))),
                found,
                [len(years) for years in named],
                made,
                [agreement_year(one) for one in found],
            ],
        )
        known += len(found)
