"""Why an earlier level cannot be carried to the request's prices: which rate is missing, of which series."""

from __future__ import annotations

from collections.abc import Iterable

from grantcheck.derive.price_levels.earlier_level import EarlierLevel
from grantcheck.derive.price_levels.levels import RequestedLevel
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.formatting import format_kroner
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language, Text
from grantcheck.model.years import Year
from grantcheck.prices.checking import faults
from grantcheck.prices.conversion import MissingRates, MissingStep
from grantcheck.prices.series import PriceSeries

NO_LEVEL = Text(
    en="the price level, which a table does not state", da="prisniveauet, som en tabel ikke oplyser"
)


def missing_rate(
    requested: RequestedLevel,
    earlier: EarlierLevel,
    area: ControlArea | None,
    series: PriceSeries | None,
    missing: MissingRates | None,
) -> Text:
    """What to obtain, and whether the printed amounts are equal."""
    if requested.price_year is None or earlier.price_year is None:
        return NO_LEVEL
    rate = _rate(earlier.price_year, requested.price_year, area, series, missing)
    printed = _printed_amounts(requested.amount, earlier.amount)
    return Text(en=f"{rate.en}; {printed.en}", da=f"{rate.da}; {printed.da}")


def _rate(
    earlier: Year,
    requested: Year,
    area: ControlArea | None,
    series: PriceSeries | None,
    missing: MissingRates | None,
) -> Text:
    first, last = sorted((earlier, requested))
    needed = ", ".join(f"{year}→{year + 1}" for year in range(first, last))
    if series is None:
        money = _money(area)
        return Text(
            en=f"the rate {needed} of a price series for {money.en} (no series given, so no edition in force)",
            da=f"satsen {needed} i en prisserie for {money.da} (ingen serie angivet, altså ingen gældende udgave)",
        )
    if missing is None:
        return _faulty(needed, series)
    return Text(
        en=f"the rate {_steps(missing.missing)} of the series {series.name}, {_lacking(missing, 'en')}",
        da=f"satsen {_steps(missing.missing)} i serien {series.name}, {_lacking(missing, 'da')}",
    )


def _faulty(needed: str, series: PriceSeries) -> Text:
    first = faults(series)[0]
    return Text(
        en=f"a rate {needed} to rely on: the series {series.name} has a fault in line {first.line} and was not used",
        da=f"en sats {needed} at stole på: serien {series.name} har en fejl i linje {first.line} og er ikke brugt",
    )


def _money(area: ControlArea | None) -> Text:
    if area is None:
        return Text(en="its control area", da="styringsområdet")
    return AREA_NAMES[area]


def _steps(missing: Iterable[MissingStep]) -> str:
    return ", ".join(f"{step.from_year}→{step.to_year}" for step in missing)


def _lacking(missing: MissingRates, language: Language) -> str:
    """That no edition states the rate by the day of the audit, or which ones state it twice or later."""
    if any(step.contradicted for step in missing.missing):
        return {
            "en": "for which the edition in force gives two values",
            "da": "som den gældende udgave angiver to værdier for",
        }[language]
    later = [step.newer_edition for step in missing.missing if step.newer_edition]
    day = missing.as_of.isoformat()
    if later:
        first = min(later).isoformat()
        return {
            "en": f"which no edition known on {day} states (the first that does is of {first})",
            "da": f"som ingen udgave kendt {day} angiver (den første, der gør, er af {first})",
        }[language]
    return {
        "en": f"which no edition known on {day} states",
        "da": f"som ingen udgave kendt {day} angiver",
    }[language]


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
