"""What an engine says about a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from grantcheck.model.outcome import Outcome


class Ruling(NamedTuple):
    """The outcome of one rule for one combination of facts."""

    rule: str
    facts: tuple[int, ...]
    """Positions in the case's list of facts, in the order of the rule's aliases."""
    outcome: Outcome
    branch: int | None
    """The first branch that is broken; None for every other outcome."""


@dataclass(frozen=True, slots=True)
class CaseRulings:
    """All rulings of one case; the same whichever engine gave them."""

    rulings: tuple[Ruling, ...]
    """Sorted. A rule without a ruling does not apply."""
    fault: str | None = None
    """What went wrong where the case could not be judged; `rulings` is then empty."""
