"""A table with a row for each finding: RFC 4180 for programs, another dialect for Excel."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from grantcheck.model.outcome import Severity
from grantcheck.report.by_note import full_title
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.inert_cell import inert_cell
from grantcheck.report.formats.spot import spot
from grantcheck.report.standing import Standing

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import NoteHeading, Report
    from grantcheck.model.text import Language

Cell = str | int | None
Titles = dict[tuple[str, str], "NoteHeading"]

_TURNED_OFF = "turned_off"
"""Stands for an outcome in the row of a rule that an office turned off."""
BYTE_ORDER_MARK = "\ufeff"


class CsvTable:
    """Renders findings as comma-separated values for programs: names and outcomes as in JSON."""

    def rendered(self, shown: Report) -> str:
        """The table, lines ending in CR LF."""
        return _written(shown, list(_COLUMNS), ",", {})


@dataclass(frozen=True)
class CsvForExcel:
    """The same table as a Danish Excel opens it: byte order mark, semicolons, words of the language."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """The table with a byte order mark."""
        words = wording(self.language)
        names = [words.columns[name] for name in _COLUMNS]
        said = (
            words.outcomes
            | {_TURNED_OFF: words.is_turned_off}
            | {each.value: Standing[each.name].word(words) for each in Severity}
        )
        return BYTE_ORDER_MARK + _written(shown, names, ";", said)


def _written(report: Report, names: list[str], delimiter: str, words: Mapping[str, str]) -> str:
    """The table; outcomes and severities are said in `words`, or stand as they are."""
    titles = {(heading.note, heading.path): heading for heading in report.notes}
    stream = StringIO(newline="")
    table = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(names)
    for finding in report.findings:
        cells = {name: cell(finding, titles) for name, cell in _COLUMNS.items()}
        for name in ("outcome", "severity"):
            cells[name] = words.get(str(cells[name]), cells[name])
        table.writerow([inert_cell(cell) if isinstance(cell, str) else cell for cell in cells.values()])
    for off in report.rules.off:
        own = {"path": off.source, "rule": off.rule, "rule_title": off.name, "message": off.reason}
        own["outcome"] = words.get(_TURNED_OFF, _TURNED_OFF)
        table.writerow([inert_cell(own.get(name, "")) for name in _COLUMNS])
    return stream.getvalue()


def _title(finding: Finding, titles: Titles) -> str:
    heading = titles.get((finding.note, finding.path))
    return full_title(heading) if heading else ""


def _place(finding: Finding) -> str:
    return finding.evidence[0].place if finding.evidence else ""


def _amount(finding: Finding, role: str) -> int | None:
    """The first amount of that side, in whole kroner."""
    return next((side.amount for side in finding.evidence if side.role == role), None)


_COLUMNS: Mapping[str, Callable[[Finding, Titles], Cell]] = {
    "note": lambda finding, _: finding.note,
    "note_title": _title,
    "path": lambda finding, _: finding.path,
    "line": lambda finding, _: spot(finding).line,
    "place": lambda finding, _: _place(finding),
    "rule": lambda finding, _: finding.rule,
    "rule_title": lambda finding, _: finding.title or finding.name,
    "outcome": lambda finding, _: finding.outcome.value,
    "severity": lambda finding, _: finding.severity.value if finding.severity else None,
    "message": lambda finding, _: finding.message,
    "asked": lambda finding, _: _amount(finding, "request"),
    "granted_before": lambda finding, _: _amount(finding, "prior"),
    "calculation": lambda finding, _: "; ".join(finding.calculation),
    "fix": lambda finding, _: finding.fix,
    "fingerprint": lambda finding, _: finding.fingerprint,
    "waived_until": lambda finding, _: finding.waiver.expires if finding.waiver else None,
    "waiver_reason": lambda finding, _: finding.waiver.reason if finding.waiver else None,
    "case_number": lambda finding, _: finding.waiver.case_number if finding.waiver else None,
    "baselined": lambda finding, _: int(finding.baselined),
}
