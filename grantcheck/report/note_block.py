"""One note in the console report: its heading, then its findings, the gravest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.amounts import folded
from grantcheck.report.by_note import full_title
from grantcheck.report.finding_block import INDENT, FindingBlock
from grantcheck.report.layout import Lines
from grantcheck.report.standing import standing
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.report import NoteHeading
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_TITLE_LIMIT = 300
_AMOUNTS = 17
"""The column in which the amounts of the heading begin."""


@dataclass(frozen=True)
class NoteBlock:
    """Prints a note at one width, in one language."""

    width: int
    words: Wording
    language: Language
    coloured: bool

    def lines(
        self,
        headings: Sequence[NoteHeading],
        findings: Sequence[Finding],
        to_come: Sequence[Forthcoming] = (),
    ) -> Iterator[Text]:
        """Headings that share a code, what was found about them, and what rules to come will find."""
        for heading in headings:
            yield from self.heading(heading)
            if heading.note != heading.path or heading.asked:
                yield from self._amounts(heading)
        ordered = sorted(findings, key=lambda each: (standing(each).rank, each.rule))
        block = FindingBlock(self.width, self.words, self.language, self.coloured)
        in_full = [each for each in ordered if standing(each).in_full]
        if not in_full:
            yield Text()
            yield Text(" " * INDENT + self.words.nothing_to_report, style="green")
        for _, same in groupby(in_full, key=lambda each: (standing(each), each.rule, each.title)):
            yield Text()
            yield from block.lines(list(same))
        for one in to_come:
            yield Text()
            yield from block.forthcoming(one)
        in_brief = [each for each in ordered if not standing(each).in_full]
        if in_brief:
            yield Text()
        for _, same in groupby(in_brief, key=lambda each: (each.rule, each.outcome)):
            alike = list(same)
            yield from block.headline(alike[0], len(alike))
            for each in alike:
                yield from block.trace(each)

    def heading(self, heading: NoteHeading) -> Iterator[Text]:
        """Code, title, department, budget year and file."""
        page = Lines(self.width)
        title = shortened(visible(full_title(heading) or self.words.untitled), _TITLE_LIMIT)
        known = heading.note != heading.path
        name = f"{visible(heading.note)}  {title}" if known else visible(heading.path)
        yield from page.indented(Text(name, style="bold"), 0)
        origin = self._origin(heading)
        if origin:
            yield from page.indented(Text(origin, style="dim"), 0)

    def _origin(self, heading: NoteHeading) -> str:
        year = heading.budget_year
        parts = (
            visible(heading.department or ""),
            self.words.budget.format(year=year) if year else "",
            visible(heading.path) if heading.note != heading.path else "",
        )
        return ", ".join(part for part in parts if part)

    def _amounts(self, heading: NoteHeading) -> Iterator[Text]:
        asked = folded(heading.asked, self.words, self.language) or self.words.no_amount_read
        granted = folded(heading.granted, self.words, self.language) or self.words.none_granted
        page = Lines(self.width)
        yield from page.beside(Text(self.words.asks_for, style="cyan"), Text(asked), _AMOUNTS)
        yield from page.beside(Text(self.words.granted_before, style="cyan"), Text(granted), _AMOUNTS)
