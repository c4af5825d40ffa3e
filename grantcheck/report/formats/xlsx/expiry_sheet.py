"""The sheets of expiry: what ends in the round and who asks for it to go on, and the cliff behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from grantcheck.report.formats.xlsx.totals import totals
from grantcheck.report.spreadsheet.columns import Kind, Row

if TYPE_CHECKING:
    from grantcheck.model.expiring_money import EndingGrant, ExpiringMoney
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.columns import Column
    from grantcheck.report.spreadsheet.table import TableSheet


def put_expiry(sheet: TableSheet, contents: Contents) -> None:
    """A row for each grant that ends in a budget year of the round, and for each of which that is not known."""
    columns = [
        contents.column("grant"),
        contents.column("grant_title", Kind.LONG, 44),
        contents.column("committee", Kind.LONG, 28),
        contents.column("last_funded_year", Kind.YEAR, 14),
        contents.column("first_unfunded_year", Kind.YEAR, 14),
        contents.column("falls_away", Kind.KRONER, 20),
        contents.column("asking", Kind.LONG, 20),
        contents.column("perhaps", Kind.LONG, 20),
        contents.column("told_by", Kind.LONG, 28),
    ]
    expiring = contents.report.expiring
    rows = list(_rows(expiring, contents)) if expiring else []
    sheet.fill(columns, rows or [_nothing(columns, contents)], list(totals(rows, columns, contents.words)))


def _rows(expiring: ExpiringMoney, contents: Contents) -> Iterator[Row]:
    told_by = expiring.source or contents.words.expiry_from_notes
    for one in expiring.grants:
        yield _row(one, told_by, contents)
    words = contents.words
    for name in expiring.unknown:
        known = [words.year_not_known, words.year_not_known, words.amount_not_read]
        yield Row([contents.note_named(name), None, None, *known, None, None, told_by])


def _row(one: EndingGrant, told_by: str, contents: Contents) -> Row:
    asking = contents.note_named(one.notes[0]) if len(one.notes) == 1 else ", ".join(one.notes)
    return Row(
        [
            one.grant,
            one.title,
            one.committee,
            one.first_unfunded_year - 1,
            one.first_unfunded_year,
            one.amount,
            asking or contents.words.nobody_asks,
            ", ".join(one.perhaps),
            told_by,
        ]
    )


def _nothing(columns: list[Column], contents: Contents) -> Row:
    words = contents.words
    said = words.nothing_expires if contents.report.expiring else words.no_budget_year
    return Row([None, said, *([None] * (len(columns) - 2))])


def put_cliff(sheet: TableSheet, contents: Contents) -> None:
    """What falls away for each committee, by first unfunded year."""
    cliff = contents.report.expiring.cliff if contents.report.expiring else ()
    years = sorted({one.year for one in cliff})
    amounts = {(one.committee, one.year): one.amount for one in cliff}
    columns = [
        contents.column("committee", Kind.LONG, 44),
        *(contents.column("falls_away_in", Kind.KRONER, 20, year=year) for year in years),
    ]
    rows = [
        Row(
            [committee or contents.words.no_committee, *(amounts.get((committee, year), 0) for year in years)]
        )
        for committee in sorted({one.committee for one in cliff})
    ]
    nothing = [Row([contents.words.nothing_expires])]
    sheet.fill(columns, rows or nothing, list(totals(rows, columns, contents.words)))
