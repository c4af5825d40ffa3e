"""The grants of the register that expire in a budget round, and whether a note asks to go on."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact, ore
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.location import GrantLocation
from grantcheck.model.round import ExpiringGrant
from grantcheck.model.text import Text


def expiring_grant_facts(expiring: tuple[ExpiringGrant, ...]) -> Iterator[Fact]:
    """An `expiring-grant` per grant whose first unfunded year is the budget year of the round."""
    for one in expiring:
        grant = one.grant
        yield fact(
            "expiring-grant",
            {
                "id": grant.id,
                "title": grant.title,
                "last_funded_year": grant.last_funded_year,
                "first_unfunded_year": grant.first_unfunded_year,
                "budget_year": one.budget_year,
                "amount": ore(grant.last_amount),
                "committee": grant.committee or "–",
                "notes": None if one.perhaps and not one.notes else len(one.notes),
            },
            why_missing=_perhaps(one),
            traces=(
                trace_text(
                    "prior",
                    " | ".join(word for word in (grant.title, *grant.agreements, grant.committee) if word),
                    GrantLocation(grant=grant.id),
                ),
            ),
        )


def _perhaps(one: ExpiringGrant) -> Text:
    named = ", ".join(one.perhaps)
    return Text(
        en=f"whether {named} continues this grant; the match was not certain (GC705)",
        da=f"om {named} viderefører denne bevilling; sammenkoblingen var ikke sikker (GC705)",
    )
