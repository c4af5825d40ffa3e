"""A finding in the console report: what is wrong, both sides of it, the arithmetic, the remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePath
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from grantcheck.report.explanation_block import ExplanationBlock
from grantcheck.report.layout import Lines
from grantcheck.report.standing import Standing, standing
from grantcheck.report.visible import around_mark, shortened, visible
from grantcheck.report.waiver_words import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

INDENT = 2
LABELS = 15
"""The column in which the parts of a finding begin."""

_READING_WIDTH = 100
_SIDE_BY_SIDE = 120
_MESSAGE_LIMIT = 2_000
_TITLE_LIMIT = 200
_EXCERPT_LINES = 3
_EVIDENCE_LIMIT = 6
_TO_COME = "bold cyan"
_UNVERIFIED_LIMIT = 3
"""So many places that could not be verified are told in full; of the others only where they are."""
_LABELLED = re.compile(r"^([^:=×]{1,48}): (.+)$")
_AMOUNT = re.compile(r"^−?\d[\d .]*(?:,\d+)? kr\.")


@dataclass(frozen=True)
class FindingBlock:
    """Prints findings at one width, in one language, with or without colour."""

    width: int
    words: Wording
    language: Language
    coloured: bool
    """Whether a figure can be marked by style; otherwise it stands between » and «."""

    def lines(self, alike: Sequence[Finding]) -> Iterator[Text]:
        """Findings of one rule and standing in full: one headline, and one remedy where all share it."""
        yield from self.headline(alike[0], len(alike))
        told, rest = _told_in_full(alike)
        for finding, following in zip_longest(told, told[1:]):
            yield from self._body(finding)
            if following is None:
                yield from self._further_places(rest)
            if following is None or following.fix != finding.fix:
                yield from self._fix(finding.fix)
            yield from self.trace(finding)
            if following is not None:
                yield Text()

    def trace(self, finding: Finding) -> Iterator[Text]:
        """The conditions behind the finding, where they were asked for."""
        if finding.trace is not None:
            yield from ExplanationBlock(self.width, self.language, INDENT).reasoning(finding.trace)

    def forthcoming(self, finding: Forthcoming) -> Iterator[Text]:
        """What a rule will find that is not in force yet: when, then as any other finding."""
        label = Text(f"» {visible(finding.rule)} {self.words.forthcoming}", style=_TO_COME)
        title = Text(shortened(visible(finding.title or finding.name), _TITLE_LIMIT), style="bold")
        yield from Lines(self.width).indented(Text.assemble(label, "  ", title), 0)
        yield from self._reading.indented(Text(visible(finding.notice)), INDENT)
        yield from self._body(finding)
        yield from self._fix(finding.fix)

    def _further_places(self, findings: Sequence[Finding]) -> Iterator[Text]:
        if not findings:
            return
        places = "; ".join(visible(finding.evidence[0].place) for finding in findings if finding.evidence)
        text = Text(self.words.further_places.format(count=len(findings), places=places))
        yield Text()
        yield from self._reading.indented(text, INDENT)

    def _body(self, finding: Finding) -> Iterator[Text]:
        if finding.message:
            message = Text(shortened(visible(finding.message), _MESSAGE_LIMIT))
            yield from self._reading.indented(message, INDENT)
        yield from self._sides(finding)
        if finding.calculation:
            yield from self._calculation(finding.calculation)
        if finding.waiver is not None:
            answer = Text(shortened(answer_of(finding, self.words), _MESSAGE_LIMIT))
            yield from self._reading.beside(self._label(self.words.waiver), answer, LABELS)

    def _fix(self, fix: str) -> Iterator[Text]:
        if fix:
            text = Text(shortened(visible(fix), _MESSAGE_LIMIT))
            yield from self._reading.beside(self._label(self.words.fix), text, LABELS)

    @property
    def _reading(self) -> Lines:
        """Sentences are set narrower than a wide page, so that the eye finds the next line."""
        return Lines(min(self.width, _READING_WIDTH))

    def headline(self, finding: Finding, count: int = 1) -> list[Text]:
        """Mark, rule, standing and title; for a check that holds this is all."""
        stands = standing(finding)
        label = Text(f"{stands.mark} {visible(finding.rule)} {stands.word(self.words)}", style=stands.style)
        title = Text(shortened(visible(finding.title or finding.name), _TITLE_LIMIT))
        if stands.in_full:
            title.stylize("bold")
        if stands in {Standing.BASELINED, Standing.NOT_APPLICABLE}:
            title.stylize("dim")
        if count > 1:
            title.append(" " + self.words.times.format(count=count))
        return Lines(self.width).indented(Text.assemble(label, "  ", title), 0)

    def _label(self, word: str) -> Text:
        return Text(" " * INDENT + word, style="cyan")

    def _sides(self, finding: Finding) -> Iterator[Text]:
        """The evidence; on a wide page each excerpt stands beside its place."""
        file = PurePath(finding.path).name
        shown = finding.evidence[:_EVIDENCE_LIMIT]
        places = [Text(visible(_place(each, file)), style="dim") for each in shown]
        excerpts = [Text() if each.text == finding.path else self._excerpt(each) for each in shown]
        column = LABELS + 2 + max((cell_len(place.plain) for place in places), default=0)
        longest = max((cell_len(excerpt.plain) for excerpt in excerpts), default=0)
        beside = self.width >= _SIDE_BY_SIDE and column + longest <= self.width
        page = Lines(self.width)
        for evidence, place, excerpt in zip(shown, places, excerpts, strict=True):
            label = self._label(self.words.roles.get(evidence.role, visible(evidence.role)))
            if beside:
                start = Text.assemble(label, " " * (LABELS - cell_len(label.plain)), place)
                yield from page.beside(start, excerpt, column)
                continue
            yield from page.beside(label, place, LABELS)
            if excerpt.plain:
                yield from page.indented(excerpt, LABELS)
        if hidden := len(finding.evidence) - len(shown):
            yield from page.indented(Text(self.words.more_evidence.format(count=hidden), style="dim"), LABELS)

    def _excerpt(self, evidence: Evidence) -> Text:
        before, figure, after = around_mark(
            evidence.text, evidence.mark, (self.width - LABELS) * _EXCERPT_LINES
        )
        if not figure:
            return Text(before)
        marked = Text(figure, style="bold underline") if self.coloured else Text(f"»{figure}«")
        return Text.assemble(before, marked, after)

    def _calculation(self, steps: Sequence[str]) -> Iterator[Text]:
        label = self._label(self.words.calculation)
        for step in aligned([visible(step) for step in steps]):
            yield from Lines(self.width).beside(label, Text(step), LABELS)
            label = Text()


def aligned(steps: Sequence[str]) -> list[str]:
    """Calculation steps such as "asked: 205 000 kr." with their amounts under each other; the rest as it is.

    >>> aligned(["asked: 205 000 kr.", "difference: −5 740 kr. (−2.7 %)"])
    ['asked:      205 000 kr.', 'difference:  −5 740 kr. (−2.7 %)']
    """
    found = [_labelled_amount(step) for step in steps]
    names = max((len(each[1]) for each in found if each), default=0)
    amounts = max((_amount_length(each[2]) for each in found if each), default=0)
    return [
        f"{each[1] + ':':<{names + 1}} {' ' * (amounts - _amount_length(each[2]))}{each[2]}" if each else step
        for step, each in zip(steps, found, strict=True)
    ]


def _labelled_amount(step: str) -> re.Match[str] | None:
    found = _LABELLED.match(step)
    return found if found and _AMOUNT.match(found[2]) else None


def _amount_length(value: str) -> int:
    found = _AMOUNT.match(value)
    return len(found.group()) if found else 0


def _place(evidence: Evidence, file: str) -> str:
    """The place with its file; what stands in another file names it itself."""
    return evidence.place if evidence.path or file in evidence.place else f"{file}, {evidence.place}"


def _told_in_full(alike: Sequence[Finding]) -> tuple[Sequence[Finding], Sequence[Finding]]:
    """The findings that are told in full, and those of which only the place is."""
    if standing(alike[0]) is not Standing.NOT_VERIFIABLE or any(each.trace for each in alike):
        return alike, ()
    return alike[:_UNVERIFIED_LIMIT], alike[_UNVERIFIED_LIMIT:]
