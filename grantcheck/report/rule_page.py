"""The documentation of one rule, from its file: what it says, why, when it applies, what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.catalogue import wording
from grantcheck.report.finding_block import INDENT
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.parameter_lines import parameter_lines
from grantcheck.report.rule_tables import table_heading, table_policy, table_rows
from grantcheck.report.sentences import Sentences
from grantcheck.report.severity import severity_style, severity_word
from grantcheck.report.standing import Standing
from grantcheck.report.visible import visible
from grantcheck.rules.condition import All

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grantcheck.model.text import Language
    from grantcheck.model.text import Text as Sentence
    from grantcheck.report.wording import Wording
    from grantcheck.rules.rule import Branch, OffRule, Rule
    from grantcheck.rules.schema import RuleTest
    from grantcheck.rules.vocabulary import Vocabulary

_READING_WIDTH = 100
_BULLET = "  -"


@dataclass(frozen=True)
class RulePage:
    """Renders a rule for a terminal, a pipe or a log."""

    page: Page
    language: Language
    vocabulary: Vocabulary
    off: OffRule | None = None
    """Where the rule was turned off."""

    def rendered(self, shown: Rule) -> str:
        """The documentation as text."""
        return self.page.printed(self._lines(shown))

    @property
    def _words(self) -> Wording:
        return wording(self.language)

    def _lines(self, rule: Rule) -> Iterator[Text]:
        words = self._words
        yield Text.assemble((rule.id, "bold"), "  ", (self._said(rule.file.title), "bold"))
        severity = Text(severity_word(rule, words), style=severity_style(rule))
        yield Text.assemble((rule.file.name, "dim"), ", ", severity)
        if self.off:
            heading = words.is_off.format(source=visible(self.off.place))
            yield from self._section(heading, [self.off.reason])
        yield from self._section(words.why, [self._said(rule.file.rationale)])
        yield from self._section(words.reference, [rule.file.reference])
        if not rule.file.waivable:
            yield from self._section(words.waiver, [words.never_waived])
        if rule.file.effective:
            yield from self._section(words.effective, [self._said(rule.file.effective.span)])
        yield from self._section(words.parameters, parameter_lines(rule, self.language))
        yield from self._conditions(rule)
        for table in rule.tables:
            lines = [table_policy(table, self.language), *table_rows(table)]
            yield from self._section(table_heading(table, self.language), lines)
        if rule.file.message:
            yield from self._section(words.message, [self._said(rule.file.message)])
        if rule.file.unverified:
            yield from self._section(words.unverified, [self._said(rule.file.unverified)])
        yield from self._section(
            words.calculation_heading, [self._said(step) for step in rule.file.calculation]
        )
        yield from self._section(words.fix_heading, [self._said(rule.file.fix)])
        yield from self._section(words.tests, [self._test(test) for test in rule.file.tests])

    def _conditions(self, rule: Rule) -> Iterator[Text]:
        words = self._words
        if rule.file.reported_by_program:
            yield from self._section(words.applies_when, [words.reported_by_program])
            return
        sentences = Sentences(rule.file.facts, self.vocabulary, words, self.language)
        yield from self._section(words.applies_when, sentences.parts(rule.applies) or [words.always])
        yield from self._section(words.needs, [sentences.named(field) for field in rule.needs])
        if rule.is_observation:
            yield from self._section(words.noted_when, sentences.parts(rule.noted) or [words.always])
        if not rule.branches:
            return
        yield from self._heading(words.broken_when)
        for branch in rule.branches:
            yield from self._branch(branch, sentences, alone=len(rule.branches) == 1)

    def _branch(self, branch: Branch, sentences: Sentences, *, alone: bool) -> Iterator[Text]:
        condition = branch.when if isinstance(branch.when, All) else All((branch.when,))
        stands = Standing[branch.severity.name]
        said = Text(visible(self._words.all_of.join(sentences.parts(condition))))
        if alone:
            yield from self._reading.indented(said, INDENT)
            return
        yield Text(f"{' ' * INDENT}{stands.mark} {stands.word(self._words)}", style=stands.style)
        yield from self._reading.indented(said, INDENT * 2)
        message = Text(visible(self._said(branch.message)), style="dim")
        yield from self._reading.indented(message, INDENT * 2)

    def _test(self, test: RuleTest) -> str:
        severity = f" ({Standing[test.severity.name].word(self._words)})" if test.severity else ""
        return f"{test.named(self.language)} → {self._words.outcomes[test.outcome]}{severity}"

    def _section(self, heading: str, paragraphs: Iterable[str]) -> Iterator[Text]:
        shown = list(paragraphs)
        if not shown:
            return
        yield from self._heading(heading)
        for paragraph in shown:
            if len(shown) == 1:
                yield from self._reading.indented(Text(visible(paragraph)), INDENT)
            else:
                yield from self._reading.beside(Text(_BULLET), Text(visible(paragraph)), len(_BULLET) + 1)

    def _heading(self, heading: str) -> tuple[Text, Text]:
        return Text(), Text(heading, style="cyan")

    @property
    def _reading(self) -> Lines:
        return Lines(min(self.page.width, _READING_WIDTH))

    def _said(self, sentence: Sentence) -> str:
        return sentence.spoken(self.language)
