"""The sheet of notes: what each asks for, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from grantcheck.derive.figures import summed
from grantcheck.report.by_note import full_title
from grantcheck.report.formats.xlsx.totals import totals
from grantcheck.report.spreadsheet.columns import Kind, Row
from grantcheck.report.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.finding import Finding
    from grantcheck.model.money import Kroner
    from grantcheck.model.report import NoteHeading
    from grantcheck.model.years import Year
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.columns import Column, Value
    from grantcheck.report.spreadsheet.table import TableSheet

_COUNTED = {
    Standing.ERROR: "errors",
    Standing.WARNING: "warnings",
    Standing.NOT_VERIFIABLE: "not_verifiable",
    Standing.NOTE: "observations",
}


def put_notes(sheet: TableSheet, contents: Contents) -> None:
    """A row for each note, and for each file that gave none."""
    years = sorted({each.year for heading in contents.report.notes for each in heading.asked})
    rows = [
        _row(heading, found, years, contents)
        for headings, found, _ in contents.groups
        for heading in headings
    ]
    columns = list(_columns(years, contents))
    sheet.fill(columns, rows, list(totals(rows, columns, contents.words)))


def _columns(years: Sequence[Year], contents: Contents) -> Iterator[Column]:
    yield contents.column("note", Kind.LONG, 14)
    yield contents.column("note_title", Kind.LONG, 44)
    yield contents.column("department", Kind.LONG, 28)
    yield contents.column("budget_year", Kind.YEAR)
    for year in years:
        yield contents.column("asked_in", Kind.KRONER, year=year)
    yield contents.column("asked_in_all", Kind.KRONER)
    for name in (*_COUNTED.values(), "waived"):
        yield contents.column(name, Kind.COUNT)
    yield contents.column("file")


def _row(heading: NoteHeading, found: Sequence[Finding], years: Sequence[Year], contents: Contents) -> Row:
    asked = {each.year: each.amount for each in heading.asked}
    counts = Counter(standing(finding) for finding in found if not (finding.waiver or finding.baselined))
    return Row(
        [
            heading.note,
            full_title(heading) or None,
            heading.department,
            heading.budget_year,
            *(_said(asked[year], contents) if year in asked else None for year in years),
            _said(summed(asked.values()), contents) if asked else None,
            *(counts[each] for each in _COUNTED),
            sum(1 for finding in found if finding.waiver),
            contents.file(heading.path),
        ]
    )


def _said(amount: Kroner | None, contents: Contents) -> Value:
    return contents.words.amount_not_read if amount is None else amount
