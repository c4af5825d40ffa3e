"""What the tests of a rule show of it: its outcomes, its branches, its conditions seen both ways."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from grantcheck.engine.encoding import is_there
from grantcheck.engine.reference import truth
from grantcheck.model.outcome import Outcome
from grantcheck.model.rule_trial import Aspect, Covered
from grantcheck.rules.effective import Standing
from grantcheck.rules.tables.lookup import row_of
from grantcheck.workbench.written import Leaf, leaves_of, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from grantcheck.model.fact import Fact
    from grantcheck.rules.condition import Condition
    from grantcheck.rules.rule import Rule, RuleBook
    from grantcheck.workbench.trying import Judged
    from grantcheck.workbench.written_tests import WrittenTest


def covered(rule: Rule, book: RuleBook, judged: Sequence[Judged]) -> Iterator[Covered]:
    """Everything that tests should show of the rule; `judged` are its tests that passed."""
    yield Covered(rule.id, Aspect.RULE, rule.file.name, seen=bool(judged))
    outcomes = {one.written.test.outcome for one in judged}
    for outcome in outcomes_of(rule):
        yield Covered(rule.id, Aspect.OUTCOME, outcome.value, outcome in outcomes)
    branches = {ruling.branch for one in judged for ruling in one.rulings}
    if len(rule.branches) > 1:
        for number in range(len(rule.branches)):
            yield Covered(rule.id, Aspect.OUTCOME, f"broken by branch {number + 1}", number in branches)
    seen = {
        sight for one in judged for bound in _combinations(rule, one.facts) for sight in _sights(rule, bound)
    }
    for part, leaf in _leaves(rule):
        said = written(leaf, rule, book.vocabulary)
        for value in (True, False):
            name = f"{said} is {'true' if value else 'false'}"
            yield Covered(rule.id, Aspect.CONDITION, name, (part, leaf, value) in seen)
    yield from _rows(rule, judged)


def _rows(rule: Rule, judged: Sequence[Judged]) -> Iterator[Covered]:
    """Each row of each table: seen where a ruling of the rule rests on it."""
    for table in rule.tables:
        at = list(rule.file.facts).index(table.alias)
        found = {row_of(table, one.facts[ruling.facts[at]]) for one in judged for ruling in one.rulings}
        for row in table.rows:
            name = f"{table.alias}, row {row.number} of {table.shown_path}"
            yield Covered(rule.id, Aspect.ROW, name, row.number in found)


def years_covered(rule: Rule, passed: Iterable[WrittenTest]) -> Iterator[Covered]:
    """Of a rule with years of its own: that it is silent before them and after them."""
    effective = rule.file.effective
    if effective is None:
        return
    seen = {effective.standing(test.test.budget_year) for test in passed}
    for year, standing in (
        (effective.from_year, Standing.NOT_YET),
        (effective.until_year, Standing.NO_LONGER),
    ):
        if year is not None:
            before = standing is Standing.NOT_YET
            name = f"not in force {'before' if before else 'after'} {year}"
            yield Covered(rule.id, Aspect.OUTCOME, name, standing in seen)


def outside_its_years(test: WrittenTest) -> bool:
    """Whether a test is about a budget year in which its rule does not judge."""
    effective, year = test.rule.file.effective, test.test.budget_year
    if effective is None or year is None:
        return False
    return effective.standing(year) is not Standing.IN_FORCE


def outcomes_of(rule: Rule) -> tuple[Outcome, ...]:
    """The outcomes that a rule can have, each of which wants a test."""
    if rule.file.severity is None:
        return (Outcome.NOT_VERIFIABLE, Outcome.NOT_APPLICABLE)
    decided = (Outcome.NOTED,) if rule.is_observation else (Outcome.HOLDS, Outcome.BROKEN)
    open_end = (Outcome.NOT_VERIFIABLE,) if rule.needs else ()
    return (*decided, Outcome.NOT_APPLICABLE, *open_end)


def _leaves(rule: Rule) -> list[tuple[int, Leaf]]:
    """Every condition once in each part: 0 for `applies_when`, then each branch."""
    parts = (rule.applies, *_decisions(rule))
    return list(
        dict.fromkeys((number, leaf) for number, part in enumerate(parts) for leaf in leaves_of(part))
    )


def _decisions(rule: Rule) -> tuple[Condition, ...]:
    return (rule.noted,) if rule.is_observation else tuple(branch.when for branch in rule.branches)


def _sights(rule: Rule, bound: Mapping[str, Fact]) -> Iterator[tuple[int, Leaf, bool]]:
    """The conditions that were asked, with their answer: a branch only where the rule came that far."""
    yield from _seen(0, rule.applies, bound)
    if truth(rule.applies, bound) is not True:
        return
    if not all(is_there(bound[need.alias], need.name) for need in rule.needs):
        return
    for number, condition in enumerate(_decisions(rule), start=1):
        yield from _seen(number, condition, bound)
        if truth(condition, bound) is True:
            return


def _seen(part: int, condition: Condition, bound: Mapping[str, Fact]) -> Iterator[tuple[int, Leaf, bool]]:
    for leaf in leaves_of(condition):
        value = truth(leaf, bound)
        if value is not None:
            yield part, leaf, value


def _combinations(rule: Rule, facts: Sequence[Fact]) -> Iterator[dict[str, Fact]]:
    """Every binding of facts to aliases, also where the rule does not apply; no fact twice."""
    of_kind = [[n for n, fact in enumerate(facts) if fact.kind == kind] for kind in rule.file.facts.values()]
    for chosen in product(*of_kind):
        bound = {alias: facts[at] for alias, at in zip(rule.file.facts, chosen, strict=True)}
        if len(set(chosen)) == len(chosen) and truth(rule.join, bound):
            yield bound
