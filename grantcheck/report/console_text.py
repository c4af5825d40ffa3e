"""The console report: what a finance controller reads and acts on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.report import NoteHeading
from grantcheck.report.catalogue import wording
from grantcheck.report.counts import count_line, unread_line
from grantcheck.report.layout import Lines
from grantcheck.report.note_block import NoteBlock
from grantcheck.report.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language

Key = tuple[str, str]


@dataclass(frozen=True)
class ConsoleText:
    """Renders a report for a terminal, a pipe or a log."""

    page: Page
    language: Language

    def rendered(self, shown: Report) -> str:
        """The report as text."""
        return self.page.printed(self.lines(shown))

    def lines(self, report: Report) -> Iterator[Text]:
        """The report line by line."""
        words = wording(self.language)
        block = NoteBlock(self.page.width, words, self.language, self.page.coloured)
        for headings, findings in _grouped(report):
            yield from block.lines(headings, findings)
            yield Text("─" * self.page.width, style="dim")
        yield from Lines(self.page.width).indented(count_line(report, words), 0)
        unread = unread_line(report, words)
        if unread:
            yield from Lines(self.page.width).indented(unread, 0)


def _grouped(report: Report) -> list[tuple[list[NoteHeading], list[Finding]]]:
    """Notes in the order of the report, each with its findings; findings about no listed note come last."""
    groups: dict[Key, tuple[list[NoteHeading], list[Finding]]] = {}
    for heading in report.notes:
        groups.setdefault((heading.note, heading.path), ([], []))[0].append(heading)
    for finding in report.findings:
        key = (finding.note, finding.path)
        groups.setdefault(key, ([_bare_heading(*key)], []))[1].append(finding)
    return list(groups.values())


def _bare_heading(note: str, path: str) -> NoteHeading:
    return NoteHeading(note=note, path=path, title=None, subtitle=None, department=None, budget_year=None)
