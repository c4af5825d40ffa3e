"""The answers of `explain` and `why-not`, as text and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.outcome import Outcome
from grantcheck.report.catalogue import wording
from grantcheck.report.explanation_block import ExplanationBlock
from grantcheck.report.explanation_words import explanation_words
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.explanation import Explained
    from grantcheck.model.text import Language

_INDENT = 2
_FIRED = frozenset({Outcome.BROKEN, Outcome.NOTED})


@dataclass(frozen=True)
class ExplanationText:
    """Renders answers for a terminal, a pipe or a log."""

    page: Page
    language: Language
    why_not: bool = False
    """Whether the question was why the rule did not fire: conditions that are true are then only counted."""

    def rendered(self, shown: Sequence[Explained]) -> str:
        """The answers under each other."""
        return self.page.printed(line for each in shown for line in self._lines(each))

    def _lines(self, each: Explained) -> Iterator[Text]:
        words, own = wording(self.language), explanation_words(self.language)
        place = visible(each.path if each.note == each.path else f"{each.note}, {each.path}")
        heading = f"{each.rule}  {each.title} – {words.outcomes[each.outcome]}"
        yield from self._lined.indented(Text(heading, style="bold"), 0)
        yield from self._lined.indented(Text(place, style="dim"), 0)
        if each.outside is not None and each.fault is None:
            yield from self._said(own.as_if.format(why=each.outside))
        if each.fault is not None:
            yield from self._said(own.fault.format(why=visible(each.fault)))
        elif each.by_program:
            yield from self._said(words.reported_by_program)
        elif self.why_not and each.outcome in _FIRED:
            yield from self._said(own.fired.format(command=f"grantcheck explain {each.rule}"))
        elif each.reasoning.explanations and (self.why_not or each.outcome is Outcome.NOT_APPLICABLE):
            yield from self._said(own.nearest)
        block = ExplanationBlock(self.page.width, self.language)
        yield from block.reasoning(each.reasoning, silent_only=self.why_not)
        yield Text("─" * self.page.width, style="dim")

    def _said(self, sentence: str) -> list[Text]:
        return self._lined.indented(Text(sentence), _INDENT)

    @property
    def _lined(self) -> Lines:
        return Lines(self.page.width)


class ExplanationJson:
    """Renders answers as JSON."""

    def rendered(self, shown: Sequence[Explained]) -> str:
        """An object with the list of answers."""
        return json_of(
            {"schema_version": 1, "explanations": [each.model_dump(mode="json") for each in shown]}
        )
