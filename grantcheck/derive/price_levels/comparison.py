"""The requested level beside the earlier level that it continues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import Request
from grantcheck.derive.naming import in_doubt, in_percent, span
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.derive.price_levels.earlier_level import EarlierLevel
from grantcheck.derive.price_levels.implied_change import implied_limits, limits_in_words
from grantcheck.derive.price_levels.indexed_level import FIELDS, indexed_level
from grantcheck.derive.price_levels.levels import RequestedLevel, levels
from grantcheck.derive.price_levels.missing_rate import NO_LEVEL
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.case import Case, Pairing
from grantcheck.model.choices import Tolerance
from grantcheck.model.fact import Fact, Shown
from grantcheck.model.money import ORE_PER_KRONE, Kroner, to_ore
from grantcheck.model.note import Note, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_REQUEST = Text(en="the request", da="ønsket")
_NAMED = 4
"""How many activities a message names."""
_NOT_TIED = Text(
    en="which agreement a cancellation of that year is taken from",
    da="hvilken aftale en tilbageførsel det år går fra i",
)


def comparison_facts(
    case: Case, note: Note, request: Request, profile: Profile, assumptions: Assumptions
) -> Iterator[Fact]:
    """A `comparison` per pairing and requested level; one without quantities where nothing could be paired."""
    table = note.table(TableKind.PRIOR)
    if table is None or not any(given.amount != 0 for given in case.allocations):
        return
    if not case.pairings:
        yield _unpaired(case, request, table)
        return
    for pairing in case.pairings:
        for requested, earlier in levels(case, pairing, request, table, assumptions.choices.earlier_level):
            yield _compared(pairing, requested, earlier, profile, assumptions)


def _unpaired(case: Case, request: Request, table: Table) -> Fact:
    names = tuple(f"{candidate.agreement} ({candidate.last_funded_year})" for candidate in case.candidates)
    if any(given.amount is None for given in case.allocations):
        reason = in_doubt(Text(en="the prior allocations", da="de tidligere afsatte midler"))
    elif any(asked.may_lack_rows for asked in request.tables):
        reason = in_doubt(_REQUEST)
    else:
        reason = _not_paired(case, names)
    traces = tuple(
        trace_cell(table, table.rows[given.row], str(given.year))
        for given in case.allocations
        if any(c.agreement == given.agreement and c.last_funded_year == given.year for c in case.candidates)
    )
    quantities = ("requested", "requested_price_year", "earlier", "earlier_price_year", *FIELDS)
    return fact(
        "comparison",
        {"paired": 0, "years": "", **dict.fromkeys(quantities)},
        shown={"candidates": names},
        why_missing=reason,
        traces=traces,
    )


def _not_paired(case: Case, candidates: Sequence[str]) -> Text:
    activities, agreements = len(case.activities), ", ".join(candidates)
    return Text(
        en=f"which prior agreement each activity continues; activities: {activities} "
        f"({_shortened(case.activities, 'and {} more')}), agreements: {len(candidates)} ({agreements or '–'})",
        da=f"hvilken tidligere aftale hver aktivitet viderefører; aktiviteter: {activities} "
        f"({_shortened(case.activities, 'og {} til')}), aftaler: {len(candidates)} ({agreements or '–'})",
    )


def _shortened(names: Sequence[str], more: str) -> str:
    shown = ", ".join(names[:_NAMED]) or "–"
    return shown if len(names) <= _NAMED else f"{shown} {more.format(len(names) - _NAMED)}"


def _compared(
    pairing: Pairing,
    requested: RequestedLevel,
    earlier: EarlierLevel,
    profile: Profile,
    assumptions: Assumptions,
) -> Fact:
    tolerance = _tolerance(requested, earlier, assumptions.choices.tolerance)
    ask, before = requested.amount, earlier.amount
    steps = _steps(requested, earlier)
    limits = implied_limits(
        before, ask, steps, (earlier.half_unit, requested.half_unit), profile.implied_change
    )
    carried = indexed_level(requested, earlier, pairing.control_area, assumptions.prices, assumptions.choices)
    return fact(
        "comparison",
        {
            "paired": 1,
            "years": span(requested.years),
            "requested": ore(ask),
            "requested_price_year": requested.price_year,
            "earlier": ore(before),
            "earlier_year": earlier.year,
            "earlier_price_year": earlier.price_year,
            "earlier_lower": None if before is None else to_ore(before) - tolerance,
            "earlier_upper": None if before is None else to_ore(before) + tolerance,
            "tolerance": tolerance,
            "difference": None if ask is None or before is None else to_ore(Kroner(ask - before)),
            "steps": steps,
            **limits,
            **carried.values,
        },
        shown={**_in_words(pairing, requested, earlier, profile), **carried.shown},
        why_missing={
            **carried.why_missing,
            "requested": in_doubt(_REQUEST),
            "earlier": _NOT_TIED,
            "steps": NO_LEVEL,
            "requested_price_year": NO_LEVEL,
            "earlier_price_year": NO_LEVEL,
        },
        traces=(requested.trace, earlier.trace, *carried.traces),
    )


def _steps(requested: RequestedLevel, earlier: EarlierLevel) -> int | None:
    if requested.price_year is None or earlier.price_year is None:
        return None
    return max(requested.price_year - earlier.price_year, 0)


def _tolerance(requested: RequestedLevel, earlier: EarlierLevel, chosen: Tolerance) -> int:
    """Øre: half the coarser unit where the units differ; equal units need none. Or what was chosen."""
    if chosen != "printed-unit":
        return to_ore(chosen)
    if requested.half_unit == earlier.half_unit:
        return 0
    return int(max(requested.half_unit, earlier.half_unit) * ORE_PER_KRONE)


def _in_words(
    pairing: Pairing, requested: RequestedLevel, earlier: EarlierLevel, profile: Profile
) -> dict[str, Shown]:
    ask, before = requested.amount, earlier.amount
    words: dict[str, Shown] = {
        "limits": limits_in_words(profile.implied_change),
        "limits_source": profile.implied_change.source,
        "candidates": (pairing.agreement,),
        "earlier_basis": earlier.basis,
    }
    if ask is not None and before is not None:
        words["difference_percent"] = in_percent(ask - before, before)
    return words
