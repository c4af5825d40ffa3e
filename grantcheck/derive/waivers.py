"""Waivers beside the rules, the day and the findings: how far each is off, in days and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.text import Text
from grantcheck.model.waiver import WaiverStanding

_NOT_LOOKED_AT = Text(
    en="whether it fits a finding; what it is for is not among what was read",
    da="om den passer til et fund; det, den gælder, er ikke blandt det, der er læst",
)


def waiver_facts(standings: Iterable[WaiverStanding]) -> Iterator[Fact]:
    """A `waiver` for each."""
    for each in standings:
        scope, waiver = each.written.scope, each.written.waiver
        yield fact(
            "waiver",
            {
                "rule": scope.rule,
                "scope": scope.named.en,
                "rules": int(each.known_rule),
                "nearest": each.nearest_rule,
                "waivable": int(each.waivable),
                "owner": _folded(waiver.owner),
                "approver": _folded(waiver.approved_by),
                "approved_on": waiver.approved_on,
                "expires": waiver.expires,
                "days_ahead": each.days_ahead,
                "days_short": each.days_short,
                "days_lapsed": max(-each.days_left, 0),
                "findings": each.findings,
            },
            shown={"why_not": each.why_not_waivable} if each.why_not_waivable else {},
            why_missing=_NOT_LOOKED_AT,
            traces=(trace_text("document", _said(each), each.written.location),),
        )


def _said(standing: WaiverStanding) -> str:
    waiver = standing.written.waiver
    return f"{standing.written.scope.named.en}: {waiver.reason}"


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
