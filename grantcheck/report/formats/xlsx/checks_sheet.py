"""The sheet of checks: how each rule ended, over all notes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from grantcheck.model.outcome import Outcome, Severity
from grantcheck.report.spreadsheet.columns import Kind, Row, Tone
from grantcheck.report.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grantcheck.model.report import Report
    from grantcheck.report.formats.xlsx.contents import Contents
    from grantcheck.report.spreadsheet.table import TableSheet

Ended = Outcome | Literal["waived", "baselined"]
_GRAVEST_FIRST: tuple[Ended, ...] = (
    Outcome.BROKEN,
    Outcome.NOT_VERIFIABLE,
    Outcome.NOTED,
    Outcome.HOLDS,
    Outcome.NOT_APPLICABLE,
    "waived",
    "baselined",
)
_ANSWERED: tuple[Ended, ...] = ("waived", "baselined")
_OUTCOMES = {
    "holds": Outcome.HOLDS,
    "broken": Outcome.BROKEN,
    "noted": Outcome.NOTED,
    "not_applicable": Outcome.NOT_APPLICABLE,
    "not_verifiable": Outcome.NOT_VERIFIABLE,
}
Counts = Counter[tuple[str, Ended]]


def put_checks(sheet: TableSheet, contents: Contents) -> None:
    """A row for each rule, also for one that never applied."""
    counts = _outcomes(contents.report)
    told = _told(contents)
    rows = [
        Row(
            [
                rule,
                *told.get(rule, (None, None)),
                *(counts[rule, outcome] for outcome in _OUTCOMES.values()),
                *(counts[rule, answered] for answered in _ANSWERED),
            ]
        )
        for rule in contents.rules
    ]
    summary = contents.report.summary
    ended = (summary.held, summary.broken, summary.noted, summary.not_applicable, summary.not_verifiable)
    total = Row([contents.words.total, None, None, *ended, summary.waived, summary.baselined], Tone.TOTAL)
    columns = [
        contents.column("rule"),
        contents.column("rule_title", Kind.LONG),
        contents.column("severity"),
        *(contents.column(name, Kind.COUNT) for name in _OUTCOMES),
        *(contents.column(answered, Kind.COUNT) for answered in _ANSWERED),
    ]
    sheet.fill(columns, rows, [total])


def _outcomes(report: Report) -> Counts:
    """Each rule counts once a note, at the gravest of its places; as waived or baselined where all of them are."""
    gravest: dict[tuple[str, str, str], Ended] = {}
    for finding in report.findings:
        key = (finding.rule, finding.note, finding.path)
        ended: Ended = "waived" if finding.waiver else "baselined" if finding.baselined else finding.outcome
        gravest[key] = min(ended, gravest.get(key, ended), key=_GRAVEST_FIRST.index)
    return Counter((rule, outcome) for (rule, _, _), outcome in gravest.items())


def _told(contents: Contents) -> Mapping[str, tuple[str, str | None]]:
    """Title and severity of each rule."""
    found = {
        finding.rule: (finding.title or finding.name, _severity(finding.severity, contents))
        for finding in contents.report.findings
    }
    known = {
        rule.id: (
            rule.file.title.spoken(contents.setting.language),
            _severity(rule.file.severity, contents),
        )
        for rule in contents.setting.rules
    }
    return found | known


def _severity(severity: Severity | None, contents: Contents) -> str | None:
    return Standing[severity.name].word(contents.wording) if severity else None
