"""The requested level beside the earlier level that it continues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import Request, activities, figure, summed
from grantcheck.derive.implied_change import implied_limits, limits_in_words
from grantcheck.derive.naming import in_doubt, span
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.case import Case, Pairing
from grantcheck.model.fact import Fact, Shown, Trace
from grantcheck.model.formatting import format_kroner, format_percent
from grantcheck.model.money import ORE_PER_KRONE, Kroner, to_ore
from grantcheck.model.note import Note, Table
from grantcheck.model.terms import PriceLevel, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_REQUEST = Text(en="the request", da="ønsket")
_NAMED = 4
"""How many activities a message names."""
_NOT_TIED = Text(
    en="which agreement a cancellation of that year is taken from",
    da="hvilken aftale en tilbageførsel det år går fra i",
)
_NO_LEVEL = Text(
    en="the price level, which a table does not state", da="prisniveauet, som en tabel ikke oplyser"
)


@dataclass(frozen=True)
class Level:
    """An amount a year that stays the same over consecutive years."""

    amount: Kroner | None
    years: tuple[Year, ...]
    price_year: Year | None
    half_unit: Decimal
    trace: Trace


def comparison_facts(case: Case, note: Note, request: Request, profile: Profile) -> Iterator[Fact]:
    """A `comparison` per pairing and requested level; one without quantities where nothing could be paired."""
    table = note.table(TableKind.PRIOR)
    if table is None or not any(given.amount != 0 for given in case.allocations):
        return
    if not case.pairings:
        yield _unpaired(case, request, table)
        return
    for pairing in case.pairings:
        earlier = _earlier_level(case, pairing, table)
        for requested in _requested_levels(request, pairing):
            yield _compared(pairing, requested, earlier, profile)


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
    quantities = ("requested", "requested_price_year", "earlier", "earlier_price_year", "indexed")
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


def _earlier_level(case: Case, pairing: Pairing, table: Table) -> Level:
    """The last funded year's amount of the paired agreement, less what was cancelled that year."""
    year = next(c.last_funded_year for c in case.candidates if c.agreement == pairing.agreement)
    own = [given for given in case.allocations if given.year == year and given.agreement == pairing.agreement]
    row = next(given.row for given in own if given.amount)
    return Level(
        summed([*(given.amount for given in own), *_cancelled(case, pairing, year)]),
        (year,),
        _price_year(table.price_level, year),
        _half(table.precision),
        trace_cell(table, table.rows[row], str(year)),
    )


def _cancelled(case: Case, pairing: Pairing, year: Year) -> Iterator[Kroner | None]:
    """What negative rows take from the agreement that year; None where a row may be about another one."""
    for given in case.allocations:
        if given.year != year or given.agreement == pairing.agreement or (given.amount or 0) >= 0:
            continue
        named = [pair for pair in case.pairings if pair.activity.casefold() in given.agreement.casefold()]
        about = named or list(case.pairings)
        if pairing in about:
            yield given.amount if len(about) == 1 else None


def _requested_levels(request: Request, pairing: Pairing) -> Iterator[Level]:
    """The paired activity's years, runs of one amount folded; years without money are left out."""
    found = [
        (table, row) for table in request.tables for row in activities(table) if row.label == pairing.activity
    ]
    table, row = found[0]
    amounts = {year: summed(figure(t, r, str(year)) for t, r in found) for year in table.years}

    def price_year(year: Year) -> Year | None:
        return _price_year(table.price_level, year)

    keyed = [(amounts[year], price_year(year), year) for year in table.years]
    for (amount, priced), run in groupby(keyed, key=lambda item: item[:2]):
        years = tuple(year for _, _, year in run)
        if amount != 0:
            yield Level(amount, years, priced, _half(table.precision), trace_cell(table, row, str(years[0])))


def _price_year(level: PriceLevel | None, year: Year) -> Year | None:
    return year if level == "current" else level


def _half(precision: Kroner | None) -> Decimal:
    return Decimal(precision or 0) / 2


def _compared(pairing: Pairing, requested: Level, earlier: Level, profile: Profile) -> Fact:
    tolerance = _tolerance(requested, earlier)
    ask, before = requested.amount, earlier.amount
    steps = _steps(requested, earlier)
    limits = implied_limits(
        before, ask, steps, (earlier.half_unit, requested.half_unit), profile.implied_change
    )
    return fact(
        "comparison",
        {
            "paired": 1,
            "years": span(requested.years),
            "requested": ore(ask),
            "requested_price_year": requested.price_year,
            "earlier": ore(before),
            "earlier_year": earlier.years[0],
            "earlier_price_year": earlier.price_year,
            "earlier_lower": None if before is None else to_ore(before) - tolerance,
            "earlier_upper": None if before is None else to_ore(before) + tolerance,
            "tolerance": tolerance,
            "difference": None if ask is None or before is None else to_ore(Kroner(ask - before)),
            "indexed": None,
            "steps": steps,
            **limits,
        },
        shown=_in_words(pairing, requested, earlier, profile),
        why_missing={
            "requested": in_doubt(_REQUEST),
            "earlier": _NOT_TIED,
            "steps": _NO_LEVEL,
            "requested_price_year": _NO_LEVEL,
            "earlier_price_year": _NO_LEVEL,
            "indexed": _missing_rate(pairing, requested, earlier),
        },
        traces=(requested.trace, earlier.trace),
    )


def _steps(requested: Level, earlier: Level) -> int | None:
    if requested.price_year is None or earlier.price_year is None:
        return None
    return max(requested.price_year - earlier.price_year, 0)


def _tolerance(requested: Level, earlier: Level) -> int:
    """Øre: half the coarser unit where the units differ; equal units need none."""
    if requested.half_unit == earlier.half_unit:
        return 0
    return int(max(requested.half_unit, earlier.half_unit) * ORE_PER_KRONE)


def _missing_rate(pairing: Pairing, requested: Level, earlier: Level) -> Text:
    area = AREA_NAMES.get(pairing.control_area) if pairing.control_area else None
    en, da = (area.en, area.da) if area else ("its control area", "styringsområdet")
    if requested.price_year is None or earlier.price_year is None:
        return _NO_LEVEL
    first, last = sorted((earlier.price_year, requested.price_year))
    steps = ", ".join(f"{year}→{year + 1}" for year in range(first, last))
    printed = _printed_amounts(requested.amount, earlier.amount)
    return Text(
        en=f"the rate {steps} of a price series for {en} (no series given, so no edition in force); {printed.en}",
        da=f"satsen {steps} i en prisserie for {da} (ingen serie angivet, altså ingen gældende udgave); {printed.da}",
    )


def _in_words(pairing: Pairing, requested: Level, earlier: Level, profile: Profile) -> dict[str, Shown]:
    ask, before = requested.amount, earlier.amount
    words: dict[str, Shown] = {
        "limits": limits_in_words(profile.implied_change),
        "limits_source": profile.implied_change.source,
        "candidates": (pairing.agreement,),
    }
    if ask is None or before is None:
        return words
    change = Decimal(ask - before) * 100 / before if before else Decimal(0)
    words["difference_percent"] = Text(en=_signed(change, "en"), da=_signed(change, "da"))
    return words


def _signed(change: Decimal, language: str) -> str:
    text = format_percent(change, "da" if language == "da" else "en")
    return f"+{text}" if change > 0 else text


def _printed_amounts(ask: Kroner | None, before: Kroner | None) -> Text:
    if ask is None or before is None:
        return Text(
            en="whether the printed amounts are equal is not known",
            da="om de trykte beløb er ens, vides ikke",
        )
    if ask == before:
        return Text(
            en="the printed amounts are equal, which at two price levels is not the same money",
            da="de trykte beløb er ens, hvilket i to prisniveauer ikke er de samme penge",
        )
    return Text(
        en=f"the printed amounts differ by {format_kroner(ask - before, 'en')}",
        da=f"de trykte beløb afviger med {format_kroner(ask - before, 'da')}",
    )
