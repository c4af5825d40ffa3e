"""The same rules as SQL over columns in memory: what a database does with all cases at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.expressions import Language, broken_text, written
from grantcheck.rules.comparable import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.outcomes import Said
    from benchmarks.workload import Case, Workload

_SQL = Language(
    equal="=",
    different="<>",
    field=lambda ref: f"{ref.alias}.{ref.name}",
    text=lambda text: "'" + text.replace("'", "''") + "'",
)


class DuckDb:
    """One query for all rules; one thread. Filling the tables is not measured, fetching every outcome is."""

    name = "DuckDB query"
    share = 1.0

    def __init__(self, of: Workload) -> None:
        import duckdb  # noqa: PLC0415

        self._db = duckdb.connect(config={"threads": 1})
        self._fields = {kind: tuple(known.fields) for kind, known in of.book.vocabulary.kinds.items()}
        self._texts = {
            kind: {name for name, field in known.fields.items() if field.type == "text"}
            for kind, known in of.book.vocabulary.kinds.items()
        }
        selects = []
        for rule in of.book.judged:
            aliases = list(rule.file.facts.items())
            tables = ", ".join(f"{kind} {alias}" for alias, kind in aliases)
            same = " and ".join([f"{a}.number = {aliases[0][0]}.number" for a, _ in aliases[1:]] or ["true"])
            facts = f"{aliases[0][0]}.position, {f'{aliases[1][0]}.position' if len(aliases) > 1 else -1}"
            where = f"{same} and {written(rule.applies, _SQL)}"
            selects.append(
                f"select {aliases[0][0]}.number, '{rule.id}', {facts}, {broken_text(rule, _SQL)}"
                f" from {tables} where {where}"
            )
        self._query = " union all ".join(selects)

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        for kind, names in self._fields.items():
            columns = ", ".join(f"{n} {'varchar' if n in self._texts[kind] else 'bigint'}" for n in names)
            self._db.execute(f"create or replace table {kind} (number bigint, position bigint, {columns})")
            rows = [
                (number, at, *(comparable(fact.fields[name]) for name in names))
                for number, case in enumerate(cases)
                for at, fact in enumerate(case)
                if fact.kind == kind
            ]
            self._filled(kind, ("number", "position", *names), rows)
        return len(cases)

    def _filled(self, kind: str, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        for start in range(0, len(rows), 2_000):
            values = ", ".join(
                "(" + ", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in row) + ")"
                for row in rows[start : start + 2_000]
            )
            self._db.execute(f"insert into {kind} ({', '.join(names)}) values {values}")

    def judged(self, prepared: Any) -> list[list[Said]]:  # noqa: ANN401
        found: list[list[Said]] = [[] for _ in range(prepared)]
        for number, rule, first, second, broken in self._db.execute(self._query).fetchall():
            found[number].append((rule, (first,) if second < 0 else (first, second), broken))
        return found
