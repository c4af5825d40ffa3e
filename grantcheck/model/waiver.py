"""A finding that somebody has answered for."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen


class Waiver(Frozen):
    """Why a finding may stand for now, and who says so."""

    reason: str
    owner: str
    approved_by: str
    """Somebody else than the owner."""
    approved_on: str
    """The day, as 2026-11-23."""
    expires: str
    """The last day it is good for."""
    case_number: str | None = None
