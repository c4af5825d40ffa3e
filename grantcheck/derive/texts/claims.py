"""Amounts of the running text beside the table figures they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.derive.building import fact, ore
from grantcheck.derive.texts.claim_fit import Fit, band, best_fit
from grantcheck.derive.texts.claim_targets import targets_of
from grantcheck.derive.texts.periods import period_facts
from grantcheck.derive.tracing import trace_text
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.formatting import format_kroner
from grantcheck.model.money import Kroner, to_ore
from grantcheck.model.note import Claim, Note
from grantcheck.model.terms import ClaimRole
from grantcheck.model.text import Text

_NO_FIGURE = Text(
    en="no figure of the tables can be tied to this amount",
    da="intet tal i tabellerne kan knyttes til dette beløb",
)
_TENTH = 10


def claim_facts(case: Case, note: Note) -> Iterator[Fact]:
    """`claim` facts, `stated-amount` facts without repeats, and `period` facts."""
    targets = targets_of(case, note)
    fits = [(claim, best_fit(claim, note.claims, targets)) for claim in note.claims]
    yield from (_claim_fact(claim, fit) for claim, fit in fits)
    yield from _stated_amounts([claim for claim in note.claims if claim.role is not ClaimRole.MENTION])
    yield from period_facts([(claim, fit) for claim, fit in fits if fit is not None])


def _claim_fact(claim: Claim, fit: Fit | None) -> Fact:
    coarser = max(claim.precision, fit.precision if fit else 0)
    low, high = band(claim.amount, Kroner(coarser))
    own = trace_text("text", claim.text, claim.location)
    return fact(
        "claim",
        {
            "role": claim.role.value,
            "quote": claim.text,
            "low": low,
            "high": high - 1,
            "high_exclusive": high,
            "figure_low": ore(fit.low) if fit and fit.is_tied else None,
            "figure_high": ore(fit.high) if fit and fit.is_tied else None,
        },
        shown={"figure_name": fit.name, "figures": _in_words(fit)} if fit and fit.is_tied else {},
        why_missing=fit.reason if fit else _NO_FIGURE,
        traces=(own, *(fit.traces if fit else ())),
    )


def _in_words(fit: Fit) -> Text:
    if fit.low == fit.high:
        return Text(en=format_kroner(fit.low, "en"), da=format_kroner(fit.low, "da"))
    return Text(
        en=f"{format_kroner(fit.low, 'en')} to {format_kroner(fit.high, 'en')}",
        da=f"{format_kroner(fit.low, 'da')} til {format_kroner(fit.high, 'da')}",
    )


def _stated_amounts(claims: Sequence[Claim]) -> Iterator[Fact]:
    """One fact per printed amount and precision, with every place where it stands."""
    grouped: dict[tuple[Kroner, Kroner], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.amount, claim.precision), []).append(claim)
    for same in grouped.values():
        low, high = band(same[0].amount, same[0].precision)
        yield fact(
            "stated-amount",
            {
                "quote": same[0].text,
                "amount": ore(same[0].amount),
                "low": low,
                "high_exclusive": high,
                "half_band": (high - low) // 2,
                "tenth": abs(to_ore(same[0].amount)) // _TENTH,
            },
            traces=tuple(trace_text("text", claim.text, claim.location) for claim in same),
        )
