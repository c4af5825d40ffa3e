"""One batch of cases through every rule: screened, asked, counted, told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.bulk.findings import COLUMNS, ORDER, FindingRows
from grantcheck.bulk.screen import ASK, HOLDS, Screen
from grantcheck.bulk.sql import literal, name
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Language

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from grantcheck.bulk.asking import Answer, Ask

_GRADES = {Outcome.HOLDS: 1, Outcome.NOTED: 2, Outcome.NOT_VERIFIABLE: 3, Outcome.BROKEN: 4}
"""The gravest outcome among a case's facts is the case's."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

JUDGED = ("told", "looked", "asked", "ruled")
"""The tables of a batch's judging."""

Counts = dict[str, Counter[Outcome]]
"""How many cases came to each outcome, by rule."""


@dataclass
class Judging:
    """The rules over the tables of one batch after the other.

    Args:
        database: with the tables of a batch.
        screens: of the rules that are judged.
        ask: the engine.
        language: of the messages.
    """

    database: DuckDBPyConnection
    screens: Sequence[Screen]
    ask: Ask
    language: Language
    faults: dict[int, str] = field(default_factory=dict)
    """Rows whose case could not be judged, and why."""

    def judge(self, cases: int) -> Counts | None:
        """Counts of the batch, with its findings in the table `told`; None where a case could not be judged.

        Then nothing is told; `faults` says which, and the batch can be judged again without it.
        """
        columns = ", ".join(f"{name(column)} {kind}" for column, kind in COLUMNS.items())
        numbers = ", ".join(f"n{at} BIGINT" for at in range(4))
        self.database.execute(f"CREATE OR REPLACE TEMP TABLE told ({columns}, {numbers})")
        counts: Counts = {}
        before = len(self.faults)
        for screen in self.screens:
            counts[screen.rule.id] = self._rule(screen, cases)
        return None if len(self.faults) > before else counts

    def _rule(self, screen: Screen, cases: int) -> Counter[Outcome]:
        run = self.database.execute
        run(f"CREATE OR REPLACE TEMP TABLE looked AS {screen.looked()}")
        cases_that_hold = (
            f"count({'DISTINCT ' if screen.may_be_several else ''}row) FILTER (said = '{HOLDS}')"
        )
        found = run(f"SELECT count(*) FILTER (said = '{ASK}'), {cases_that_hold} FROM looked").fetchone()
        are_open, hold = found or (0, 0)
        if not are_open:
            return Counter({Outcome.HOLDS: hold, Outcome.NOT_APPLICABLE: cases - hold})
        run("CREATE OR REPLACE TEMP TABLE ruled (k BIGINT, outcome VARCHAR, branch BIGINT)")
        run(f"CREATE OR REPLACE TEMP TABLE asked AS {screen.asked()}")
        questions = run(f"SELECT k, {screen.engine_text('k')} FROM asked ORDER BY k").fetchall()
        answers = self.ask(screen.rule, questions)
        self._keep(screen, [k for k, _ in questions], answers)
        run(f"INSERT INTO told {FindingRows(screen, self.language).sql()}")
        return self._counted(screen, cases)

    def _keep(self, screen: Screen, asked: Sequence[int], answers: Sequence[Answer]) -> None:
        """The answers as a table: a letter each, which DuckDB takes faster than rows."""
        meanings: dict[tuple[Outcome, int | None], str] = {}
        letters: list[str] = []
        for k, answer in zip(asked, answers, strict=True):
            if isinstance(answer, str):
                self._lose(screen, k, answer)
                answer = (Outcome.NOT_VERIFIABLE, None)  # noqa: PLW2901 - the batch is judged again without it
            letters.append(meanings.setdefault(answer, _LETTERS[len(meanings)]))
        values = ", ".join(
            f"({literal(letter)}, {literal(outcome.value)}, {literal(branch)}::BIGINT)"
            for (outcome, branch), letter in meanings.items()
        )
        self.database.execute(
            f"INSERT INTO ruled SELECT l.rowid, m.outcome, m.branch FROM (SELECT unnest($1::BIGINT[]) AS k, "
            f"unnest(string_split($2, '')) AS letter) a JOIN (VALUES {values}) m(letter, outcome, branch) USING (letter) "
            f"JOIN asked USING (k) JOIN looked l ON {screen.same_facts('asked', 'l')}",
            [asked, "".join(letters)],
        )

    def _lose(self, screen: Screen, k: int, fault: str) -> None:
        """Names every case with the facts that could not be judged."""
        rows = self.database.execute(
            f"SELECT DISTINCT l.row FROM asked JOIN looked l ON {screen.same_facts('asked', 'l')} WHERE k = {k}"
        ).fetchall()
        for (row,) in rows:
            self.faults.setdefault(row, fault)

    def _counted(self, screen: Screen, cases: int) -> Counter[Outcome]:
        grades = " ".join(f"WHEN '{outcome.value}' THEN {grade}" for outcome, grade in _GRADES.items())
        graded = (
            f"SELECT l.row, CASE WHEN l.said = '{HOLDS}' THEN 1 ELSE CASE r.outcome {grades} ELSE 0 END END AS grade "
            "FROM looked l LEFT JOIN ruled r ON r.k = l.rowid"
        )
        if screen.may_be_several:
            graded = f"SELECT max(grade) AS grade FROM ({graded}) GROUP BY row"
        found = self.database.execute(f"SELECT grade, count(*) FROM ({graded}) GROUP BY grade").fetchall()
        by_grade = {grade: outcome for outcome, grade in _GRADES.items()}
        counts = Counter({by_grade[grade]: many for grade, many in found if grade in by_grade})
        counts[Outcome.NOT_APPLICABLE] = cases - counts.total()
        return counts


def keep_told(database: DuckDBPyConnection) -> None:
    """From the findings of a batch to those of the run, in order."""
    columns = ", ".join(map(name, COLUMNS))
    database.execute(f"INSERT INTO findings SELECT {columns} FROM told ORDER BY {', '.join(ORDER)}")


def not_applicable(rules: Sequence[str], cases: int) -> Counts:
    """The counts of rules that are about nothing that tables have."""
    return {rule: Counter({Outcome.NOT_APPLICABLE: cases}) for rule in rules}


def added(counts: Counts, more: Mapping[str, Counter[Outcome]]) -> None:
    """More counts into `counts`."""
    for rule, outcomes in more.items():
        counts.setdefault(rule, Counter()).update(outcomes)
