"""Comparisons flipped by the smallest step: each must decide in at least one test that fires."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.engine.reference import judge_by_reference, truth
from grantcheck.model.outcome import Outcome
from grantcheck.model.rule_trial import Loose
from grantcheck.rules.comparable import comparable
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.tables.lookup import with_rows
from grantcheck.rules.tables.table import is_table_row
from grantcheck.workbench.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from grantcheck.engine.ruling import Ruling
    from grantcheck.model.fact import Fact, Value
    from grantcheck.rules.rule import Rule, RuleBook
    from grantcheck.workbench.trying import Judged

_FIRED = {Outcome.BROKEN, Outcome.NOTED}
_OTHER_TEXT = "another text"


def loose_comparisons(rule: Rule, book: RuleBook, judged: Sequence[Judged]) -> Iterator[Loose]:
    """The comparisons that carry a firing of the rule, and whose flip never silences it or changes its branch.

    In `a > 5 or b > 5` both may be true at once; a test in which only one is shows that it decides.
    """
    decides: dict[Comparison, bool] = {}
    first: dict[Comparison, Judged] = {}
    for one in judged:
        for ruling in one.rulings:
            if ruling.outcome in _FIRED:
                for comparison in _carrying(rule, ruling, one.facts):
                    first.setdefault(comparison, one)
                    silenced = _silences(rule, ruling, one.facts, comparison)
                    decides[comparison] = decides.get(comparison, False) or silenced
    for comparison, matters in decides.items():
        if not matters:
            test = first[comparison].written
            said = written(comparison, rule, book.vocabulary)
            yield Loose(rule.id, said, test.test.name, test.path, test.line)


def _carrying(rule: Rule, ruling: Ruling, facts: Sequence[Fact]) -> Iterator[Comparison]:
    bound = _bound(rule, ruling, facts)
    fired = rule.noted if ruling.branch is None else rule.branches[ruling.branch].when
    for condition in (rule.applies, fired):
        yield from _supporting(condition, bound, wanted=True)


def _supporting(condition: Condition, bound: Mapping[str, Fact], *, wanted: bool) -> Iterator[Comparison]:
    """The comparisons whose value helps `condition` to be what is wanted."""
    match condition:
        case Comparison():
            if truth(condition, bound) is wanted:
                yield condition
        case Known():
            return
        case Not(inner):
            yield from _supporting(inner, bound, wanted=not wanted)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _supporting(part, bound, wanted=wanted)


def _silences(rule: Rule, ruling: Ruling, facts: Sequence[Fact], comparison: Comparison) -> bool:
    position = ruling.facts[list(rule.file.facts).index(comparison.left.alias)]
    bound = _bound(rule, ruling, facts)
    return all(
        not _still_fires(rule, ruling, _changed(rule, facts, position, comparison.left.name, value))
        for value in _across(comparison, bound)
    )


def _still_fires(rule: Rule, ruling: Ruling, facts: Sequence[Fact]) -> bool:
    """Rows of tables are looked up anew, and may stand elsewhere among the facts."""
    return _own(rule, ruling) in {_own(rule, one) for one in judge_by_reference([rule], facts).rulings}


def _own(rule: Rule, ruling: Ruling) -> tuple[object, ...]:
    """A ruling by the facts that are no rows of tables."""
    positions = zip(rule.file.facts.values(), ruling.facts, strict=True)
    own = tuple(at for kind, at in positions if not is_table_row(kind))
    return own, ruling.outcome, ruling.branch


def _changed(rule: Rule, facts: Sequence[Fact], position: int, name: str, value: Value) -> Sequence[Fact]:
    changed = list(facts)
    fact = facts[position]
    changed[position] = replace(fact, fields={**fact.fields, name: value})
    return changed if is_table_row(fact.kind) else with_rows(changed, [rule])


def _across(comparison: Comparison, bound: Mapping[str, Fact]) -> tuple[Value, ...]:
    """The nearest values of the left field for which the comparison is what it is not now."""
    left = comparison.left
    now = bound[left.alias].fields[left.name]
    limit = comparison.right
    if isinstance(limit, FieldRef):
        limit = bound[limit.alias].fields[limit.name]
    is_true = truth(comparison, bound) is True
    if isinstance(now, str) or isinstance(limit, str):
        return (limit,) if comparable(now) != comparable(limit) else (_OTHER_TEXT,)
    match comparison.operator:
        case "==" | "!=":
            return (limit,) if now != limit else (limit - 1, limit + 1)
        case ">":
            return (limit if is_true else limit + 1,)
        case ">=":
            return (limit - 1 if is_true else limit,)
        case "<":
            return (limit if is_true else limit - 1,)
        case "<=":
            return (limit + 1 if is_true else limit,)


def _bound(rule: Rule, ruling: Ruling, facts: Sequence[Fact]) -> dict[str, Fact]:
    return {alias: facts[at] for alias, at in zip(rule.file.facts, ruling.facts, strict=True)}
