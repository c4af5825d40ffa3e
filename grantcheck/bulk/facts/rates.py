"""Price levels in bulk: each pair of price years carried once, in exact whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from grantcheck.bulk.database import dropped
from grantcheck.bulk.facts.comparison import levels_sql
from grantcheck.data.profile import Profile
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.derive.price_levels.implied_change import LIMITS, implied_limits
from grantcheck.model.money import ORE_PER_KRONE, Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.model.years import Year
from grantcheck.prices.checking import faults
from grantcheck.prices.conversion import Conversion, convert
from grantcheck.prices.editions import knowledge_dates
from grantcheck.prices.rounding import rounded

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

    from grantcheck.prices.series import PriceSeries

_LARGEST = 10**22
"""Of the whole numbers by which SQL multiplies; with larger ones the product may pass 128 bits."""
_HALF = Decimal("0.5")
_TABLES = """
CREATE TABLE rates (area VARCHAR, from_year BIGINT, to_year BIGINT, up HUGEINT, down HUGEINT,
    editions STRUCT(up HUGEINT, down HUGEINT)[]);
CREATE TABLE factors (steps BIGINT, low HUGEINT, high HUGEINT, error HUGEINT, scale HUGEINT);
CREATE TABLE exact (area VARCHAR, from_year BIGINT, to_year BIGINT, earlier BIGINT, asked BIGINT,
    indexed BIGINT, sides BIGINT, low_limit BIGINT, high_limit BIGINT, error_limit BIGINT)"""

LEVELS = "carried levels"
"""The table of a batch's levels."""
Pair = tuple[str | None, Year, Year]
"""A control area, the year of the earlier prices, and that of the request's."""


@dataclass(frozen=True)
class Carrying:
    """What carries an amount between two price years: the factor in force, and that of each edition."""

    factor: Fraction | None
    """None where a rate is missing, or no series serves the area."""
    editions: tuple[Fraction, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether SQL can multiply by its numbers."""
        factors = (*self.editions, *((self.factor,) if self.factor else ()))
        return all(max(one.numerator, one.denominator) < _LARGEST for one in factors)


@dataclass
class Rates:
    """The rates that levels need, each looked up once."""

    database: DuckDBPyConnection
    profile: Profile
    assumptions: Assumptions
    years: tuple[Year, ...]
    known: dict[Pair, Carrying] = field(default_factory=dict)
    steps: set[int] = field(default_factory=set)
    large: set[int] = field(default_factory=set)
    """Numbers of years whose compounded limits SQL cannot multiply by."""

    def __post_init__(self) -> None:
        self.database.execute(_TABLES)

    def carry(self) -> None:
        """From the table of cases to `levels` and `carried levels`."""
        run = self.database.execute
        run(f"CREATE OR REPLACE TEMP TABLE levels AS {levels_sql(self.years)}")
        pairs = run(
            "SELECT DISTINCT area, from_year, to_year FROM levels "
            "WHERE paired AND from_year IS NOT NULL AND to_year IS NOT NULL ORDER BY ALL"
        ).fetchall()
        self._look_up([(area, int(first), int(last)) for area, first, last in pairs])
        self._work_out([pair for pair in pairs if not self._is_small(pair)])
        run(f'CREATE OR REPLACE TEMP TABLE "{LEVELS}" AS {self._carried_sql()}')
        dropped(self.database, ["levels"])

    def _is_small(self, pair: Pair) -> bool:
        return self.known[pair].is_small and max(pair[2] - pair[1], 0) not in self.large

    def _look_up(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            if pair in self.known:
                continue
            found = self.known[pair] = self._carrying(pair)
            if found.factor is not None and found.is_small:
                self.database.execute(
                    "INSERT INTO rates SELECT $1, $2, $3, $4::HUGEINT, $5::HUGEINT, "
                    "list_transform($6::VARCHAR[], lambda x: {up: split_part(x, '/', 1)::HUGEINT, "
                    "down: split_part(x, '/', 2)::HUGEINT})",
                    [
                        *pair,
                        *map(str, found.factor.as_integer_ratio()),
                        [_ratio(one) for one in found.editions],
                    ],
                )
            self._add_factor(pair[2] - pair[1])

    def _add_factor(self, steps: int) -> None:
        if steps <= 0 or steps in self.steps:
            return
        self.steps.add(steps)
        change = self.profile.implied_change
        exact = [Fraction(1 + rate / 100) ** steps for rate in (change.low, change.high, change.error_above)]
        scale = max(one.denominator for one in exact)
        while any(scale % one.denominator for one in exact):
            scale *= 10
        whole = [int(one * scale) for one in exact]
        if max(*whole, scale) >= _LARGEST:
            self.large.add(steps)
            return
        self.database.execute(
            "INSERT INTO factors SELECT $1, $2::HUGEINT, $3::HUGEINT, $4::HUGEINT, $5::HUGEINT",
            [steps, *map(str, whole), str(scale)],
        )

    def _carrying(self, pair: Pair) -> Carrying:
        area, first, last = pair
        series = self.assumptions.prices.serving(ControlArea(area) if area else None)
        if series is None or faults(series):
            return Carrying(None)
        as_of = self.assumptions.prices.as_of
        factor = _factor(series, first, last, as_of)
        if factor is None:
            return Carrying(None)
        days = knowledge_dates(series, first, last, as_of)
        by_edition = (_factor(series, first, last, day) for day in days)
        return Carrying(factor, tuple(one for one in by_edition if one is not None))

    def _work_out(self, pairs: Iterable[Pair]) -> None:
        """Levels whose numbers are too large for SQL, one by one."""
        for area, first, last in pairs:
            found = self.database.execute(
                "SELECT DISTINCT earlier, run.amount FROM levels l WHERE paired AND area IS NOT DISTINCT FROM $1 "
                "AND from_year = $2 AND to_year = $3 AND NOT EXISTS (FROM exact e WHERE e.area IS NOT DISTINCT FROM $1 "
                "AND e.from_year = $2 AND e.to_year = $3 AND e.earlier = l.earlier AND e.asked = l.run.amount)",
                [area, first, last],
            ).fetchall()
            worked_out = [
                (earlier, asked, *self._exactly((area, first, last), earlier, asked))
                for earlier, asked in found
            ]
            if worked_out:
                columns = ", ".join(f"unnest(${at}::BIGINT[])" for at in range(4, 11))
                self.database.execute(
                    f"INSERT INTO exact SELECT $1, $2, $3, {columns}",
                    [area, first, last, *map(list, zip(*worked_out, strict=True))],
                )

    def _exactly(self, pair: Pair, earlier: int, asked: int) -> list[int | None]:
        found, tolerance = self.known[pair], self._tolerance()
        indexed = None if found.factor is None else int(rounded(earlier * found.factor))
        sides = {
            (off > tolerance) - (off < -tolerance)
            for one in found.editions
            for off in [(asked - int(rounded(earlier * one))) * ORE_PER_KRONE]
        }
        steps = max(pair[2] - pair[1], 0)
        limits = implied_limits(
            Kroner(earlier), Kroner(asked), steps, (_HALF, _HALF), self.profile.implied_change
        )
        return [indexed, len(sides), *(limits[name] for name in LIMITS)]

    def _tolerance(self) -> int:
        chosen = self.assumptions.choices.tolerance
        return ORE_PER_KRONE // 2 if chosen == "printed-unit" else chosen * ORE_PER_KRONE

    def _carried_sql(self) -> str:
        side = (
            f"sign(greatest(abs((l.run.amount - {_carried('l.earlier', 'e.up', 'e.down')}) * 100) - {self._tolerance()}, 0)"
            f" * sign(l.run.amount - {_carried('l.earlier', 'e.up', 'e.down')}))"
        )
        limits = {
            "low_limit": _floor(
                f"(2 * l.earlier - 1) * CAST({ORE_PER_KRONE} AS HUGEINT) * f.low - {ORE_PER_KRONE} * f.scale"
            ),
            "high_limit": _ceiling(
                f"(2 * l.earlier + 1) * CAST({ORE_PER_KRONE} AS HUGEINT) * f.high + {ORE_PER_KRONE} * f.scale"
            ),
            "error_limit": _ceiling(
                f"(2 * l.earlier + 1) * CAST({ORE_PER_KRONE} AS HUGEINT) * f.error + {ORE_PER_KRONE} * f.scale"
            ),
        }
        within = ", ".join(f"coalesce(x.{name}, {sql}) AS {name}" for name, sql in limits.items())
        return f"""
SELECT l.*, coalesce(x.indexed, {_carried("l.earlier", "r.up", "r.down")}) AS indexed,
    coalesce(x.sides, len(list_distinct(list_transform(r.editions, lambda e: {side})))) AS sides, {within}
FROM levels l
    LEFT JOIN rates r ON coalesce(l.area, '') = coalesce(r.area, '') AND l.from_year = r.from_year AND l.to_year = r.to_year
    LEFT JOIN factors f ON f.steps = l.to_year - l.from_year
    LEFT JOIN exact x ON coalesce(l.area, '') = coalesce(x.area, '') AND l.from_year = x.from_year
        AND l.to_year = x.to_year AND l.earlier = x.earlier AND l.run.amount = x.asked"""


def _factor(series: PriceSeries, first: Year, last: Year, as_of: date) -> Fraction | None:
    found = convert(1, series, first, last, as_of)
    return found.factor if isinstance(found, Conversion) else None


def _ratio(factor: Fraction) -> str:
    return f"{factor.numerator}/{factor.denominator}"


def _carried(amount: str, up: str, down: str) -> str:
    """Whole kroner, a half away from zero."""
    size = f"(2 * abs(CAST({amount} AS HUGEINT)) * {up} + {down}) // (2 * {down})"
    return f"CAST(sign({amount}) * ({size}) AS BIGINT)"


def _floor(twice: str) -> str:
    whole = f"(({twice}) // (2 * f.scale))"
    return f"CAST({whole} - CASE WHEN ({twice}) < 0 AND ({twice}) % (2 * f.scale) <> 0 THEN 1 ELSE 0 END AS BIGINT)"


def _ceiling(twice: str) -> str:
    whole = f"(({twice}) // (2 * f.scale))"
    return f"CAST({whole} + CASE WHEN ({twice}) > 0 AND ({twice}) % (2 * f.scale) <> 0 THEN 1 ELSE 0 END AS BIGINT)"
