"""The facts of what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.facts.years import amount, first_funded, last_funded, longest_gap
from grantcheck.bulk.sql import chosen, quoted
from grantcheck.data.profile import Profile
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language
from grantcheck.model.years import Year

_SOME_AREA = {"en": "a control area", "da": "et styringsområde"}


def request_kinds(profile: Profile, years: Sequence[Year]) -> tuple[Kind, ...]:
    """`request`, `requested-area` and `requested-year`."""
    first, last = first_funded(years), last_funded(years)
    columns = f"list_distinct([CAST({first} AS VARCHAR), CAST({last} AS VARCHAR)])"
    return (
        Kind("request", {"first_year": first, "last_year": last}, columns=columns),
        Kind(
            "requested-area",
            {
                "area": "coalesce(area, '')",
                "first_year": f"CASE WHEN area IS NOT NULL THEN {first} END",
                "last_year": f"CASE WHEN area IS NOT NULL THEN {last} END",
                "covered_year": f"CASE WHEN area IS NOT NULL THEN {last} + {longest_gap(years)} END",
                "horizon_first": "budget_year",
                "horizon_last": f"budget_year + {profile.horizon.projection_years}",
            },
            shown={"area_name": (area_name(f"{CASE}.area", "en"), area_name(f"{CASE}.area", "da"))},
            columns=columns,
        ),
        _years(years),
    )


def area_name(column: str, language: Language) -> str:
    """A control area in words."""
    names = [(area.value, quoted(AREA_NAMES[area].spoken(language))) for area in ControlArea]
    return chosen(column, names, quoted(_SOME_AREA[language]))


def _years(years: Sequence[Year]) -> Kind:
    pairs = ", ".join(f"{{year: {year}, amount: {amount(year)}}}" for year in years)
    return Kind(
        "requested-year",
        {"year": "CAST(pair.year AS BIGINT)", "amount": "pair.amount * 100"},
        rows=f"SELECT row, pair.year AS n, pair FROM "
        f"(SELECT row, unnest([{pairs}]) AS pair FROM {CASE}) WHERE pair.amount IS NOT NULL",
        columns="[CAST({t}.n AS VARCHAR)]",
    )
