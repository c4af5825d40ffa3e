"""The tree of one rule and one combination of facts: its conditions, then where their values stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.catalogue import wording
from grantcheck.report.condition_lines import ConditionLines
from grantcheck.report.explanation_words import ExplanationWords, explanation_words
from grantcheck.report.layout import Lines
from grantcheck.report.standing import Standing
from grantcheck.report.visible import around_mark, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from grantcheck.model.evidence import Evidence
    from grantcheck.model.explanation import Explanation, Part, Reasoning, Source
    from grantcheck.model.outcome import Severity
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording

_INDENT = 2
_PLACES = 3
_EXCERPT_LINES = 2


@dataclass(frozen=True)
class ExplanationBlock:
    """Prints explanations at one width, in one language."""

    width: int
    language: Language
    indent: int = _INDENT

    def reasoning(self, told: Reasoning, *, silent_only: bool = False) -> Iterator[Text]:
        """Every listed combination, then what is not listed; `silent_only` leaves out conditions that are true."""
        for explanation in told.explanations:
            yield Text()
            yield from self.lines(explanation, silent_only=silent_only)
        yield from self._unlisted(told)

    def lines(self, explanation: Explanation, *, silent_only: bool = False) -> Iterator[Text]:
        """The outcome, the conditions under their headings, and the places of the values."""
        outcome = self._words.outcomes[explanation.outcome].upper()
        yield Text(f"{' ' * self.indent}{outcome}  {explanation.fingerprint}", style="bold")
        parts = explanation.parts
        shown = [part for part in parts if part.step.truth is not True] if silent_only else parts
        for (role, severity), same in groupby(shown, key=lambda part: (part.role, part.severity)):
            yield from self._part(self._heading(role, severity), list(same))
        yield from self._left_out(len(parts) - len(shown))
        yield Text(f"{' ' * self.indent}{self._own.values}", style="cyan")
        for source in explanation.sources:
            yield from self._source(source)

    def _part(self, heading: str, parts: Sequence[Part]) -> Iterator[Text]:
        value = _any(parts) if parts[0].role == "broken_when" else _all(parts)
        yield Text(f"{' ' * self.indent}{heading}: {self._own.truths[value]}", style="cyan")
        lines = ConditionLines(self.width, self._words, self._own)
        for part in parts:
            yield from lines.lines(part.step, self.indent + _INDENT)

    def _heading(self, role: str, severity: Severity | None) -> str:
        headings = {
            "applies_when": self._words.applies_when,
            "needs": self._words.needs,
            "noted_when": self._words.noted_when,
            "broken_when": self._words.broken_when,
        }
        if severity is None:
            return headings[role]
        return f"{headings[role]} ({Standing[severity.name].word(self._words)})"

    def _left_out(self, count: int) -> Iterable[Text]:
        if count == 0:
            return []
        form = self._own.one_other_true if count == 1 else self._own.others_true
        return Lines(self.width).indented(Text(form.format(count=count), style="dim"), self.indent)

    def _source(self, source: Source) -> Iterator[Text]:
        page, at = Lines(self.width), self.indent + _INDENT
        yield from page.indented(Text(f"[{source.alias}] {source.means}"), at)
        for evidence in source.evidence[:_PLACES]:
            yield from page.indented(Text(visible(_where(evidence)), style="dim"), at + _INDENT)
            yield from page.indented(self._excerpt(evidence, at), at + _INDENT)
        more = len(source.evidence) - _PLACES
        rest = self._own.no_place if not source.evidence else self._own.more_places.format(count=more)
        if not source.evidence or more > 0:
            yield from page.indented(Text(rest, style="dim"), at + _INDENT)

    def _excerpt(self, evidence: Evidence, at: int) -> Text:
        limit = (self.width - at) * _EXCERPT_LINES
        before, figure, after = around_mark(evidence.text, evidence.mark, limit)
        return Text(f"{before}»{figure}«{after}" if figure else before)

    def _unlisted(self, told: Reasoning) -> Iterator[Text]:
        said = [self._own.absent.format(kinds=", ".join(told.absent))] if told.absent else []
        said += [self._own.further.format(count=told.further)] if told.further else []
        said += [self._own.unseen.format(count=told.unseen)] if told.unseen else []
        for sentence in said:
            yield Text()
            yield from Lines(self.width).indented(Text(sentence), self.indent)

    @property
    def _words(self) -> Wording:
        return wording(self.language)

    @property
    def _own(self) -> ExplanationWords:
        return explanation_words(self.language)


def _all(parts: Sequence[Part]) -> bool | None:
    """The truth of lines that must all be true; a need that is missing leaves the rule undecided."""
    values = [part.step.truth or (None if part.role == "needs" else part.step.truth) for part in parts]
    return False if False in values else None if None in values else True


def _any(parts: Sequence[Part]) -> bool | None:
    """The truth of several ways to break a rule."""
    values = [part.step.truth for part in parts]
    return True if True in values else None if None in values else False


def _where(evidence: Evidence) -> str:
    named = evidence.path is None or evidence.path in evidence.place
    return evidence.place if named else f"{evidence.path}, {evidence.place}"
