"""The request beside the earlier level at the request's price level: bounds, difference, and what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from grantcheck.derive.building import ore
from grantcheck.derive.naming import in_percent
from grantcheck.derive.price_levels.earlier_level import EarlierLevel
from grantcheck.derive.price_levels.indexation import Carried, carried, edition_days
from grantcheck.derive.price_levels.levels import RequestedLevel
from grantcheck.derive.price_levels.missing_rate import missing_rate
from grantcheck.model.choices import AmountChoices, Tolerance
from grantcheck.model.fact import Shown, Trace, Value
from grantcheck.model.formatting import format_kroner
from grantcheck.model.money import ORE_PER_KRONE, Kroner, to_ore
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language, Text
from grantcheck.prices.book import PriceBook
from grantcheck.prices.checking import faults
from grantcheck.prices.conversion import MissingRates

FIELDS = ("indexed", "indexed_lower", "indexed_upper", "indexed_tolerance", "indexed_difference")
_FLAT_FROM = 3
"""So many equal years in current prices leave two readings of the caption open."""


@dataclass(frozen=True)
class IndexedLevel:
    """The fields of a `comparison` that need a rate."""

    values: dict[str, Value | None]
    shown: dict[str, Shown]
    why_missing: dict[str, Text]
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True)
class _Standing:
    """Where the request stands against the level of one edition."""

    edition: date
    level: Kroner
    side: int
    """−1 below the bounds, 0 within, 1 above."""


def indexed_level(
    requested: RequestedLevel,
    earlier: EarlierLevel,
    area: ControlArea | None,
    prices: PriceBook,
    choices: AmountChoices,
) -> IndexedLevel:
    """The earlier level at the request's price level; without a rate, which one is missing."""
    series = prices.serving(area)
    at = requested.price_year
    if at is None or earlier.price_year is None or earlier.amount is None:
        return _without(missing_rate(requested, earlier, area, series, None))
    if series is None or faults(series):
        return _without(missing_rate(requested, earlier, area, series, None))
    found = carried(earlier, at, series, prices.as_of)
    if isinstance(found, MissingRates):
        return _without(missing_rate(requested, earlier, area, series, found))
    tolerance = tolerance_ore(requested, earlier, choices.tolerance)
    days = edition_days(earlier, at, series, prices.as_of)
    standings = [
        _Standing(day, level.amount, _side(requested.amount, level.amount, tolerance))
        for day in days
        if isinstance(level := carried(earlier, at, series, day), Carried)
    ]
    settled = choices.editions == "in-force" or len({standing.side for standing in standings}) <= 1
    return IndexedLevel(
        _values(requested, found, tolerance, settled=settled),
        _shown(requested, earlier, found, standings, choices, indicative=series.indicative),
        {}
        if settled
        else dict.fromkeys(("indexed_lower", "indexed_upper"), _disagreement(standings, requested)),
        found.traces,
    )


def tolerance_ore(requested: RequestedLevel, earlier: EarlierLevel, chosen: Tolerance) -> int:
    """Øre: half the coarser printed unit, for one figure is converted; or what was chosen."""
    if chosen != "printed-unit":
        return to_ore(chosen)
    return int(max(requested.half_unit, earlier.half_unit) * ORE_PER_KRONE)


def tolerance_in_words(chosen: Tolerance) -> Text:
    """Where the tolerance comes from."""
    if chosen != "printed-unit":
        return Text(en="set in the configuration", da="sat i konfigurationen")
    return Text(en="half the coarser printed unit", da="halvdelen af den groveste trykte enhed")


def _without(reason: Text) -> IndexedLevel:
    return IndexedLevel(dict.fromkeys(FIELDS), {}, dict.fromkeys(FIELDS, reason))


def _values(
    requested: RequestedLevel, found: Carried, tolerance: int, *, settled: bool
) -> dict[str, Value | None]:
    level, ask = to_ore(found.amount), ore(requested.amount)
    return {
        "indexed": level,
        "indexed_lower": level - tolerance if settled else None,
        "indexed_upper": level + tolerance if settled else None,
        "indexed_tolerance": tolerance,
        "indexed_difference": None if ask is None else ask - level,
    }


def _shown(
    requested: RequestedLevel,
    earlier: EarlierLevel,
    found: Carried,
    standings: Sequence[_Standing],
    choices: AmountChoices,
    *,
    indicative: bool,
) -> dict[str, Shown]:
    words: dict[str, Shown] = {
        "carried": found.chain,
        "tolerance_basis": tolerance_in_words(choices.tolerance),
    }
    if requested.amount is not None:
        words["indexed_percent"] = in_percent(requested.amount - found.amount, found.amount)
        words |= _other_reading(requested.amount, earlier)
    if len(standings) > 1:
        words["by_edition"] = _by_edition(standings, requested)
    if indicative:
        words["series_reservation"] = Text(
            en="the series is indicative: no rate of the municipality's own, and no basis for a decision",
            da="serien er vejledende: ikke kommunens egen sats og intet grundlag for en afgørelse",
        )
    return words


def _other_reading(ask: Kroner, earlier: EarlierLevel) -> dict[str, Shown]:
    """Amounts that stay equal in current prices may stand at the request's price level already."""
    if not earlier.in_current_prices or earlier.flat_years < _FLAT_FROM or earlier.amount is None:
        return {}
    difference, amount = ask - earlier.amount, earlier.amount

    def said(language: Language) -> tuple[str, str]:
        return format_kroner(amount, language), format_kroner(difference, language)

    (level_en, off_en), (level_da, off_da) = said("en"), said("da")
    return {
        "other_reading": Text(
            en=f"the equal years may be at the request's price level already; "
            f"then the earlier level is {level_en}, difference {off_en}",
            da=f"de ens år kan allerede stå i ønskets prisniveau; "
            f"så er det tidligere niveau {level_da}, forskel {off_da}",
        )
    }


def _side(ask: Kroner | None, level: Kroner, tolerance: int) -> int:
    if ask is None:
        return 0
    off = Decimal(ask - level) * ORE_PER_KRONE
    return (off > tolerance) - (off < -tolerance)


def _by_edition(standings: Sequence[_Standing], requested: RequestedLevel) -> Text:
    return Text(
        en="; ".join(_outcome(standing, requested.amount, "en") for standing in standings),
        da="; ".join(_outcome(standing, requested.amount, "da") for standing in standings),
    )


_SIDES = {
    -1: Text(en="asked below", da="ønsket under"),
    0: Text(en="asked within the tolerance", da="ønsket inden for tolerancen"),
    1: Text(en="asked above", da="ønsket over"),
}


def _outcome(standing: _Standing, ask: Kroner | None, language: Language) -> str:
    said = f"{standing.edition.isoformat()}: {format_kroner(standing.level, language)}"
    if ask is None:
        return said
    off = format_kroner(ask - standing.level, language)
    return f"{said}, {_SIDES[standing.side].spoken(language)} ({off})"


def _disagreement(standings: Sequence[_Standing], requested: RequestedLevel) -> Text:
    by_edition = _by_edition(standings, requested)
    return Text(
        en=f"which edition of the rate the note was written by, for they differ ({by_edition.en}); "
        'settle it with `editions = "in-force"` under [prices], or with --as-of',
        da=f"hvilken udgave af satsen notatet er skrevet efter, for de er uenige ({by_edition.da}); "
        'afgør det med `editions = "in-force"` under [prices] eller med --as-of',
    )
