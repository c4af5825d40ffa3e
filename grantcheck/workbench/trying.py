"""Tests of rules, run: what fails, what no test shows to matter, what none shows at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.judge import judge
from grantcheck.judge.verdict import outcome_of
from grantcheck.model.outcome import Outcome
from grantcheck.model.rule_trial import RuleTrials, Trial
from grantcheck.rules.situation import SituationFault, facts_of
from grantcheck.workbench.coverage import covered, outside_its_years, years_covered
from grantcheck.workbench.folders import book_of
from grantcheck.workbench.near_misses import loose_comparisons
from grantcheck.workbench.written_tests import WrittenTest, tests_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from grantcheck.engine.ruling import CaseRulings, Ruling
    from grantcheck.model.fact import Fact
    from grantcheck.model.judged_by import EngineName
    from grantcheck.rules.rule import RuleBook


@dataclass(frozen=True)
class Judged:
    """A test with its facts and the rulings of its own rule on them."""

    written: WrittenTest
    facts: tuple[Fact, ...]
    rulings: tuple[Ruling, ...]


def try_folders(folders: Sequence[Path], in_force: Path) -> RuleTrials:
    """The tests of the rules in several folders; `in_force` has the vocabulary for those without one.

    Raises:
        DataFault: a file has a mistake.
        EngineMissing: durable-rules cannot be imported.
    """
    found = [try_rules(book_of(folder, in_force)) for folder in folders]
    return RuleTrials(
        trials=tuple(trial for one in found for trial in one.trials),
        loose=tuple(loose for one in found for loose in one.loose),
        coverage=tuple(item for one in found for item in one.coverage),
    )


def try_rules(book: RuleBook, engine: EngineName = "durable") -> RuleTrials:
    """Every test of every rule, with near-misses and coverage.

    Raises:
        DataFault: a file of tests has a mistake, or a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    tests = tests_of(book.judged)
    trials: dict[int, Trial] = {}
    situations: dict[int, tuple[Fact, ...]] = {}
    for number, test in enumerate(tests):
        try:
            situations[number] = facts_of(test.rule, test.test, book.vocabulary)
        except SituationFault as fault:
            trials[number] = _trial(test, str(fault))
    judged: list[Judged] = []
    results = judge(book, list(situations.values()), engine)
    for number, result in zip(situations, results, strict=True):
        test = tests[number]
        own = tuple(ruling for ruling in result.rulings if ruling.rule == test.rule.id)
        problem = _problem(test, own, result)
        trials[number] = _trial(test, problem)
        if problem is None and not outside_its_years(test):
            judged.append(Judged(test, situations[number], own))
    return RuleTrials(
        trials=tuple(trials[number] for number in sorted(trials)),
        loose=tuple(
            loose for rule in book.judged for loose in loose_comparisons(rule, book, _of(rule.id, judged))
        ),
        coverage=tuple(
            item
            for rule in book.judged
            for item in (
                *covered(rule, book, _of(rule.id, judged)),
                *years_covered(rule, _passed(rule.id, tests, trials)),
            )
        ),
    )


def _of(rule: str, judged: Sequence[Judged]) -> list[Judged]:
    return [one for one in judged if one.written.rule.id == rule]


def _passed(rule: str, tests: Sequence[WrittenTest], trials: Mapping[int, Trial]) -> Iterator[WrittenTest]:
    for number, test in enumerate(tests):
        if test.rule.id == rule and trials[number].problem is None:
            yield test


def _trial(test: WrittenTest, problem: str | None) -> Trial:
    return Trial(test.rule.id, test.test.name, test.path, test.line, problem)


def _problem(test: WrittenTest, own: Sequence[Ruling], result: CaseRulings) -> str | None:
    if result.fault is not None:
        return f"The facts cannot be judged. {result.fault}"
    rule, expected = test.rule, test.test
    if outside_its_years(test):
        if expected.outcome is Outcome.NOT_APPLICABLE:
            return None
        return f"It is outside the years of {rule.id} and should end as {Outcome.NOT_APPLICABLE.value}."
    outcome = outcome_of(rule, list(own))
    if outcome is not expected.outcome:
        return f"It should end as {expected.outcome.value} and ends as {outcome.value}."
    broken = [
        ruling.branch for ruling in own if ruling.outcome is Outcome.BROKEN and ruling.branch is not None
    ]
    severities = {rule.branches[branch].severity for branch in broken}
    if expected.severity is not None and broken and severities != {expected.severity}:
        found = " and ".join(sorted(severity.value for severity in severities))
        return f"It should break as {expected.severity.value} and breaks as {found}."
    return None
