"""Tables and their rows: units, price levels, profiles over the years, directions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import DETAIL_AREAS, YearAmounts, activities, row_amounts
from grantcheck.derive.naming import in_doubt, span
from grantcheck.derive.tracing import table_name, trace_caption, trace_cell, trace_row
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import Direction, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_DIRECTION = Text(en="the direction was not read for certain", da="retningen er ikke læst med sikkerhed")
_UNSTATED = Text(en="the table does not state it", da="tabellen oplyser det ikke")


@dataclass(frozen=True)
class EqualRun:
    """Consecutive years with one amount."""

    amount: Kroner
    years: tuple[Year, ...]


def table_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """A `table` fact per table not read by OCR, and a `row` fact per activity or agreement."""
    for table in note.tables:
        if not note.has_recognised(table):
            yield _table_fact(table)
        reductions = {row.label: _reduction_words(row, profile) for row in activities(table)}
        for row in activities(table):
            yield _row_fact(table, row, reductions)


def price_basis(table: Table) -> str:
    """`fixed`, `current` or `unstated`."""
    if table.price_level is None:
        return "unstated"
    return "current" if table.price_level == "current" else "fixed"


def longest_equal_run(amounts: YearAmounts) -> EqualRun:
    """The longest run of years with one amount other than zero; the first where several are as long.

    All amounts must be known.
    """
    certain = [(year, amount) for year, amount in sorted(amounts.items()) if amount is not None]
    runs = [
        EqualRun(amount, tuple(year for year, _ in run))
        for amount, run in groupby(certain, key=lambda pair: pair[1])
        if amount
    ]
    return max(runs, key=lambda run: len(run.years), default=EqualRun(Kroner(0), ()))


def _table_fact(table: Table) -> Fact:
    return fact(
        "table",
        {
            "in_request": int(table.kind is not TableKind.PRIOR),
            "unit": table.unit,
            "price_basis": price_basis(table),
            "price_year": table.price_level if isinstance(table.price_level, int) else None,
        },
        shown={"name": table_name(table)},
        why_missing=_UNSTATED,
        traces=(trace_caption(table),),
    )


def _row_fact(table: Table, row: Row, reductions: dict[str, int]) -> Fact:
    amounts = row_amounts(table, row)
    certain = [amount for amount in amounts.values() if amount is not None]
    known = len(certain) == len(amounts)
    run = longest_equal_run(amounts) if known else None
    directed = table.kind in DETAIL_AREAS
    direction = row.direction if "direction" not in row.doubt else None
    label = Text(en=row.label, da=row.label)
    return fact(
        "row",
        {
            "label": row.label,
            "price_basis": price_basis(table),
            "funded_years": sum(amount != 0 for amount in certain) if known else None,
            "equal_years": len(run.years) if run else None,
            "equal_amount": ore(run.amount) if run else None,
            "equal_span": span(run.years) if run else "",
            "has_direction": int(directed),
            "direction": direction.value if directed and isinstance(direction, Direction) else None,
            "positive_years": sum(amount > 0 for amount in certain) if known else None,
            "negative_years": sum(amount < 0 for amount in certain) if known else None,
            "reduction_words": reductions[row.label],
            "reduction_rows": sum(words > 0 for words in reductions.values()),
        },
        shown={"table": table_name(table)},
        why_missing={
            **dict.fromkeys(
                ("funded_years", "equal_years", "positive_years", "negative_years"), in_doubt(label)
            ),
            "direction": _DIRECTION,
        },
        traces=(_row_trace(table, row, run),),
    )


def _row_trace(table: Table, row: Row, run: EqualRun | None) -> Trace:
    return trace_cell(table, row, str(run.years[0])) if run and run.years else trace_row(table, row)


def _reduction_words(row: Row, profile: Profile) -> int:
    label = row.label.casefold()
    return sum(word in label for word in profile.reduction_words)
