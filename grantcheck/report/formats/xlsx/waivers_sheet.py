"""The sheet of waivers: what may stand, why, who says so, and until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from grantcheck.report.spreadsheet.columns import Kind, Row, Tone
from grantcheck.report.waiver_words import days_sentence

if TYPE_CHECKING:
    from grantcheck.model.waiver import ListedWaiver
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.table import TableSheet


def put_waivers(sheet: TableSheet, contents: Contents) -> None:
    """A row for each waiver of the file in use, also for one that lets nothing stand."""
    columns = [
        contents.column("rule"),
        contents.column("note"),
        contents.column("grant"),
        contents.column("budget_year", Kind.YEAR),
        contents.column("state", Kind.LONG, 30),
        contents.column("findings_waived", Kind.COUNT, 12),
        contents.column("waiver_reason", Kind.LONG, 44),
        contents.column("owner"),
        contents.column("approved_by"),
        contents.column("approved_on", Kind.DATE, 14),
        contents.column("waived_until", Kind.DATE, 14),
        contents.column("case_number"),
    ]
    listed = contents.report.waivers.waivers if contents.report.waivers else ()
    nothing = Row([None, None, None, None, contents.words.no_waivers, *([None] * 7)])
    sheet.fill(columns, [_row(one, contents) for one in listed] or [nothing])


def day_of(day: str) -> date | str:
    """The day as a date; as it is written where it is none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return day


def _row(listed: ListedWaiver, contents: Contents) -> Row:
    scope, waiver = listed.scope, listed.waiver
    return Row(
        [
            contents.rule(scope.rule),
            contents.note_named(scope.note) if scope.note else None,
            scope.grant,
            scope.budget_year,
            _state(listed, contents),
            listed.findings,
            waiver.reason,
            waiver.owner,
            waiver.approved_by,
            day_of(waiver.approved_on),
            day_of(waiver.expires),
            waiver.case_number,
        ],
        Tone.PLAIN if listed.state == "in_use" else Tone.WARNING,
    )


def _state(listed: ListedWaiver, contents: Contents) -> str:
    """How it stands, why it is refused, and how many days are left."""
    words = contents.wording
    reasons = ", ".join(words.refusals[refusal.value] for refusal in listed.refusals)
    told = (words.waiver_states[listed.state], reasons, days_sentence(listed, words))
    return "; ".join(part for part in told if part)
