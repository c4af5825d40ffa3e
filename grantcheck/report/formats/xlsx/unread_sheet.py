"""The sheet of what was not read, or not for certain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.forthcoming import Forthcoming
from grantcheck.report.formats.xlsx.contents import TONES
from grantcheck.report.spreadsheet.columns import Kind, Row, Tone, Toned
from grantcheck.report.standing import standing

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.table import TableSheet

_OF_READING = re.compile(r"GC9\d\d")


def put_unread(sheet: TableSheet, contents: Contents) -> None:
    """Every finding about the reading: files, pages, tables, figures and marks."""
    columns = [
        contents.column("file"),
        contents.column("note", Kind.LONG, 14),
        contents.column("standing", Kind.LONG, 15),
        contents.column("rule"),
        contents.column("message", Kind.LONG),
        contents.column("place", Kind.LONG, 32),
        contents.column("excerpt", Kind.LONG),
        contents.column("fix", Kind.LONG, 44),
    ]
    rows = [_row(finding, contents) for finding in contents.findings if _is_of_reading(finding)]
    sheet.fill(columns, rows or [Row([contents.words.all_read, *([None] * (len(columns) - 1))])])


def _is_of_reading(finding: Finding) -> bool:
    return bool(_OF_READING.match(finding.rule)) and not isinstance(finding, Forthcoming)


def _row(finding: Finding, contents: Contents) -> Row:
    stands = standing(finding)
    first = finding.evidence[0] if finding.evidence else None
    return Row(
        [
            contents.file(finding.path),
            contents.note(finding.note, finding.path),
            Toned(stands.word(contents.wording), TONES.get(stands, Tone.PLAIN)),
            contents.rule(finding.rule),
            finding.message,
            first.place if first else None,
            first.text if first else None,
            finding.fix,
        ],
        Tone.WAIVED if finding.waiver else Tone.PLAIN,
    )
