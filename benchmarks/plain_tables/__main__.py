"""`python -m benchmarks.plain_tables PROPOSALS ALLOCATIONS FINDINGS`: from Parquet to Parquet."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.plain_tables.cases import COLUMNS, case_of
from benchmarks.plain_tables.grants import grants_in
from benchmarks.plain_tables.levels import level_findings
from benchmarks.plain_tables.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_A_TIME = 50_000
_SCHEMA = pa.schema([("row", pa.int64()), ("rule", pa.string()), ("outcome", pa.string())])


def main(proposals: str, allocations: str, findings: str) -> None:
    """Judge the proposals by the allocations."""
    with duckdb.connect(config={"threads": 1}) as database:
        ordered = 'SELECT "grant", agreement, year, amount, control_area, price_level FROM read_parquet($1) ORDER BY 1'
        grants = dict(grants_in(_rows(database, ordered, allocations)))
        keys = 'SELECT budget_year, lower(code), "grant" FROM read_parquet($1)'
        same_year: Counter[int] = Counter()
        same_code: Counter[tuple[int, str]] = Counter()
        same_grant: Counter[tuple[int, str | None]] = Counter()
        for year, code, grant in _rows(database, keys, proposals):
            same_year[year] += 1
            same_code[year, code] += 1
            same_grant[year, grant] += 1
        columns = ", ".join(f'"{column}"' for column in COLUMNS)
        every = _rows(database, f"SELECT {columns} FROM read_parquet($1)", proposals)
        with pq.ParquetWriter(findings, _SCHEMA, compression="zstd") as target:
            found: tuple[list[int], list[str], list[str]] = ([], [], [])
            for number, row in enumerate(every, 1):
                case = case_of(row, grants, same_code, same_grant, same_year)
                for rule, judge in RULES:
                    for outcome in judge(case):
                        _add(found, number, rule, outcome)
                for rule, outcome in level_findings(case):
                    _add(found, number, rule, outcome)
                if number % _AT_A_TIME == 0:
                    _write(target, found)
            _write(target, found)


def _add(found: tuple[list[int], list[str], list[str]], number: int, rule: str, outcome: str) -> None:
    rows, rules, outcomes = found
    rows.append(number)
    rules.append(rule)
    outcomes.append(outcome)


def _write(target: pq.ParquetWriter, found: tuple[list[int], list[str], list[str]]) -> None:
    target.write_batch(pa.record_batch(list(found), schema=_SCHEMA))
    for column in found:
        column.clear()


def _rows(database: duckdb.DuckDBPyConnection, query: str, path: str) -> Iterator[tuple[Any, ...]]:
    asked = database.cursor().execute(query, [path])
    while rows := asked.fetchmany(_AT_A_TIME):
        yield from rows


if __name__ == "__main__":
    gc.disable()  # millions of small objects, and no cycles among them
    main(*sys.argv[1:])
