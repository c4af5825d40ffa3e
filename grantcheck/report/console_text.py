"""The console report: what a finance controller reads and acts on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.by_note import by_note
from grantcheck.report.catalogue import wording
from grantcheck.report.counts import count_line, unread_line
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
        for headings, findings in by_note(report):
            yield from block.lines(headings, findings)
            yield Text("─" * self.page.width, style="dim")
        yield from Lines(self.page.width).indented(count_line(report, words), 0)
        unread = unread_line(report, words)
        if unread:
            yield from Lines(self.page.width).indented(unread, 0)
