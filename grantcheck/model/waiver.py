"""Findings that somebody has answered for: who may let what stand, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.text import Text
from grantcheck.model.years import Year


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


class WaiverScope(Frozen):
    """Which findings a waiver is for; what is None, is left open."""

    rule: str
    note: str | None = None
    """The note's code; None only where a grant is named."""
    grant: str | None = None
    """The id of a grant of the register."""
    budget_year: Year | None = None
    """The round, since each numbers its notes anew."""
    finding: str | None = None
    """How the fingerprint of the one finding begins; None: all of the rule in the note."""

    @property
    def named(self) -> Text:
        """The scope in words."""
        about = " ".join(
            str(part) for part in (self.note, self.grant, self.budget_year, self.finding) if part
        )
        return Text(en=f"{self.rule} for {about}", da=f"{self.rule} for {about}")


@dataclass(frozen=True)
class WrittenWaiver:
    """A waiver as it stands in its file."""

    scope: WaiverScope
    waiver: Waiver
    location: Location


@dataclass(frozen=True)
class WaiverFile:
    """All waivers of an office."""

    path: str
    sha256: str
    waivers: tuple[WrittenWaiver, ...]
    revision: str | None = None
    """The revision it was read from, as the user named it; None: the file as it lies there."""
    commit: str | None = None


class Refusal(StrEnum):
    """Why a waiver lets nothing stand."""

    UNKNOWN_RULE = "unknown_rule"
    NOT_WAIVABLE = "not_waivable"
    SELF_APPROVED = "self_approved"
    APPROVED_LATER = "approved_later"
    ENDS_BEFORE_APPROVAL = "ends_before_approval"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class WaiverStanding:
    """A waiver beside the rules, the day and the findings of a run."""

    written: WrittenWaiver
    days_left: int
    """Days after the day of the audit on which it is still good; below zero where it has lapsed."""
    days_ahead: int
    """Days by which its approval lies after the day of the audit; zero where it does not."""
    days_short: int
    """Days by which its last day lies before its approval; zero where it does not."""
    known_rule: bool
    nearest_rule: str
    waivable: bool
    why_not_waivable: Text | None
    refusals: tuple[Refusal, ...]
    findings: int | None = None
    """Findings that it is for; None where what it is for was not looked at."""

    @property
    def good(self) -> bool:
        """Whether it lets findings stand."""
        return not self.refusals


WaiverState = Literal["in_use", "fits_nothing", "not_looked_at", "refused", "lapsed"]


class ListedWaiver(Frozen):
    """A waiver in a report or a list."""

    scope: WaiverScope
    waiver: Waiver
    location: Location
    state: WaiverState
    refusals: tuple[Refusal, ...] = ()
    days_left: int
    """Below zero where it has lapsed."""
    findings: int | None = None
    """Findings that it is for; None where what it is for was not looked at."""


class WaiversInUse(Frozen):
    """The waivers of a run."""

    path: str
    sha256: str
    revision: str | None = None
    commit: str | None = None
    time_zone: str
    """Where a last day ends."""
    day: str
    """The day of the audit there."""
    warn_days: int
    """From so many days before its last day a waiver is told to lapse soon."""
    waivers: tuple[ListedWaiver, ...] = ()

    @property
    def lapsing(self) -> tuple[ListedWaiver, ...]:
        """Those in use that will not be for long."""
        return tuple(one for one in self.waivers if one.state == "in_use" and one.days_left <= self.warn_days)
