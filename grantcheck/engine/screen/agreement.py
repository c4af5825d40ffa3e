"""The screen and the engine side by side: what neither may say alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.screen.plan import Screened
    from grantcheck.rules.rule import Rule

Combination = tuple[str, tuple[int, ...]]


def agreed(known: Screened, said: CaseRulings, rules: Sequence[Rule], *, whole: bool) -> CaseRulings:
    """The rulings of a case from both, or the fault that they differ.

    Of what was open the engine must say *broken*, *noted* or *not verifiable*; of what was settled nothing else
    than the screen, and where it was asked about the whole case, all of it.
    """
    if said.fault is not None:
        return said
    held = set(known.held)
    open_ = {(rules[number].id, facts) for number, facts in known.open}
    decided = {(one.rule, one.facts) for one in said.rulings if one.outcome is not Outcome.HOLDS}
    confirmed = {one for one in said.rulings if one.outcome is Outcome.HOLDS}
    doubtful = open_ ^ decided | _combinations(confirmed - held)
    if whole:
        doubtful |= _combinations(held - confirmed)
    if doubtful:
        return CaseRulings((), fault=_sentence(min(doubtful)))
    return CaseRulings(
        tuple(sorted([*known.held, *(one for one in said.rulings if one.outcome is not Outcome.HOLDS)]))
    )


def _combinations(rulings: set[Ruling]) -> set[Combination]:
    return {(one.rule, one.facts) for one in rulings}


def _sentence(combination: Combination) -> str:
    rule, facts = combination
    return f"The screen and durable-rules differ on {rule} for facts {facts}."
