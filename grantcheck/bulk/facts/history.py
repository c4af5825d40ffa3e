"""The facts of what was granted before."""

from __future__ import annotations

from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.facts.register import AREA_BITS
from grantcheck.bulk.facts.request import area_name
from grantcheck.bulk.sql import chosen, quoted
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Language

_PRIOR_YEARS = f"""
SELECT c.row, c."grant", y.year AS n, y.year, y.net, y.rows FROM {CASE} c JOIN by_year y USING (gid)"""

_AGREED = f"""
SELECT c.row, o.first_row AS n, m.agreement AS name, m.years_named, m.made_year, o.funded_years, o.first_year
FROM {CASE} c JOIN grant_agreed o USING (gid) JOIN agreement_names m USING (aid)"""


def history_kinds() -> tuple[Kind, ...]:
    """`history`, `areas`, `renewal`, `claimed-grant`, `granted-year`, `registered-year` and `agreement`."""
    return (
        _history(),
        _areas(),
        Kind(
            "renewal",
            {
                "renewals": "renewals",
                "first_funded_year": "first_funded",
                "agreements": "agreement_names",
            },
            shown={"agreements": (f"{CASE}.agreement_names", f"{CASE}.agreement_names")},
            exists="known",
            register_rows=f"{CASE}.grant_rows",
            columns="['grant']",
        ),
        Kind(
            "claimed-grant",
            {"grant": '"grant"', "title": "grant_title", "other_notes": "grant_others"},
            shown={
                "title": (f"{CASE}.grant_title", f"{CASE}.grant_title"),
                "named": (f"{CASE}.grant_named", f"{CASE}.grant_named"),
            },
            exists="known",
            columns="['grant']",
        ),
        Kind(
            "granted-year",
            {"year": "year", "amount": "net * 100"},
            rows=_PRIOR_YEARS,
            kept={"rows": "rows"},
            register_rows="{t}.rows",
        ),
        _registered_year(),
        _agreement(),
    )


def _history() -> Kind:
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
        register_rows=f"{CASE}.last_rows",
        columns="['grant']",
    )


def _areas() -> Kind:
    own = chosen("area", [(name, str(bit)) for name, bit in AREA_BITS.items()])
    return Kind(
        "areas",
        {
            "asked_areas": "CASE WHEN area IS NOT NULL THEN 1 END",
            "granted_areas": "CAST(bit_count(areas) AS BIGINT)",
            "shared_areas": f"CAST(({own}) & areas > 0 AS BIGINT)",
        },
        shown={
            "asked": (area_name(f"{CASE}.area", "en"), area_name(f"{CASE}.area", "da")),
            "granted": (_area_names("en"), _area_names("da")),
        },
        exists="known",
        register_rows=f"{CASE}.grant_rows",
        columns="['control_area']",
    )


def _area_names(language: Language) -> str:
    listed = ", ".join(
        f"CASE WHEN {CASE}.areas & {AREA_BITS[area.value]} > 0 THEN {quoted(AREA_NAMES[area].spoken(language))} END"
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
        rows=_PRIOR_YEARS,
    )


def _agreement() -> Kind:
    return Kind(
        "agreement",
        {
            "name": "name",
            "years_named": "years_named",
            "made_year": "made_year",
            "funded_years": "funded_years",
            "first_year": "CASE WHEN funded_years > 0 THEN first_year END",
        },
        rows=_AGREED,
        register_rows="[{t}.n]",
    )
