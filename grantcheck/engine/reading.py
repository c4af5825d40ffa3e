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
    for number, ids in firings:
        owner = _owner(cases, ids)
        if not 0 <= number < len(codes):
            raise EngineFault(f"the engine fired a rule that there is not ({number})")
        code = codes[number]
        facts = tuple(fact_id - cases[owner].first_id for fact_id in ids)
        said[owner][code.rule, facts].add((code.said, code.decision))
    return [_rulings(one, rules, conclude) for one in said]


def _owner(cases: Sequence[EncodedCase], ids: Sequence[int]) -> int:
    """Which of the cases all these facts are of."""
    if not ids:
        raise EngineFault("the engine fired a rule for no fact")
    owner = bisect_right(cases, ids[0], key=lambda case: case.first_id) - 1
    first = cases[owner].first_id
    if not all(first <= fact_id < first + cases[owner].size for fact_id in ids):
        raise EngineFault("the engine joined facts that are not of one case")
    return owner


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
