"""`python -m benchmarks.bulk_tables FOLDER --cases N`: tables of proposals and allocations, the same in every run.

A mixture as a finance office might hold: most proposals continue a grant at its level for all years of the horizon;
a few in a hundred ask for more, leave a year out, name no grant, or lack a cell.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AS_OF = "2026-06-01"
YEARS = tuple(range(2026, 2032))
"""The years that proposals have a column for; the budget year is the second."""
_FIRST = 2027
_LAST = 2030
_DRAWS = 16
_SEED = 0.8
RATES = {
    (2024, 2025): {"2024-06-03": "2.6", "2026-05-04": "2.9"},
    (2025, 2026): {"2025-06-03": "2.4"},
    (2026, 2027): {"2025-06-03": "2.8"},
}
"""Invented: the yearly rise in per cent, by the day of the edition that states it."""
_HEAD = "series: invented-town\nkind: general\nunit: percent\nsource: invented\nsteps:\n"
_STEP = '  - {{from: {first}, to: {last}, value: "{rate}", status: estimate, edition: {day}, reference: "line 1"}}\n'
_CARRIED = {2024: "1.029 * 1.024 * 1.028", 2025: "1.024 * 1.028", 2026: "1.028"}
"""What a proposal at the level of 2027 multiplies a grant of these prices by."""

_GRANTS = """
CREATE TABLE grants AS SELECT i,
    50000 + 1000 * floor(u0 * 4950)::BIGINT AS amount,
    CASE WHEN u1 < 0.7 THEN 'service' WHEN u1 < 0.85 THEN 'transfers' ELSE 'capital' END AS area,
    CASE WHEN u2 < 0.8 THEN 2027 WHEN u2 < 0.92 THEN 2026 WHEN u2 < 0.95 THEN 2025 WHEN u2 < 0.96 THEN 2024
        WHEN u2 < 0.98 THEN 2019 WHEN u2 < 0.99 THEN 0 END AS level,
    CASE WHEN u3 < 0.05 THEN 1 WHEN u3 < 0.3 THEN 2 WHEN u3 < 0.8 THEN 3 ELSE 4 END AS years,
    CASE WHEN u4 < 0.96 THEN 2026 WHEN u4 < 0.98 THEN 2025 ELSE 2027 END AS ends,
    u5 AS renewed, u6 AS named
FROM draws"""

_ALLOCATIONS = """
SELECT 'G' || lpad(i::VARCHAR, 7, '0') AS "grant",
    CASE WHEN named < 0.01 THEN 'Tidligere bevilling'
        WHEN named < 0.02 THEN 'Budgetaftale 2027'
        WHEN named < 0.1 THEN 'Overførselssagen ' || (first - 1) || '-' || first
        WHEN renewed < 0.15 AND year = ends THEN 'Budgetaftale ' || (ends - 1)
        ELSE 'Budgetaftale ' || first END AS agreement,
    area AS control_area,
    CASE WHEN level = 0 THEN 'current' ELSE level::VARCHAR END AS price_level,
    'Indsats ' || i AS title, year, amount
FROM (SELECT *, ends - years + 1 AS first, unnest(range(ends - years + 1, ends + 1)) AS year FROM grants)
ORDER BY i, year"""

_PROPOSALS = """
SELECT 'BU' || lpad((CASE WHEN d.u7 < 0.005 THEN i - 1 ELSE i END)::VARCHAR, 7, '0') AS code,
    {first} AS budget_year,
    CASE WHEN d.u8 < 0.01 THEN NULL WHEN d.u8 < 0.015 THEN 'G-unknown'
        ELSE 'G' || lpad((CASE WHEN d.u8 < 0.02 THEN greatest(i - 1, 1) ELSE i END)::VARCHAR, 7, '0') END AS "grant",
    CASE WHEN d.u9 < 0.99 THEN 'Indsats ' || i END AS title,
    CASE WHEN d.u9 < 0.96 THEN 'bevillingsudløb' END AS subtitle,
    'Indsats ' || i AS activity,
    CASE WHEN d.u10 < 0.98 THEN g.area WHEN d.u10 < 0.995 THEN 'service' END AS control_area,
    CASE WHEN d.u11 < 0.97 THEN '2027' WHEN d.u11 < 0.98 THEN '2026' WHEN d.u11 < 0.99 THEN 'current' END AS price_level,
    CASE WHEN d.u12 < 0.93 THEN 'Bevillingsudløb;Bestilt af fagudvalg' WHEN d.u12 < 0.95 THEN 'Bevillingsudløb'
        WHEN d.u12 < 0.96 THEN 'Need to;Bevillingsudløb;Bestilt administrativt' WHEN d.u12 < 0.97 THEN 'Bestilt af fagudvalg'
        WHEN d.u12 < 0.98 THEN 'Bevillingsudløb;Særlig sag;Bestilt af fagudvalg' WHEN d.u12 < 0.99 THEN '-' END AS categories,
    CASE WHEN d.u13 < 0.98 THEN TRUE END AS asks_to_continue,
    {amounts}
FROM (SELECT *, {asked} AS asked FROM grants) g JOIN draws d USING (i)
ORDER BY i"""

_ASKED = """
CASE level {carried} ELSE amount END
    + CASE WHEN (renewed * 1000)::BIGINT % 50 = 1 THEN 20000 WHEN (renewed * 1000)::BIGINT % 50 = 2 THEN -7000 ELSE 0 END"""


@dataclass(frozen=True)
class BulkTables:
    """Where they stand."""

    proposals: Path
    allocations: Path
    series: Path
    cases: int
    rows: int
    """Of the allocations."""


def make_tables(folder: Path, cases: int) -> BulkTables:
    """Both tables as Parquet, with the price series that they are judged by.

    Those that `folder` holds from before are written over.
    """
    import duckdb  # noqa: PLC0415 - of the extra for benchmarks

    folder.mkdir(parents=True, exist_ok=True)
    made = BulkTables(
        folder / "proposals.parquet", folder / "allocations.parquet", folder / "invented-town.yaml", cases, 0
    )
    steps = [
        _STEP.format(first=first, last=last, rate=rate, day=day)
        for (first, last), editions in RATES.items()
        for day, rate in editions.items()
    ]
    made.series.write_text(_HEAD + "".join(steps), "utf-8")
    # one thread, as draws come in the order of the rows only then
    with duckdb.connect(config={"threads": 1}) as database:
        database.execute(f"SELECT setseed({_SEED})")
        draws = ", ".join(f"random() AS u{at}" for at in range(_DRAWS))
        database.execute(f"CREATE TABLE draws AS SELECT i, {draws} FROM range(1, {cases} + 1) t(i)")
        database.execute(_GRANTS)
        rows = _written(database, _ALLOCATIONS, made.allocations)
        _written(database, _proposals(), made.proposals)
    return BulkTables(made.proposals, made.allocations, made.series, cases, rows)


def _proposals() -> str:
    carried = " ".join(
        f"WHEN {level} THEN round(amount * CAST({factor} AS DECIMAL(18, 9)))::BIGINT"
        for level, factor in _CARRIED.items()
    )
    return _PROPOSALS.format(
        first=_FIRST,
        asked=_ASKED.format(carried=carried),
        amounts=", ".join(f'{_amount(year)} AS "{year}"' for year in YEARS),
    )


def _amount(year: int) -> str:
    """What is asked for in a year; a few leave the first or the last out, or go beyond the horizon."""
    match year:
        case _ if year < _FIRST:
            return "CASE WHEN d.u14 < 0.005 THEN asked END"
        case _ if year == _FIRST:
            return "CASE WHEN d.u14 < 0.98 THEN asked END"
        case _ if year == _LAST:
            return "CASE WHEN d.u15 < 0.97 THEN asked WHEN d.u15 < 0.98 THEN asked + 5740 END"
        case _ if year > _LAST:
            return "CASE WHEN d.u15 < 0.01 THEN asked END"
        case _:
            return "asked"


def _written(database: DuckDBPyConnection, query: str, target: Path) -> int:
    found = database.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet)").fetchone()
    return int(found[0]) if found else 0


def main() -> None:
    """Make them, and say where they are."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.bulk_tables")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--cases", type=int, default=1_000_000)
    chosen = asked.parse_args()
    made = make_tables(chosen.folder, chosen.cases)
    say = Console(soft_wrap=True, highlight=False).print
    say(f"{made.cases} proposals, {made.rows} allocations: {made.rows / made.cases:.2f} a case")
    say(
        f"grantcheck audit --proposals {made.proposals} --register {made.allocations} --series {made.series} "
        f"--as-of {AS_OF} --findings findings.parquet"
    )


if __name__ == "__main__":
    main()
