"""A rule with a test for every outcome, about which nobody can complain."""

from __future__ import annotations

from rules.written import RULE

WHOLE = (
    RULE
    + """\
  - name: a year without prior money holds
    facts: {request: {year: 2026, amount: 340000}, prior: {year: 2026, amount: 0, cancelled: 0}}
    outcome: holds
  - name: a cancelled grant is a warning
    facts: {request: {year: 2026, amount: 340000}, prior: {year: 2026, amount: 0, cancelled: 1}}
    outcome: broken
    severity: warning
  - name: other years do not meet
    facts: {request: {year: 2027, amount: 340000}, prior: {year: 2026, amount: 340000, cancelled: 0}}
    outcome: not_applicable
  - name: a figure in doubt leaves it open
    facts: {request: {year: 2026}, prior: {year: 2026, amount: 340000, cancelled: 0}}
    outcome: not_verifiable
"""
)
