"""What a rule decides about a combination of facts, as conditions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome
from grantcheck.rules.condition import Any, Condition

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from grantcheck.rules.rule import Rule

_NEVER = Any(())


class Said(StrEnum):
    """What one firing says about a combination of facts."""

    APPLIES = "applies"
    UNVERIFIABLE = "unverifiable"
    YES = "yes"
    """A decision is true: a branch is broken, or an observation is to be noted."""
    NO = "no"


WORTH_A_FINDING = frozenset({Said.UNVERIFIABLE, Said.YES})
"""What need be said where a screen settled that a rule neither holds nor is without a word."""


@dataclass(frozen=True, slots=True)
class Code:
    """What the firing of a compiled rule means."""

    rule: str
    said: Said
    decision: int = 0


def decisions(rule: Rule) -> tuple[Condition, ...]:
    """What is asked where the rule applies and its needs are met: whether to note, or each branch in turn.

    A rule without branches asks something that is never true, so that it holds.
    """
    if rule.is_observation:
        return (rule.noted,)
    return tuple(branch.when for branch in rule.branches) or (_NEVER,)


class Inconclusive(ValueError):
    """A rule came to no outcome, or to two; the text says which."""


def concluded(rule: Rule, said: AbstractSet[tuple[Said, int]]) -> tuple[Outcome, int | None] | None:
    """The outcome from everything said about one combination of facts; None where there is nothing to note.

    Raises:
        Inconclusive: there is no outcome, or there are two.
    """
    yes = {decision for what, decision in said if what is Said.YES}
    no = {decision for what, decision in said if what is Said.NO}
    if any(what is Said.UNVERIFIABLE for what, _ in said):
        if yes or no:
            raise Inconclusive(f"{rule.id} is both decided and not verifiable")
        return (Outcome.NOT_VERIFIABLE, None)
    if (Said.APPLIES, 0) not in said:
        raise Inconclusive(f"{rule.id} was decided where it does not apply")
    if yes & no:
        raise Inconclusive(f"{rule.id} is both true and false")
    if yes:
        return (Outcome.NOTED, None) if rule.is_observation else (Outcome.BROKEN, min(yes))
    if no != set(range(len(decisions(rule)))):
        raise Inconclusive(f"{rule.id} applies and came to no outcome")
    return None if rule.is_observation else (Outcome.HOLDS, None)


def found_in(rule: Rule, said: AbstractSet[tuple[Said, int]]) -> tuple[Outcome, int | None]:
    """The outcome from what is `WORTH_A_FINDING` about one combination of facts.

    Raises:
        Inconclusive: there are two.
    """
    yes = {decision for what, decision in said if what is Said.YES}
    if len(yes) == len(said):
        return (Outcome.NOTED, None) if rule.is_observation else (Outcome.BROKEN, min(yes))
    if yes:
        raise Inconclusive(f"{rule.id} is both decided and not verifiable")
    return (Outcome.NOT_VERIFIABLE, None)
