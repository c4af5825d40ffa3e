"""Overlaps, rows that are never reached, and gaps, held against trying every value."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from engine.tabled_situations import COMPARED, TabledSituation, tabled_situations
from hypothesis import given, settings

from grantcheck.rules.tables.boxes import gaps, row_faults
from grantcheck.rules.tables.table import DecisionTable
from grantcheck.rules.vocabulary import FieldType


def everything(table: DecisionTable) -> list[tuple]:
    """Every combination of values that the drawn spans tell apart."""
    return list(
        product(
            *(
                (*COMPARED, "else") if asked.field.type is FieldType.TEXT else range(-1, 5)
                for asked in table.inputs
            )
        )
    )


@settings(deadline=None, max_examples=200)
@given(tabled_situations())
def test_rows_that_both_fit_something_overlap_and_no_others(situation: TabledSituation) -> None:
    table = replace(situation.table, hit="unique")
    both = any(sum(bool(row.fits(values)) for row in table.rows) > 1 for values in everything(table))
    assert bool(list(row_faults(table))) is both


@settings(deadline=None, max_examples=200)
@given(tabled_situations())
def test_a_row_that_is_first_nowhere_is_never_reached(situation: TabledSituation) -> None:
    table = replace(situation.table, hit="first")
    first = {
        next((at for at, row in enumerate(table.rows) if row.fits(values)), None)
        for values in everything(table)
    }
    assert len(list(row_faults(table))) == len(table.rows) - len(first - {None})


@settings(deadline=None, max_examples=200)
@given(tabled_situations())
def test_where_rows_leave_no_gap_everything_fits_one(situation: TabledSituation) -> None:
    table = situation.table
    asks_all = any(all(span.admits_all for span in row.spans) for row in table.rows)
    if asks_all:
        assert list(gaps(table)) == []
    bounded = [
        all(None not in (row.spans[at].low, row.spans[at].high) for row in table.rows)
        for at, asked in enumerate(table.inputs)
    ]
    if all(bounded):
        hull = [
            range(
                min(row.spans[at].low for row in table.rows),
                max(row.spans[at].high for row in table.rows) + 1,
            )
            for at in range(len(table.inputs))
        ]
        open_somewhere = any(not any(row.fits(values) for row in table.rows) for values in product(*hull))
        assert bool(list(gaps(table))) is open_somewhere
