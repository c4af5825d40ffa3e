"""The requested levels of a case beside the earlier level, and the table facts of price levels."""

from __future__ import annotations

from collections.abc import Sequence

from grantcheck.bulk.columns import CURRENT
from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.facts.years import amount, shown, span
from grantcheck.bulk.sql import first_of, quoted
from grantcheck.data.profile import Profile
from grantcheck.derive.price_levels.implied_change import limits_in_words
from grantcheck.model.choices import AmountChoices
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.model.text import Language
from grantcheck.model.years import Year

_HALF_UNIT = ORE_PER_KRONE // 2
"""Øre: figures are whole kroner."""


def comparison_kinds(profile: Profile, choices: AmountChoices) -> tuple[Kind, ...]:
    """`comparison` and `table`."""
    return (_comparison(profile, choices), _table())


def levels_sql(years: Sequence[Year]) -> str:
    """Each requested level of each case with one agreement to continue, or one row where none can be chosen.

    A level is a run of years with one amount; in current prices every year has a level of its own.
    """
    starts = ", ".join(
        f"CASE WHEN {_starts(years, at)} THEN {{amount: {amount(year)}, first: {year}, last: {_ends(years, at)}}} END"
        for at, year in enumerate(years)
    )
    runs = f"list_filter([{starts}], lambda x: x IS NOT NULL)"
    earlier_year = f"CASE WHEN prior_level = {CURRENT} THEN last_given ELSE prior_level END"
    return f"""
SELECT row, run.first AS n, TRUE AS paired, area, run, list_filter(shown, lambda y: y BETWEEN run.first AND run.last) AS run_years,
    CASE WHEN level = {CURRENT} THEN run.first ELSE level END AS to_year, {earlier_year} AS from_year,
    given_amount AS earlier, last_given
FROM (SELECT *, {shown(years)} AS shown, unnest({runs}) AS run FROM {CASE} WHERE any_moves AND candidates = 1)
UNION ALL BY NAME
SELECT row, 0 AS n, FALSE AS paired, area FROM {CASE} WHERE any_moves AND candidates <> 1"""


def _starts(years: Sequence[Year], at: int) -> str:
    before = ", ".join(amount(year) for year in years[:at][::-1])
    here = amount(years[at])
    same = f" AND (level = {CURRENT} OR coalesce({before}) IS DISTINCT FROM {here})" if before else ""
    return f"{here} <> 0{same}"


def _ends(years: Sequence[Year], at: int) -> str:
    """The last year of the run that starts at a year."""
    here = amount(years[at])
    others = [
        (f"{amount(year)} IS NOT NULL AND {amount(year)} <> {here}", _last_shown(years[at:later]))
        for later, year in enumerate(years)
        if later > at
    ]
    return (
        f"CASE WHEN level = {CURRENT} THEN {years[at]} ELSE {first_of(others, _last_shown(years[at:]))} END"
    )


def _last_shown(years: Sequence[Year]) -> str:
    return first_of([(f"{amount(year)} IS NOT NULL", str(year)) for year in years[::-1]])


def _comparison(profile: Profile, choices: AmountChoices) -> Kind:
    chosen = None if choices.tolerance == "printed-unit" else choices.tolerance * ORE_PER_KRONE
    same, across = (0, _HALF_UNIT) if chosen is None else (chosen, chosen)
    words = limits_in_words(profile.implied_change)
    source = profile.implied_change.source
    requested, earlier = "run.amount * 100", "earlier * 100"
    off, carried_off = "(run.amount - earlier)", "(run.amount - indexed)"
    own = {"earlier": "{t}.earlier", "indexed": "{t}.indexed"}
    asked = {of: f"({{t}}.run.amount - {own[of]})" for of in own}
    settled = "TRUE" if choices.editions == "in-force" else "sides <= 1"
    steps = "greatest(to_year - from_year, 0)"
    return Kind(
        "comparison",
        {
            "paired": "CAST(paired AS BIGINT)",
            "years": f"CASE WHEN paired THEN {span('run_years')} ELSE '' END",
            "requested": requested,
            "requested_price_year": "to_year",
            "earlier": earlier,
            "earlier_year": "last_given",
            "earlier_price_year": "from_year",
            "earlier_lower": f"{earlier} - {same}",
            "earlier_upper": f"{earlier} + {same}",
            "tolerance": f"CASE WHEN paired THEN {same} END",
            "difference": f"{off} * 100",
            "indexed": "indexed * 100",
            "indexed_lower": f"CASE WHEN {settled} THEN indexed * 100 - {across} END",
            "indexed_upper": f"CASE WHEN {settled} THEN indexed * 100 + {across} END",
            "indexed_tolerance": f"CASE WHEN indexed IS NOT NULL THEN {across} END",
            "indexed_difference": f"{carried_off} * 100",
            "steps": f"CASE WHEN to_year IS NOT NULL AND from_year IS NOT NULL THEN {steps} END",
            "low_limit": "low_limit",
            "high_limit": "high_limit",
            "error_limit": "error_limit",
        },
        shown={
            "difference_percent": _percents(asked["earlier"], own["earlier"]),
            "indexed_percent": _percents(asked["indexed"], own["indexed"]),
            "limits": (quoted(words.en), quoted(words.da)),
            "limits_source": (quoted(source.en), quoted(source.da)),
        },
        rows='SELECT * FROM "carried levels"',
        kept={
            "run": "run",
            "earlier": "earlier",
            "indexed": "indexed",
            "run_years": "run_years",
        },
        register_rows=f"CASE WHEN {{t}}.run IS NOT NULL THEN {CASE}.last_rows END",
        columns="list_transform({t}.run_years, lambda y: CAST(y AS VARCHAR))",
    )


def _percents(part: str, whole: str) -> tuple[str, str]:
    return _percent(part, whole, "en"), _percent(part, whole, "da")


def _percent(part: str, whole: str, language: Language) -> str:
    """Part of whole in per cent with one decimal, a half away from zero, with its sign; of nothing it is 0."""
    tenths = f"coalesce((2000 * abs({part}) + abs({whole})) // (2 * nullif(abs({whole}), 0)), 0)"
    point, group = {"en": (".", " "), "da": (",", ".")}[language]
    whole_number = f"replace(format('{{:,}}', CAST({tenths} // 10 AS BIGINT)), ',', '{group}')"
    sign = (
        f"CASE WHEN ({part}) = 0 OR ({whole}) = 0 THEN '' WHEN ({part} > 0) = ({whole} > 0) THEN '+' "
        f"WHEN {tenths} > 0 THEN '−' ELSE '' END"
    )
    return f"{sign} || {whole_number} || '{point}' || CAST({tenths} % 10 AS VARCHAR) || ' %'"


def _table() -> Kind:
    def one(n: int, kind: str, level: str, where: str) -> str:
        basis = f"CASE WHEN {level} IS NULL THEN 'unstated' WHEN {level} = {CURRENT} THEN 'current' ELSE 'fixed' END"
        return (
            f"SELECT row, {n} AS n, '{kind}' AS named, {basis} AS basis, nullif({level}, {CURRENT}) AS year "
            f"FROM {CASE} WHERE {where}"
        )

    prior = one(2, "prior", "prior_level", "known")
    return Kind(
        "table",
        {
            "in_request": "CAST(n = 1 AS BIGINT)",
            "unit": "1",
            "price_basis": "basis",
            "price_year": "year",
        },
        shown={"name": ("{t}.named", "{t}.named")},
        rows=f"{one(1, 'overview', 'level', 'TRUE')} UNION ALL {prior}",
        kept={"named": "named"},
        register_rows=f"CASE WHEN {{t}}.n = 2 THEN {CASE}.grant_rows END",
        columns="['price_level']",
    )
