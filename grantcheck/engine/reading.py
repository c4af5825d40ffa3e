"""From firings to rulings: everything that was said of a combination of facts, and what follows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from grantcheck.engine.decision import Code, Inconclusive, Said, concluded
from grantcheck.engine.fault import EngineFault
from grantcheck.engine.ruling import CaseRulings, Ruling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from grantcheck.engine.encoding import EncodedCase
    from grantcheck.engine.session import Firing
    from grantcheck.model.outcome import Outcome
    from grantcheck.rules.rule import Rule

Conclude = Callable[["Rule", "AbstractSet[tuple[Said, int]]"], "tuple[Outcome, int | None] | None"]
Combination = tuple[str, tuple[int, ...]]
"""A rule and the positions of the facts it was judged for."""
Sayings = dict[Combination, set[tuple[Said, int]]]
"""What was said of each."""


def rulings_by_case(
    cases: Sequence[EncodedCase],
    firings: Sequence[Firing],
    codes: Sequence[Code],
    rules: Mapping[str, Rule],
    conclude: Conclude = concluded,
) -> list[CaseRulings]:
    """The rulings of each of the cases that were judged in one batch.

    A case in which a rule came to no outcome, or to two, has a fault.

    Args:
        cases: of the batch.
        firings: what the engine answered.
        codes: what the firing of each number means.
        rules: by their numbers.
        conclude: the outcome from all that was said of one combination of facts.

    Raises:
        EngineFault: a rule joined facts of two cases, or facts that are of none.
    """
    said: list[Sayings] = [defaultdict(set) for _ in cases]
    firsts = [case.first_id for case in cases]
    means = [(code.rule, (code.said, code.decision)) for code in codes]
    for number, ids in firings:
        if not ids:
            raise EngineFault("the engine fired a rule for no fact")
        owner = bisect_right(firsts, ids[0]) - 1
        first = firsts[owner]
        if min(ids) < first or max(ids) >= first + cases[owner].size:
            raise EngineFault("the engine joined facts that are not of one case")
        if not 0 <= number < len(codes):
            raise EngineFault(f"the engine fired a rule that there is not ({number})")
        rule, saying = means[number]
        said[owner][rule, tuple([fact_id - first for fact_id in ids])].add(saying)
    concluding = _remembered(conclude)
    return [_rulings(one, rules, concluding) for one in said]


def _remembered(conclude: Conclude) -> Conclude:
    """The same conclusions, each drawn once: thousands of combinations of facts are spoken of in the same words."""
    known: dict[tuple[str, AbstractSet[tuple[Said, int]]], tuple[Outcome, int | None] | None] = {}

    def concluded_once(rule: Rule, said: AbstractSet[tuple[Said, int]]) -> tuple[Outcome, int | None] | None:
        key = (rule.id, frozenset(said))
        if key not in known:
            known[key] = conclude(rule, said)
        return known[key]

    return concluded_once


def _rulings(said: Sayings, rules: Mapping[str, Rule], conclude: Conclude) -> CaseRulings:
    found: list[Ruling] = []
    for (rule, facts), sayings in said.items():
        try:
            outcome = conclude(rules[rule], sayings)
        except Inconclusive as inconclusive:
            return CaseRulings((), fault=f"{inconclusive} for facts {facts}.")
        if outcome is not None:
            found.append(Ruling(rule, facts, *outcome))
    return CaseRulings(tuple(sorted(found)))
