"""What the tests of rules showed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trial:
    """One test of a rule, run."""

    rule: str
    name: str
    path: Path
    line: int
    problem: str | None = None
    """Why it failed; None where the rule ended as the test says."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A comparison that no test shows to matter: flipped across its boundary, the rule fires all the same."""

    rule: str
    condition: str
    test: str
    """The first test of those in which it was flipped."""
    path: Path
    line: int


class Aspect(StrEnum):
    """What tests can cover."""

    RULE = "rule"
    CONDITION = "condition"
    OUTCOME = "outcome"
    ROW = "row"
    """Of a decision table."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One thing that tests should show, and whether they do."""

    rule: str
    aspect: Aspect
    name: str
    """As the rule file writes it, such as `request.amount > 0 is false`."""
    seen: bool


@dataclass(frozen=True, slots=True)
class RuleTrials:
    """All tests of a set of rules."""

    trials: tuple[Trial, ...]
    loose: tuple[Loose, ...]
    coverage: tuple[Covered, ...]

    @property
    def failed(self) -> tuple[Trial, ...]:
        """The tests that failed."""
        return tuple(trial for trial in self.trials if trial.problem is not None)

    def of(self, rule: str) -> RuleTrials:
        """What the tests of one rule showed."""
        return RuleTrials(
            tuple(trial for trial in self.trials if trial.rule == rule),
            tuple(one for one in self.loose if one.rule == rule),
            tuple(item for item in self.coverage if item.rule == rule),
        )

    def counts(self, aspect: Aspect | None = None) -> tuple[int, int]:
        """How many were seen, and how many there are, of one aspect or of all."""
        chosen = [item for item in self.coverage if aspect in {None, item.aspect}]
        return sum(item.seen for item in chosen), len(chosen)

    def covers(self, percent: int) -> bool:
        """Whether at least `percent` of all was seen."""
        seen, total = self.counts()
        return seen * 100 >= total * percent
