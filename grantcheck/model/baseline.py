"""Findings that were known at some time, so that only new ones make a run fail."""

from __future__ import annotations

from typing import Literal

from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity


class KnownFinding(Frozen):
    """A finding by what it is about; the rest is for whoever reads the file."""

    fingerprint: str
    rule: str
    note: str
    outcome: Outcome
    severity: Severity | None
    message: str


class Baseline(Frozen):
    """The content of a file of known findings."""

    baseline_version: Literal[1] = 1
    grantcheck_version: str
    as_of: str
    known: tuple[KnownFinding, ...]


class BaselineInUse(Frozen):
    """The baseline of a run, and what became of it."""

    path: str
    sha256: str
    entries: int
    found: int
    """Entries whose finding is there still."""
    fixed: tuple[KnownFinding, ...] = ()
    """Entries whose finding no longer occurs, though their note was judged."""
    not_looked_at: int = 0
    """Entries about notes that were not judged."""
