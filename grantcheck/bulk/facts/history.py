"""The facts of what was granted before."""

from __future__ import annotations

from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.facts.request import area_name
from grantcheck.bulk.sql import quoted
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language

_PRIOR_YEARS = f"""
SELECT row, year AS n, year, net, register_rows FROM (
    SELECT row, unnest(years) AS year, unnest(nets) AS net, unnest(year_rows) AS register_rows
    FROM {CASE} WHERE known)"""

_AGREED = f"""
SELECT row, n, one FROM (
    SELECT row, unnest(agreed) AS one, generate_subscripts(agreed, 1) AS n FROM {CASE} WHERE known)"""


def history_kinds() -> tuple[Kind, ...]:
    """`history`, `areas`, `renewal`, `claimed-grant`, `granted-year`, `registered-year` and `agreement`."""
    last_rows = "{t}.year_rows[list_position({t}.years, {t}.last_funded)]"
    all_rows = "flatten({t}.year_rows)"
    return (
        _history(last_rows),
        _areas(all_rows),
        Kind(
            "renewal",
            {
                "renewals": "renewals",
                "first_funded_year": "first_funded",
                "agreements": "array_to_string(names, ', ')",
            },
            exists="known",
            register_rows=all_rows,
            columns="['grant']",
        ),
        Kind(
            "claimed-grant",
            {"grant": '"grant"', "title": "grant_title", "other_notes": "grant_others"},
            shown={"named": (f"{CASE}.grant_named", f"{CASE}.grant_named")},
            exists="known",
            columns="['grant']",
        ),
        Kind(
            "granted-year",
            {"year": "year", "amount": "net * 100"},
            rows=_PRIOR_YEARS,
            kept={"register_rows": "register_rows"},
            register_rows="{t}.register_rows",
        ),
        _registered_year(),
        _agreement(),
    )


def _history(rows: str) -> Kind:
    return Kind(
        "history",
        {
            "agreements": "coalesce(agreements, 0)",
            "grants": "CAST(known AS BIGINT)",
            "funded_years": "coalesce(funded_years, 0)",
            "last_funded_year": "last_funded",
            "first_unfunded_year": "last_funded + 1",
            "renewal_due_year": "last_funded + 1 + gap",
            "last_amount": "last_amount * 100",
            "earliest_agreement_year": "earliest_agreement_year",
        },
        register_rows=rows,
        columns="['grant']",
    )


def _areas(rows: str) -> Kind:
    shared = "CAST(list_contains(areas, area) AS BIGINT)"
    return Kind(
        "areas",
        {
            "asked_areas": "CASE WHEN area IS NOT NULL THEN 1 END",
            "granted_areas": "CASE WHEN len(areas) > 0 THEN len(areas) END",
            "shared_areas": f"CASE WHEN area IS NOT NULL AND len(areas) > 0 THEN {shared} END",
        },
        shown={
            "asked": (area_name(f"{CASE}.area", "en"), area_name(f"{CASE}.area", "da")),
            "granted": (_area_names("en"), _area_names("da")),
        },
        exists="known",
        register_rows=rows,
        columns="['control_area']",
    )


def _area_names(language: Language) -> str:
    listed = ", ".join(
        f"CASE WHEN list_contains({CASE}.areas, {quoted(area.value)}) THEN {quoted(AREA_NAMES[area].spoken(language))} END"
        for area in ControlArea
    )
    return f"array_to_string(list_filter([{listed}], lambda x: x IS NOT NULL), ', ')"


def _registered_year() -> Kind:
    """The case's own table of earlier money is the register's; the two agree unless a table was changed."""
    return Kind(
        "registered-year",
        {
            "year": "year",
            "stated": "net * 100",
            "registered": "net * 100",
            "lower": "net * 100",
            "upper": "net * 100",
            "difference": "0",
            "grants": '"grant"',
        },
        rows=f'SELECT p.*, c."grant" FROM ({_PRIOR_YEARS}) p JOIN {CASE} c USING (row)',
    )


def _agreement() -> Kind:
    return Kind(
        "agreement",
        {
            "name": "one.name",
            "years_named": "one.years_named",
            "made_year": "one.made_year",
            "funded_years": "one.funded_years",
            "first_year": "CASE WHEN one.funded_years > 0 THEN one.first_year END",
        },
        rows=_AGREED,
        kept={"register_row": "one.row"},
        register_rows="[{t}.register_row]",
    )
