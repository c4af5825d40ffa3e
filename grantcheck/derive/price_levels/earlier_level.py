"""The earlier level: what a grant gave, as one amount a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from grantcheck.derive.figures import summed
from grantcheck.derive.naming import span
from grantcheck.derive.tracing import trace_cell
from grantcheck.model.case import Case, Pairing
from grantcheck.model.choices import EarlierLevel as Policy
from grantcheck.model.fact import Trace
from grantcheck.model.formatting import format_kroner
from grantcheck.model.money import Kroner
from grantcheck.model.note import Table
from grantcheck.model.terms import PriceLevel
from grantcheck.model.text import Language, Text
from grantcheck.model.years import Year, longest_gap


@dataclass(frozen=True)
class Term:
    """What was granted in one year, in the prices of one year."""

    amount: Kroner | None
    year: Year
    price_year: Year | None


@dataclass(frozen=True)
class EarlierLevel:
    """The level that a request continues: one year's money, or the mean of several."""

    terms: tuple[Term, ...]
    half_unit: Decimal
    basis: Text
    """How it was taken, in words."""
    flat_years: int
    """Consecutive years of the agreement with one amount; three in current prices are suspect."""
    in_current_prices: bool
    trace: Trace

    @property
    def amount(self) -> Kroner | None:
        """The printed amount, or the mean of the printed amounts, a half krone up."""
        total = summed(term.amount for term in self.terms)
        if total is None:
            return None
        mean = Decimal(total) / len(self.terms)
        return Kroner(int(mean.quantize(Decimal(1), rounding=ROUND_HALF_UP)))

    @property
    def year(self) -> Year:
        """The last year taken."""
        return self.terms[-1].year

    @property
    def price_year(self) -> Year | None:
        """The year of its prices; of several the earliest, None where a table states none."""
        years = [term.price_year for term in self.terms if term.price_year is not None]
        return min(years) if len(years) == len(self.terms) else None


def years_taken(case: Case, pairing: Pairing, policy: Policy, requested: Year) -> tuple[Year, ...]:
    """The earlier years that a requested year is compared with.

    `last`: the last funded year; `mean`: all funded years; `per-year`: the year at the same place of the
    earlier period.
    """
    funded = _funded_years(case, pairing)
    match policy:
        case "last":
            return funded[-1:]
        case "mean":
            return funded
        case "per-year":
            return (_same_place(funded, requested),)


def _funded_years(case: Case, pairing: Pairing) -> tuple[Year, ...]:
    """The years of the paired agreement with money, up to the last one funded."""
    last = next(c.last_funded_year for c in case.candidates if c.agreement == pairing.agreement)
    own = {given.year for given in case.allocations if given.agreement == pairing.agreement and given.amount}
    return tuple(sorted(year for year in own if year <= last))


def _same_place(funded: Sequence[Year], requested: Year) -> Year:
    """The year of the earlier period that stands where `requested` stands in the new one, going round.

    The years that a pattern skips belong to its period.

    >>> _same_place([2022, 2023, 2024, 2025], 2027), _same_place([2022, 2024], 2028)
    (2023, 2024)
    """
    first = funded[0]
    length = funded[-1] - first + 1 + longest_gap(funded)
    return first + (requested - first) % length


def earlier_level(
    case: Case, pairing: Pairing, table: Table, years: Sequence[Year], policy: Policy
) -> EarlierLevel:
    """The paired agreement's money in `years`, less what was cancelled in each."""
    own = [given for given in case.allocations if given.agreement == pairing.agreement]
    terms = tuple(
        Term(
            summed(
                [*(given.amount for given in own if given.year == year), *_cancelled(case, pairing, year)]
            ),
            year,
            price_year(table.price_level, year),
        )
        for year in years
    )
    shown = [given for given in own if given.year == years[-1]] or own
    row = next((given.row for given in shown if given.amount), shown[0].row)
    amounts = {
        year: summed(given.amount for given in own if given.year == year)
        for year in _funded_years(case, pairing)
    }
    return EarlierLevel(
        terms,
        half_unit(table.precision),
        _basis(policy, years, amounts),
        _flat(amounts),
        table.price_level == "current",
        trace_cell(table, table.rows[row], str(years[-1])),
    )


def _basis(policy: Policy, years: Sequence[Year], amounts: dict[Year, Kroner | None]) -> Text:
    taken = {
        "last": Text(en="the last funded year", da="det sidste finansierede år"),
        "mean": Text(en="the mean of the funded years", da="gennemsnittet af de finansierede år"),
        "per-year": Text(
            en="the year at the same place of the earlier period",
            da="året på samme plads i den tidligere periode",
        ),
    }[policy]
    named = Text(en=f"{taken.en} ({span(years)})", da=f"{taken.da} ({span(years)})")
    if len(set(amounts.values())) == 1:
        return named
    return Text(
        en=f"{named.en} of an uneven grant: {_profile(amounts, 'en')}",
        da=f"{named.da} af en ujævn bevilling: {_profile(amounts, 'da')}",
    )


def _profile(amounts: dict[Year, Kroner | None], language: Language) -> str:
    return ", ".join(
        f"{year}: {'?' if amount is None else format_kroner(amount, language)}"
        for year, amount in sorted(amounts.items())
    )


def _flat(amounts: dict[Year, Kroner | None]) -> int:
    runs = [len(list(run)) for _, run in groupby(amount for _, amount in sorted(amounts.items()))]
    return max(runs, default=0)


def _cancelled(case: Case, pairing: Pairing, year: Year) -> Iterator[Kroner | None]:
    """What negative rows take from the agreement that year; None where a row may be about another one."""
    for given in case.allocations:
        if given.year != year or given.agreement == pairing.agreement or (given.amount or 0) >= 0:
            continue
        named = [pair for pair in case.pairings if pair.activity.casefold() in given.agreement.casefold()]
        about = named or list(case.pairings)
        if pairing in about:
            yield given.amount if len(about) == 1 else None


def price_year(level: PriceLevel | None, year: Year) -> Year | None:
    """The year whose prices an amount of `year` stands in; None where no level is stated."""
    return year if level == "current" else level


def half_unit(precision: Kroner | None) -> Decimal:
    """Half of a printed unit, in kroner."""
    return Decimal(precision or 0) / 2
