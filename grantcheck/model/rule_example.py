"""A test of a rule as an example for readers."""

from __future__ import annotations

from dataclasses import dataclass

from grantcheck.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A situation, how it ends, and what a finding says of it."""

    name: str
    facts: tuple[str, ...]
    """The figures of the situation in words, as in "the year: 2026"."""
    outcome: Outcome
    message: str | None
    """What the finding says; None where the rule holds."""
    calculation: tuple[str, ...]
    fix: str
