"""The sheet of expiry: when the earlier money ends, and how much falls away, as the notes say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.derive.figures import funding_of, last_funded
from grantcheck.model.money import Kroner
from grantcheck.report.by_note import full_title
from grantcheck.report.formats.xlsx.totals import totals
from grantcheck.report.spreadsheet.columns import Kind, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.report import NoteHeading
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.columns import Value
    from grantcheck.report.spreadsheet.table import TableSheet


def put_expiry(sheet: TableSheet, contents: Contents) -> None:
    """A row for each note that shows earlier money."""
    columns = [
        contents.column("note", Kind.LONG, 14),
        contents.column("note_title", Kind.LONG, 44),
        contents.column("department", Kind.LONG, 28),
        contents.column("last_funded_year", Kind.YEAR, 14),
        contents.column("first_unfunded_year", Kind.YEAR, 14),
        contents.column("falls_away", Kind.KRONER, 18),
        contents.column("asked_then", Kind.KRONER, 18),
    ]
    rows = [_row(heading, contents) for heading in contents.report.notes if heading.granted]
    sheet.fill(columns, rows, list(totals(rows, columns, contents.words)))


def _row(heading: NoteHeading, contents: Contents) -> Row:
    note = contents.note(heading.note, heading.path)
    return Row([note, full_title(heading), heading.department, *_ending(heading, contents)])


def _ending(heading: NoteHeading, contents: Contents) -> Sequence[Value]:
    """Last funded year, first unfunded year, what falls away, and what is asked for then."""
    words = contents.words
    funding = funding_of({each.year: each.amount for each in heading.granted})
    last = last_funded(funding)
    if last is None:
        open_end = any(amount is None for amount in funding.values())
        return [words.year_not_read, None, words.amount_not_read, None] if open_end else [None] * 4
    asked = {each.year: each.amount for each in heading.asked}
    then = asked.get(last + 1, Kroner(0))
    if not asked or then is None:
        return [last, last + 1, funding[last], words.amount_not_read]
    return [last, last + 1, funding[last], then]
