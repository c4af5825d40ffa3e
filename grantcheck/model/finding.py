"""What a check found: contract 2's `findings`."""

from __future__ import annotations

from grantcheck.model.evidence import Evidence
from grantcheck.model.explanation import Reasoning
from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.waiver import Waiver


class Finding(Frozen):
    """One outcome of one rule at one place, with evidence from both sides and the arithmetic between."""

    rule: str
    name: str
    title: str
    outcome: Outcome
    severity: Severity | None
    note: str
    """The note's code, or the path where there is none."""
    path: str
    message: str
    evidence: tuple[Evidence, ...] = ()
    calculation: tuple[str, ...] = ()
    fix: str = ""
    fingerprint: str = ""
    grants: tuple[str, ...] = ()
    """The ids of the register's grants that it is about."""
    waiver: Waiver | None = None
    """Why it may stand; a finding with a waiver fails nothing."""
    baselined: bool = False
    """Whether the baseline has it, so that it fails nothing."""
    trace: Reasoning | None = None
    """The conditions behind the outcome, where they were asked for."""
