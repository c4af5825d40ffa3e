"""The sheet of parameters: what the result rests on, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from grantcheck.report.spreadsheet.columns import Kind, Row

if TYPE_CHECKING:
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.table import TableSheet

_RATE = "parameter"
"""The role of evidence that is a rate."""


def put_parameters(sheet: TableSheet, contents: Contents) -> None:
    """The program, the rules, the rates that were used and where they stand, and every file."""
    columns = [
        contents.column("kind"),
        contents.column("what", Kind.LONG, 70),
        contents.column("source", Kind.LONG, 44),
        contents.column("sha256", width=68),
    ]
    sheet.fill(columns, list(_rows(contents)))


def _rows(contents: Contents) -> Iterator[Row]:
    words, report, language = contents.words, contents.report, contents.setting.language
    yield Row([words.program, f"grantcheck {report.grantcheck_version}", None, None])
    yield Row(
        [words.rule_set, words.rules_counted.format(count=report.rules.count), None, report.rules.sha256]
    )
    for what, source in dict.fromkeys(_rates(contents)):
        yield Row([words.rate, what, source, None])
    for entry in report.parameters:
        what = f"{entry.path}: {entry.title.spoken(language)}" if entry.title else entry.path
        yield Row([words.file, what, entry.source, entry.sha256])


def _rates(contents: Contents) -> Iterator[tuple[str, str]]:
    for finding in contents.report.findings:
        for side in finding.evidence:
            if side.role == _RATE:
                yield side.text, f"{side.path}, {side.place}" if side.path else side.place
