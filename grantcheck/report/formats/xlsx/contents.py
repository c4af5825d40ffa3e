"""What every sheet is made from: the report, its words, and where things stand in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from grantcheck.report.by_note import by_note
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.xlsx.words import sheet_words
from grantcheck.report.selection import findings_only
from grantcheck.report.spreadsheet.columns import Column, Kind, Link, Tone
from grantcheck.report.spreadsheet.links import cell_link, file_link
from grantcheck.report.standing import Standing, standing

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.report.by_note import Group
    from grantcheck.report.formats.setting import Setting
    from grantcheck.report.formats.xlsx.words import SheetWords
    from grantcheck.report.wording import Wording

TONES = {
    Standing.ERROR: Tone.ERROR,
    Standing.WARNING: Tone.WARNING,
    Standing.NOT_VERIFIABLE: Tone.OPEN,
    Standing.NOTE: Tone.NOTE,
}


@dataclass(frozen=True)
class Contents:
    """The report in all its checks, and the surroundings of the workbook."""

    report: Report
    setting: Setting

    @property
    def words(self) -> SheetWords:
        """The words of the sheets."""
        return sheet_words(self.setting.language)

    @property
    def wording(self) -> Wording:
        """The words of all reports."""
        return wording(self.setting.language)

    @cached_property
    def groups(self) -> list[Group]:
        """Notes with what was found about them, in the order of the sheet of notes."""
        return by_note(findings_only(self.report))

    @cached_property
    def findings(self) -> list[Finding]:
        """What was found, by note, the gravest first, and behind it what is to come."""
        return [
            finding
            for _, found, to_come in self.groups
            for finding in (*sorted(found, key=lambda one: (standing(one).rank, one.rule)), *to_come)
        ]

    def column(self, name: str, kind: Kind = Kind.TEXT, width: int | None = None, **filled: object) -> Column:
        """The column of that name."""
        return Column(self.words.columns[name].format(**filled), kind, width)

    def note(self, note: str, path: str) -> str | Link:
        """A note's name, linked to its row on the sheet of notes."""
        row = self._note_rows.get((note, path))
        return Link(note, cell_link(self.words.notes, row)) if row else note

    def note_named(self, name: str) -> str | Link:
        """A note by its name alone; linked where one note only has it."""
        paths = [path for note, path in self._note_rows if note == name]
        return self.note(name, paths[0]) if len(paths) == 1 else name

    def rule(self, rule: str) -> str | Link:
        """A rule's number, linked to its row on the sheet of checks."""
        row = self._rule_rows.get(rule)
        return Link(rule, cell_link(self.words.checks, row)) if row else rule

    def file(self, path: str) -> str | Link:
        """A file that was read, linked by its place from the workbook; whatever else is a path stays text."""
        if path not in self._inputs:
            return path
        target = file_link(self.setting.checkout.folder / path, self.setting.folder)
        return Link(path, target) if target else path

    @cached_property
    def rules(self) -> Sequence[str]:
        """The rules in force, and others that something was found by, in the order of the sheet of checks."""
        known = [rule.id for rule in self.setting.rules]
        return [*known, *sorted({finding.rule for finding in self.report.findings} - set(known))]

    @cached_property
    def _inputs(self) -> frozenset[str]:
        return frozenset(entry.path for entry in self.report.inputs)

    @cached_property
    def _rule_rows(self) -> dict[str, int]:
        return {rule: number for number, rule in enumerate(self.rules, start=2)}

    @cached_property
    def _note_rows(self) -> dict[tuple[str, str], int]:
        rows: dict[tuple[str, str], int] = {}
        number = 2
        for headings, _, _ in self.groups:
            rows[headings[0].note, headings[0].path] = number
            number += len(headings)
        return rows
