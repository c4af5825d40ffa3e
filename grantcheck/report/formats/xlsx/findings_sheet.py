"""The sheet of findings: one row each, with both sides, the calculation and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.forthcoming import Forthcoming
from grantcheck.report.by_note import full_title
from grantcheck.report.formats.xlsx.contents import TONES
from grantcheck.report.formats.xlsx.waivers_sheet import day_of
from grantcheck.report.spreadsheet.columns import Kind, Row, Tone, Toned
from grantcheck.report.standing import own_standing, standing

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.columns import Column, Value
    from grantcheck.report.spreadsheet.table import TableSheet

_COLUMNS = {
    "number": (Kind.COUNT, 6),
    "note": (Kind.LONG, 14),
    "standing": (Kind.LONG, 15),
    "rule": (Kind.TEXT, 8),
    "rule_title": (Kind.LONG, 24),
    "message": (Kind.LONG, 52),
    "asked": (Kind.KRONER, 17),
    "granted_before": (Kind.KRONER, 17),
    "calculation": (Kind.LONG, 44),
    "fix": (Kind.LONG, 36),
    "note_title": (Kind.LONG, 28),
    "evidence": (Kind.LONG, 60),
    "place": (Kind.LONG, 28),
    "file": (Kind.TEXT, None),
    "waived_until": (Kind.DATE, 14),
    "waiver_reason": (Kind.LONG, 32),
    "approved_by": (Kind.TEXT, None),
    "fingerprint": (Kind.TEXT, None),
}
_PRINTED = 10
"""So many columns go on paper; the others are for the screen."""


def put_findings(sheet: TableSheet, contents: Contents) -> None:
    """Every finding; a row of a waived one is set back and says so."""
    columns = [contents.column(name, kind, width) for name, (kind, width) in _COLUMNS.items()]
    titles = {(one.note, one.path): full_title(one) for one in contents.report.notes}
    rows = [
        _row(number, finding, titles.get((finding.note, finding.path), ""), contents)
        for number, finding in enumerate(contents.findings, start=1)
    ]
    sheet.fill(columns, rows or [_nothing(columns, contents)])
    sheet.print_columns(_PRINTED, len(rows))


def _nothing(columns: list[Column], contents: Contents) -> Row:
    return Row([*([None] * 5), contents.words.nothing_found, *([None] * (len(columns) - 6))])


def _row(number: int, finding: Finding, title: str, contents: Contents) -> Row:
    waiver = finding.waiver
    values: dict[str, Value] = {
        "number": number,
        "note": contents.note(finding.note, finding.path),
        "note_title": title,
        "standing": _standing(finding, contents),
        "rule": contents.rule(finding.rule),
        "rule_title": finding.title or finding.name,
        "message": _message(finding),
        "asked": _amount(finding, "request"),
        "granted_before": _amount(finding, "prior"),
        "evidence": tuple(_side(each, contents) for each in finding.evidence),
        "calculation": finding.calculation,
        "fix": finding.fix,
        "file": contents.file(finding.path),
        "place": finding.evidence[0].place if finding.evidence else None,
        "waived_until": day_of(waiver.expires) if waiver else None,
        "waiver_reason": waiver.reason if waiver else None,
        "approved_by": waiver.approved_by if waiver else None,
        "fingerprint": finding.fingerprint,
    }
    return Row(
        [values[name] for name in _COLUMNS], Tone.WAIVED if waiver or finding.baselined else Tone.PLAIN
    )


def _message(finding: Finding) -> str:
    return f"{finding.notice} {finding.message}" if isinstance(finding, Forthcoming) else finding.message


def _standing(finding: Finding, contents: Contents) -> Toned:
    if isinstance(finding, Forthcoming):
        return Toned(contents.wording.forthcoming, Tone.NOTE)
    stands = own_standing(finding)
    word = stands.word(contents.wording)
    if finding.waiver or finding.baselined:
        return Toned(f"{word}, {standing(finding).word(contents.wording)}", Tone.WAIVED)
    return Toned(word, TONES.get(stands, Tone.PLAIN))


def _side(evidence: Evidence, contents: Contents) -> str:
    role = contents.wording.roles.get(evidence.role, evidence.role)
    said = f": {evidence.text}" if evidence.text else ""
    return f"{role}, {evidence.place}{said}"


def _amount(finding: Finding, role: str) -> int | None:
    """The first amount of that side."""
    return next((side.amount for side in finding.evidence if side.role == role), None)
