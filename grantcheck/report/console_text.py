"""The console report: what a finance controller reads and acts on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.by_note import by_note
from grantcheck.report.catalogue import wording
from grantcheck.report.closing import closing_lines
from grantcheck.report.counts import count_line
from grantcheck.report.layout import Lines
from grantcheck.report.note_block import NoteBlock
from grantcheck.report.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.report import Report
    from grantcheck.model.text import Language


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
        for headings, findings, to_come in by_note(report):
            yield from block.lines(headings, findings, to_come)
            yield Text("─" * self.page.width, style="dim")
        yield from Lines(self.page.width).indented(count_line(report, words), 0)
        for line in closing_lines(report, words):
            yield from Lines(self.page.width).indented(line, 0)
