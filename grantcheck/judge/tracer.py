"""Findings with the conditions behind them, for `audit --trace`."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from grantcheck.engine.ruling import Ruling
from grantcheck.judge.reasoning import Reasoner
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule


@dataclass(frozen=True)
class Tracer:
    """Adds to findings of one case what their rules asked, and what the answers were."""

    reasoner: Reasoner
    outcomes: AbstractSet[Outcome]
    """How a finding must end to be traced: why a rule did not apply takes long to find out."""

    def with_trace(self, finding: Finding, rule: Rule, rulings: Sequence[Ruling]) -> Finding:
        """The finding with the conditions of its rulings; a rule that the program reports has none."""
        if finding.outcome not in self.outcomes or rule.file.reported_by_program:
            return finding
        return finding.model_copy(update={"trace": self.reasoner.of_rulings(rule, rulings)})
