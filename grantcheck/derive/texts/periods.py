"""The years that the text names beside the years that the tables fund."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.derive.building import fact
from grantcheck.derive.figures import funding_of
from grantcheck.derive.naming import in_doubt, span
from grantcheck.derive.texts.claim_fit import Fit
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.note import Claim
from grantcheck.model.terms import ClaimRole, Frequency
from grantcheck.model.years import Year

Fitted = tuple[Claim, Fit]


def period_facts(fitted: Sequence[Fitted]) -> Iterator[Fact]:
    """A `period` fact for everything that the text names years for; several phrases on one thing count together."""
    grouped: dict[str, list[Fitted]] = {}
    for claim, fit in fitted:
        if fit.has_period and not _before_the_table(claim, fit):
            grouped.setdefault(f"{fit.target.prior} {fit.name.en}", []).append((claim, fit))
    yield from (_period(group) for group in grouped.values())


def _before_the_table(claim: Claim, fit: Fit) -> bool:
    """Whether the text tells of money older than the prior table shows, or only mentions an amount."""
    if claim.role is ClaimRole.MENTION:
        return True
    return claim.role is ClaimRole.PRIOR and not any(year in fit.target.amounts for year in fit.years)


def _period(group: Sequence[Fitted]) -> Fact:
    target = group[0][1].target
    named = {year for _, fit in group for year in fit.years}
    certain = None not in target.amounts.values()
    funding = funding_of(target.amounts) if target.prior else target.amounts
    funded = {year for year, amount in funding.items() if amount}
    frequency, fits = _frequency(group)
    return fact(
        "period",
        {
            "quote": "; ".join(claim.text for claim, _ in group),
            "stated": span(named),
            "funded": span(funded) if certain else None,
            "unfunded_years": len(named - funded) if certain else None,
            "unnamed_years": len(funded - named) if certain else None,
            "frequency": frequency,
            "fits": fits if certain else None,
        },
        shown={"name": target.name},
        why_missing=in_doubt(target.name),
        traces=(
            *(trace_text("text", claim.text, claim.location) for claim, _ in group),
            *target.traces(_edge(funded)),
        ),
    )


def _edge(funded: set[Year]) -> tuple[Year, ...]:
    return (max(funded),) if funded else ()


def _frequency(group: Sequence[Fitted]) -> tuple[str, str]:
    """The frequency the text states and the reading the figures fit: of a phrase where they differ, if any does."""
    readings = [(_stated(claim), fit.fits if fit.is_tied else "neither") for claim, fit in group]
    return next((reading for reading in readings if _differ(*reading)), readings[0])


def _stated(claim: Claim) -> str:
    return claim.frequency.value if claim.frequency else "none"


def _differ(stated: str, fits: str) -> bool:
    per_year = stated in {Frequency.PER_YEAR, Frequency.PERMANENT}
    return (per_year and fits == "total") or (stated == Frequency.TOTAL and fits == "per_year")
