"""How a check can end, and how much it matters."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """The four outcomes of a check, and the one of an observation.

    Every rule ends in exactly one of them for every case. An observation (severity `note`) is *noted* where
    it applies and never broken.
    """

    HOLDS = "holds"
    BROKEN = "broken"
    NOTED = "noted"
    NOT_APPLICABLE = "not_applicable"
    NOT_VERIFIABLE = "not_verifiable"


class Severity(StrEnum):
    """`error` stops a submission, `warning` needs a controller's eye, `note` informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The gravest first."""
