"""Waivers as reports and lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from grantcheck.model.waiver import (
    ListedWaiver,
    Refusal,
    WaiverFile,
    WaiversInUse,
    WaiverStanding,
    WaiverState,
)


def in_use(
    file: WaiverFile, standings: Sequence[WaiverStanding], day: date, time_zone: str, warn_days: int
) -> WaiversInUse:
    """All waivers of a file, each with how it stands."""
    return WaiversInUse(
        path=file.path,
        sha256=file.sha256,
        revision=file.revision,
        commit=file.commit,
        time_zone=time_zone,
        day=day.isoformat(),
        warn_days=warn_days,
        waivers=tuple(listed(each) for each in standings),
    )


def listed(standing: WaiverStanding) -> ListedWaiver:
    """One waiver with how it stands."""
    written = standing.written
    return ListedWaiver(
        scope=written.scope,
        waiver=written.waiver,
        location=written.location,
        state=state_of(standing),
        refusals=standing.refusals,
        days_left=standing.days_left,
        findings=standing.findings,
    )


def state_of(standing: WaiverStanding) -> WaiverState:
    """What comes of the waiver; one that only lapsed was good until then."""
    if standing.refusals == (Refusal.LAPSED,):
        return "lapsed"
    if standing.refusals:
        return "refused"
    if standing.findings is None:
        return "not_looked_at"
    return "in_use" if standing.findings else "fits_nothing"
