"""The report as it would be told: no boxes, no signs to decipher, one sentence a fact. For screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.amounts import folded
from grantcheck.report.by_note import by_note, full_title
from grantcheck.report.catalogue import wording
from grantcheck.report.closing import closing_lines
from grantcheck.report.counts import count_line
from grantcheck.report.layout import on_one_line
from grantcheck.report.standing import standing
from grantcheck.report.visible import around_mark, shortened, visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.report import NoteHeading, Report
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_LIMIT = 2_000
_EXCERPT = 400
_SENTENCE_ENDS = (".", "!", "?")
_YEARS = re.compile(r"(?<=\d{4})[–-](?=\d{4})")
_MINUS = re.compile(r"(?<![\w.,])-(?=\d)")
_QUOTES = str.maketrans(dict.fromkeys("»«“”", '"'))
_CELLS = re.compile(r" ?\| ?")


@dataclass(frozen=True)
class Narration:
    """Renders a report as sentences, each on a line of its own; the counts come first."""

    language: Language

    def rendered(self, shown: Report) -> str:
        """The sentences, a blank line before each note and each finding."""
        return "\n".join(self._sentences(shown)) + "\n"

    def _sentences(self, report: Report) -> Iterator[str]:
        words = wording(self.language)
        yield self._said(on_one_line(count_line(report, words)))
        for line in closing_lines(report, words):
            yield self._said(on_one_line(line))
        for headings, findings, to_come in by_note(report):
            for heading in headings:
                yield ""
                yield from self._note(heading, words)
            yield from self._findings(findings, to_come, words)

    def _note(self, heading: NoteHeading, words: Wording) -> Iterator[str]:
        known = heading.note != heading.path
        if known:
            title = shortened(full_title(heading) or words.untitled, _LIMIT)
            yield self._said(words.told_note.format(note=heading.note, title=title))
        if heading.department:
            yield self._said(words.told_department.format(department=heading.department))
        if heading.budget_year:
            yield self._said(words.told_budget.format(year=heading.budget_year))
        yield _ended(words.told_file.format(path=visible(heading.path)))
        if known or heading.asked:
            asked = folded(heading.asked, words, self.language) or words.no_amount_read
            granted = folded(heading.granted, words, self.language) or words.none_granted
            yield self._said(f"{words.asks_for}: {asked}")
            yield self._said(f"{words.granted_before}: {granted}")

    def _findings(
        self, findings: Sequence[Finding], to_come: Sequence[Forthcoming], words: Wording
    ) -> Iterator[str]:
        ordered = sorted(findings, key=lambda each: (standing(each).rank, each.rule))
        in_full = [each for each in ordered if standing(each).in_full]
        if not in_full:
            yield self._said(words.nothing_to_report)
        for number, finding in enumerate(in_full, start=1):
            yield ""
            yield self._said(words.told_finding.format(number=number, count=len(in_full)))
            yield self._headline(finding, standing(finding).word(words))
            yield from self._body(finding, words)
        for one in to_come:
            yield ""
            yield self._headline(one, words.forthcoming)
            yield self._said(one.notice)
            yield from self._body(one, words)
        for finding in ordered:
            if not standing(finding).in_full:
                yield self._headline(finding, standing(finding).word(words))

    def _headline(self, finding: Finding, stands: str) -> str:
        title = shortened(finding.title or finding.name, _LIMIT)
        return self._said(f"{stands}, {wording(self.language).rule} {finding.rule}: {title}")

    def _body(self, finding: Finding, words: Wording) -> Iterator[str]:
        if finding.message:
            yield self._said(shortened(finding.message, _LIMIT))
        for side in finding.evidence:
            yield from self._side(side, finding.path, words)
        for step in finding.calculation:
            yield self._said(f"{words.calculation}: {step}")
        if finding.fix:
            yield self._said(f"{words.fix}: {shortened(finding.fix, _LIMIT)}")
        if answer := answer_of(finding, words):
            yield _ended(shortened(answer, _LIMIT))

    def _side(self, side: Evidence, path: str, words: Wording) -> Iterator[str]:
        role = words.roles.get(side.role, side.role)
        if side.text == path:
            yield self._said(f"{role}, {side.place}")
            return
        before, figure, after = around_mark(side.text, side.mark, _EXCERPT)
        yield self._said(f"{role}, {side.place}: {before}{figure}{after}")
        if figure.strip():
            yield self._said(words.told_figure.format(figure=figure))

    def _said(self, text: str) -> str:
        """A sentence without signs: "−" is "minus", "2026–2029" is "2026 to 2029", cells are set off by commas."""
        words = wording(self.language)
        told = _CELLS.sub(", ", _YEARS.sub(f" {words.to} ", visible(text)))
        told = _MINUS.sub("−", told).translate(_QUOTES)
        for sign, name in words.signs.items():
            told = told.replace(sign, f" {name} ")
        return _ended(" ".join(told.split()).replace(" ,", ","))


def _ended(text: str) -> str:
    capital = text[:1].upper() + text[1:]
    return capital if capital.endswith(_SENTENCE_ENDS) else f"{capital}."
