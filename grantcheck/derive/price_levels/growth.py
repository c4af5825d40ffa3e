"""How a row grows from year to year, as far as rounding lets it be told. By size: a rise below zero is a fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.figures import activities, row_amounts
from grantcheck.derive.naming import in_doubt
from grantcheck.derive.tables import price_basis
from grantcheck.derive.tracing import table_name, trace_cell, trace_row
from grantcheck.model.fact import Fact
from grantcheck.model.formatting import format_percent
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.text import Text

_BASIS_POINTS = 10_000
_PERCENT = 100


def growth_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """A `growth` fact per activity or agreement; rates in basis points, hundredths of a per cent."""
    for table in note.tables:
        if not note.has_recognised(table):
            yield from (_growth(table, row, profile) for row in activities(table))


def _growth(table: Table, row: Row, profile: Profile) -> Fact:
    amounts = row_amounts(table, row)
    certain = {year: amount for year, amount in amounts.items() if amount is not None}
    funded = [year for year in sorted(certain) if certain[year]]
    sizes = [abs(certain[year]) for year in funded]
    known = len(certain) == len(amounts)
    unbroken = bool(funded) and funded[-1] - funded[0] == len(funded) - 1
    one_sign = len({certain[year] > 0 for year in funded}) <= 1
    steps = len(funded) - 1 if known and unbroken and one_sign else 0
    rate = _yearly_rate(sizes) if steps > 0 else Decimal(0)
    half = Fraction(table.precision or 0, 2)
    limits = profile.price_like_rise
    label = Text(en=row.label, da=row.label)
    return fact(
        "growth",
        {
            "label": row.label,
            "price_basis": price_basis(table),
            "steps": steps if known else None,
            "rising_steps": sum(later > earlier for earlier, later in pairwise(sizes)) if steps > 0 else 0,
            "rate": max(0, _rounded(rate * _BASIS_POINTS)),
            "deviation": _deviation(sizes, rate, half) if steps > 0 else 0,
            "low_limit": _rounded(limits.low * _PERCENT),
            "high_limit": _rounded(limits.high * _PERCENT),
            "spread_limit": _rounded(limits.spread * _PERCENT),
        },
        shown={
            "table": table_name(table),
            "rate_percent": _percent(rate * _PERCENT),
            "limits": _span(limits.low, limits.high),
            "limits_source": limits.source,
            "amounts": tuple(certain[year] * 100 for year in funded),
        },
        why_missing=in_doubt(label),
        traces=tuple(trace_cell(table, row, str(year)) for year in (funded[0], funded[-1]))
        if funded
        else (trace_row(table, row),),
    )


def _yearly_rate(sizes: Sequence[int]) -> Decimal:
    """The rate that carries the first size to the last, compounded."""
    return (Decimal(sizes[-1]) / Decimal(sizes[0])) ** (Decimal(1) / (len(sizes) - 1)) - 1


def _deviation(sizes: Sequence[int], rate: Decimal, half: Fraction) -> int:
    """Basis points by which the step furthest from `rate` misses it, beyond what half a unit each way explains."""
    exact = Fraction(rate)
    off = Fraction(0)
    for earlier, later in pairwise(sizes):
        lowest = (later - half) / (earlier + half) - 1
        highest = (later + half) / (earlier - half) - 1 if earlier > half else exact
        off = max(off, lowest - exact, exact - highest)
    return _rounded(Decimal(off.numerator) / Decimal(off.denominator) * _BASIS_POINTS)


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _percent(value: Decimal) -> Text:
    return Text(en=format_percent(value, "en"), da=format_percent(value, "da"))


def _span(low: Decimal, high: Decimal) -> Text:
    one, other = _percent(low), _percent(high)
    return Text(en=f"{one.en} to {other.en} a year", da=f"{one.da} til {other.da} om året")
