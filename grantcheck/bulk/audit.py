"""The whole story for tables: read, describe the register, then batch by batch derive, screen, ask and tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.bulk.asking import Ask, DurableAsking, ask_reference
from grantcheck.bulk.batch import JUDGED, Counts, Judging, added, keep_told, not_applicable
from grantcheck.bulk.database import dropped, opened
from grantcheck.bulk.facts.cases import case_sql, several_sql
from grantcheck.bulk.facts.catalogue import is_judged, kinds, never_applies
from grantcheck.bulk.facts.heading import read_marks
from grantcheck.bulk.facts.kind import CASE
from grantcheck.bulk.facts.rates import LEVELS, Rates
from grantcheck.bulk.facts.register import DESCRIBED, describe_grants, number_grants
from grantcheck.bulk.facts.round import compare_cases
from grantcheck.bulk.fault import BulkFault
from grantcheck.bulk.findings import COLUMNS
from grantcheck.bulk.reading import Tables, read_tables
from grantcheck.bulk.sample import Sample
from grantcheck.bulk.screen import Screen
from grantcheck.bulk.sql import literal, name
from grantcheck.bulk.writing import write_findings
from grantcheck.data.profile import Profile
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.model.judged_by import EngineName
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Language
from grantcheck.rules.rule import Rule, RuleBook

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from grantcheck.bulk.facts.kind import Kind

CASES_A_BATCH = 100_000
Progress = Callable[[int, int], None]
"""Is told the cases done and the cases in all."""


@dataclass(frozen=True)
class Job:
    """What a run is about."""

    proposals: Path
    register: Path
    book: RuleBook
    profile: Profile
    assumptions: Assumptions
    language: Language = "en"
    engine: EngineName = "durable"
    jobs: int = 1
    cases_a_batch: int = CASES_A_BATCH


@dataclass(frozen=True)
class BulkResult:
    """What a run came to."""

    cases: int
    allocations: int
    counts: Counts
    """Of the rules that are judged, by rule."""
    left_out: tuple[str, ...]
    """The rules that tables do not give enough for."""
    severities: Mapping[Severity | None, int]
    """Broken findings by severity."""
    findings: int
    sampled: int
    """Cases that were judged in full beside the screen."""
    differences: tuple[str, ...]
    """Where screen and engine differ: a fault of the program."""
    faults: tuple[str, ...]
    """Cases that could not be judged."""


def audit_tables(job: Job, outputs: Sequence[Path], progress: Progress | None = None) -> BulkResult:
    """Audit the proposals by the register, with findings to `outputs` (Parquet or JSON Lines by their ending).

    Raises:
        BulkMissing: DuckDB is not installed.
        BulkFault: a table has a mistake, or a choice is none that bulk knows.
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    if job.assumptions.choices.earlier_level != "last":
        raise BulkFault(
            'Tables are compared with the last funded year only. Set earlier_level = "last" under [amounts].'
        )
    with opened(job.jobs) as database:
        tables = read_tables(database, job.proposals, job.register, job.profile.control_areas)
        number_grants(database, job.profile)
        compare_cases(database)
        read_marks(database, job.profile)
        return _Run(job, database, tables).result(outputs, progress)


class _Run:
    def __init__(self, job: Job, database: DuckDBPyConnection, tables: Tables) -> None:
        self.job, self.database, self.tables = job, database, tables
        self.kinds: dict[str, Kind] = kinds(job.profile, job.assumptions.choices, tables.years)
        self.judged = [rule for rule in job.book.judged if is_judged(rule, self.kinds)]
        self.looked_at = [rule for rule in self.judged if not never_applies(rule)]
        self.book = replace(job.book, rules=tuple(self.looked_at))
        self.screens = [Screen(rule, self.kinds, job.book.vocabulary) for rule in self.looked_at]
        self.read = frozenset(
            (rule.file.facts[ref.alias], ref.name) for rule in self.looked_at for ref in rule.fields_read()
        )
        self.rates = Rates(database, job.profile, job.assumptions, tables.years)

    def result(self, outputs: Sequence[Path], progress: Progress | None) -> BulkResult:
        columns = ", ".join(f"{name(column)} {kind}" for column, kind in COLUMNS.items())
        self.database.execute(f"CREATE TEMP TABLE findings ({columns})")
        durable = DurableAsking(self.book) if self.job.engine == "durable" else None
        sample = Sample(self.database, self.book, self.screens, self.kinds) if durable else None
        try:
            counts, judging = self._batches(durable or ask_reference, sample, progress)
        finally:
            for process in (durable, sample):
                if process is not None:
                    process.close()
        found = self.database.execute("SELECT count(*) FROM findings").fetchone()
        for output in outputs:
            write_findings(self.database, output)
        return BulkResult(
            self.tables.cases,
            self.tables.allocations,
            counts,
            tuple(rule.id for rule in self.job.book.judged if rule not in self.judged),
            self._severities(),
            found[0] if found else 0,
            sample.cases if sample else 0,
            tuple(sample.differences) if sample else (),
            tuple(f"row {row}: {why}" for row, why in sorted(judging.faults.items())),
        )

    def _batches(self, ask: Ask, sample: Sample | None, progress: Progress | None) -> tuple[Counts, Judging]:
        counts: Counts = {rule.id: Counter() for rule in self.judged}
        judging = Judging(self.database, self.screens, ask, self.job.language)
        never = [rule.id for rule in self.judged if never_applies(rule)]
        for first in range(1, self.tables.cases + 1, self.job.cases_a_batch):
            last = min(first + self.job.cases_a_batch - 1, self.tables.cases)
            added(counts, self._batch(judging, first, last))
            added(counts, not_applicable(never, last - first + 1))
            if sample is not None:
                sample.compare()
            keep_told(self.database)
            if progress is not None:
                progress(last, self.tables.cases)
        return counts, judging

    def _batch(self, judging: Judging, first: int, last: int) -> Counts:
        self._derive(first, last, [])
        found = judging.judge(last - first + 1)
        while found is None:
            lost = [row for row in judging.faults if first <= row <= last]
            self._derive(first, last, lost)
            found = judging.judge(last - first + 1 - len(lost))
            for counted in (found or {}).values():
                counted[Outcome.NOT_VERIFIABLE] += len(lost)
        self._tell_faults({row: why for row, why in judging.faults.items() if first <= row <= last})
        return found

    def _derive(self, first: int, last: int, without: Sequence[int]) -> None:
        derived = list(self.kinds.values())
        dropped(self.database, (*JUDGED, *(kind.table for kind in derived)))
        describe_grants(self.database, first, last)
        self.database.execute(case_sql(derived, self.tables.years, first, last, self.read))
        for row in without:
            self.database.execute(f"DELETE FROM {CASE} WHERE row = {row}")
        dropped(self.database, ["grants"])
        self.rates.carry()
        for sql in several_sql(derived, self.read):
            self.database.execute(sql)
        dropped(self.database, (*DESCRIBED, LEVELS))

    def _tell_faults(self, faults: Mapping[int, str]) -> None:
        rule = next((rule for rule in self.job.book.rules if rule.file.reported_by_program), None)
        for row, why in faults.items():
            self._tell_fault(rule, row, why)

    def _tell_fault(self, rule: Rule | None, row: int, why: str) -> None:
        if rule is None:
            return
        message = f"{rule.file.title.spoken(self.job.language)}: {why}"
        severity = rule.file.severity.value if rule.file.severity else None
        self.database.execute(
            f'INSERT INTO told BY NAME SELECT row, code AS note, "grant", budget_year, {literal(rule.id)} AS rule, '
            f"'{Outcome.BROKEN.value}' AS outcome, {literal(severity)} AS severity, {literal(message)} AS message, "
            f"0 AS n0, 0 AS n1, 0 AS n2, 0 AS n3 FROM proposals WHERE row = {row}"
        )

    def _severities(self) -> dict[Severity | None, int]:
        found = self.database.execute(
            f"SELECT severity, count(*) FROM findings WHERE outcome = '{Outcome.BROKEN.value}' GROUP BY severity"
        ).fetchall()
        return {Severity(severity) if severity else None: many for severity, many in found}
