"""Rules with tables: durable-rules, the reference, and the table's rows read as plain conditions agree."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings

from grantcheck.engine.durable import judge_durably
from grantcheck.engine.judge import judge
from grantcheck.engine.reference import Truth3, truth
from grantcheck.engine.screen.judging import judge_screened
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.rules.tables.lookup import with_rows
from grantcheck.rules.tables.table import DecisionTable, Row, is_table_row

from .books import in_process
from .tabled_situations import TabledSituation, as_conditions, tabled_situations

_HARDLY_ANY = 2**31
"""The cases that the engine judges in full although the screen settled them are one in so many."""


def _looked_up(table: DecisionTable, bound: dict[str, Fact]) -> Row | str | None:
    """The row by its conditions alone; "open" where a missing value decides."""
    values: list[tuple[Row, Truth3]] = [(row, truth(as_conditions(table, row), bound)) for row in table.rows]
    if table.hit == "unique":
        fitting = [row for row, value in values if value]
        return fitting[0] if fitting else "open" if None in [value for _, value in values] else None
    for row, value in values:
        if value is not False:
            return row if value else "open"
    return None


def _expected(table: DecisionTable, bound: dict[str, Fact]) -> Outcome | None:
    asked, against = bound["a"].fields["y"], bound["b"].fields["y"]
    if asked < against:
        return None
    row = _looked_up(table, bound)
    if row is None and table.no_row == "not_applicable":
        return None
    if not isinstance(row, Row):
        return Outcome.NOT_VERIFIABLE
    return Outcome.BROKEN if asked > row.values["most"] else Outcome.HOLDS


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=1_000)
@given(tabled_situations())
def test_the_engines_and_the_rows_as_conditions_agree(situation: TabledSituation) -> None:
    (rule,) = situation.book.rules
    cases = [with_rows(case, [rule]) for case in situation.cases]
    expected = judge(situation.book, cases, "reference")
    assert judge_durably(situation.book, cases, in_process) == expected
    assert judge_screened(situation.book, cases, in_process, sample=_HARDLY_ANY) == expected
    for case, judged in zip(cases, expected, strict=True):
        assert judged.fault is None
        kinds = {"a": "one", "b": "two"}
        naive = Counter(
            (at, on, outcome)
            for at, one in enumerate(case)
            for on, two in enumerate(case)
            if (one.kind, two.kind) == tuple(kinds.values())
            and (outcome := _expected(situation.table, {"a": one, "b": two})) is not None
        )
        found = Counter((ruling.facts[0], ruling.facts[1], ruling.outcome) for ruling in judged.rulings)
        assert found == naive
        assert all(is_table_row(case[ruling.facts[2]].kind) for ruling in judged.rulings)
