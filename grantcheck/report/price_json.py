"""Series and conversions as JSON. Exact numbers are text: a decimal, or a fraction as 7/3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.prices.editions import edition_dates
from grantcheck.prices.rounding import in_decimals
from grantcheck.report.json_text import json_of
from grantcheck.report.price_words import price_words

if TYPE_CHECKING:
    from fractions import Fraction

    from grantcheck.model.text import Language
    from grantcheck.prices.conversion import ChainLink, Conversion, MissingRates
    from grantcheck.prices.rounding import Rounding
    from grantcheck.prices.series import PriceSeries

SCHEMA_VERSION = 1


def series_json(series: PriceSeries, language: Language) -> str:
    """A series with every value it states; without its path, which differs between machines."""
    value = series.model_dump(mode="json", exclude={"path", "shown_path"})
    value["editions"] = [str(day) for day in edition_dates(series)]
    return json_of(
        {"schema_version": SCHEMA_VERSION, **value, **_indicative(series.name, series.indicative, language)}
    )


def conversion_json(shown: Conversion, digits: int, rule: Rounding, language: Language) -> str:
    """A conversion with its chain."""
    return json_of(
        {
            "schema_version": SCHEMA_VERSION,
            "amount": str(shown.amount),
            "from_year": shown.from_year,
            "to_year": shown.to_year,
            "as_of": str(shown.as_of),
            "series": shown.series,
            "result": f"{shown.rounded(digits, rule):f}",
            "rounding": rule,
            "decimals": digits,
            "exact": _exact(shown.result),
            "factor": _exact(shown.factor),
            "chain": [_link(link) for link in shown.chain],
            **_indicative(shown.series, shown.indicative, language),
        }
    )


def missing_json(shown: MissingRates, language: Language) -> str:
    """What a conversion lacks."""
    missing = [
        {
            "from_year": step.from_year,
            "to_year": step.to_year,
            "newer_edition": str(step.newer_edition) if step.newer_edition else None,
            "contradicted": step.contradicted,
        }
        for step in shown.missing
    ]
    return json_of(
        {
            "schema_version": SCHEMA_VERSION,
            "amount": str(shown.amount),
            "from_year": shown.from_year,
            "to_year": shown.to_year,
            "as_of": str(shown.as_of),
            "series": shown.series,
            "missing": missing,
            **_indicative(shown.series, shown.indicative, language),
        }
    )


def _indicative(name: str, indicative: bool, language: Language) -> dict[str, object]:  # noqa: FBT001 - what it says
    if not indicative:
        return {"indicative": False}
    return {"indicative": True, "indication": price_words(language).not_a_rate.format(series=name)}


def _exact(number: Fraction) -> str:
    written = in_decimals(number)
    return str(number) if written is None else f"{written:f}"


def _link(link: ChainLink) -> dict[str, object]:
    spread = (
        {"points": str(link.spread.points), "applied": link.spread.applied.value} if link.spread else None
    )
    return {
        "from_year": link.from_year,
        "to_year": link.to_year,
        "direction": link.direction.value,
        "factor": _exact(link.factor),
        "percent": _exact(link.percent),
        "spread": spread,
        "lagged_from": list(link.lagged_from) if link.lagged_from else None,
        "status": link.status.value,
        "edition": str(link.edition),
        "document": link.document,
        "reference": link.reference,
    }
