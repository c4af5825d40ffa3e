"""Rules as Markdown: a page for each, and an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.text import Text
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.parameter_lines import parameter_lines
from grantcheck.report.rule_tables import table_heading, table_markdown, table_policy
from grantcheck.report.sentences import Sentences
from grantcheck.report.severity import severity_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.rule_example import RuleExample
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording
    from grantcheck.rules.rule import Rule
    from grantcheck.rules.vocabulary import Vocabulary

_RULES = Text(en="Rules", da="Regler")
_EXAMPLE = Text(en="Example: {name} ({outcome})", da="Eksempel: {name} ({outcome})")


@dataclass(frozen=True)
class RuleDocs:
    """Renders the pages in one language."""

    language: Language
    vocabulary: Vocabulary

    def pages(self, shown: Sequence[tuple[Rule, Sequence[RuleExample]]]) -> dict[str, str]:
        """Markdown by file name, the index among them."""
        rows = [self._row(rule) for rule, _ in shown]
        heading = f"# {_RULES.spoken(self.language)}\n\n| | | |\n| --- | --- | --- |\n"
        pages = {file_name(rule): self.page(rule, found) for rule, found in shown}
        return {"index.md": heading + "".join(rows), **pages}

    def page(self, rule: Rule, found: Sequence[RuleExample]) -> str:
        """One rule."""
        return "\n\n".join(self._blocks(rule, found)) + "\n"

    @property
    def _words(self) -> Wording:
        return wording(self.language)

    def _row(self, rule: Rule) -> str:
        severity = severity_word(rule, self._words)
        return f"| [{rule.id}]({file_name(rule)}) | {severity} | {markdown(self._said(rule.file.title))} |\n"

    def _blocks(self, rule: Rule, found: Sequence[RuleExample]) -> Iterator[str]:
        words = self._words
        yield f"# {rule.id} {markdown(self._said(rule.file.title))}"
        yield f"{rule.file.name}, {severity_word(rule, words)}"
        yield from self._section(words.why, [self._said(rule.file.rationale)])
        yield from self._section(words.reference, [rule.file.reference])
        if rule.file.effective:
            yield from self._section(words.effective, [self._said(rule.file.effective.span)])
        yield from self._section(words.parameters, parameter_lines(rule, self.language))
        yield from self._conditions(rule)
        for table in rule.tables:
            yield from self._section(
                table_heading(table, self.language), [table_policy(table, self.language)]
            )
            yield table_markdown(table)
        for example in found:
            yield from self._example(example)
        yield from self._section(words.fix_heading, [self._said(rule.file.fix)])

    def _conditions(self, rule: Rule) -> Iterator[str]:
        words = self._words
        if rule.file.reported_by_program:
            yield from self._section(words.applies_when, [words.reported_by_program])
            return
        sentences = Sentences(rule.file.facts, self.vocabulary, words, self.language)
        yield from self._section(words.applies_when, sentences.parts(rule.applies) or [words.always])
        yield from self._section(words.needs, [sentences.named(field) for field in rule.needs])
        if rule.is_observation:
            yield from self._section(words.noted_when, sentences.parts(rule.noted) or [words.always])
        yield from self._section(words.broken_when, [sentences.said(branch.when) for branch in rule.branches])

    def _example(self, example: RuleExample) -> Iterator[str]:
        outcome = self._words.outcomes[example.outcome]
        heading = _EXAMPLE.spoken(self.language).format(name=example.name, outcome=outcome)
        yield f"## {markdown(heading)}"
        if example.facts:
            yield "\n".join(f"- {markdown(line)}" for line in example.facts)
        if example.message is not None:
            yield f"> {markdown(example.message)}"
        if example.calculation:
            yield "\n".join(f"- {markdown(line)}" for line in example.calculation)
        if example.message is not None:
            yield f"{self._words.fix}: {markdown(example.fix)}"

    def _section(self, heading: str, paragraphs: Sequence[str]) -> Iterator[str]:
        if not paragraphs:
            return
        yield f"## {heading}"
        if len(paragraphs) == 1:
            yield markdown(paragraphs[0])
        else:
            yield "\n".join(f"- {markdown(each)}" for each in paragraphs)

    def _said(self, sentence: Text) -> str:
        return sentence.spoken(self.language)


def file_name(rule: Rule) -> str:
    """The page of a rule, as the others link to it."""
    return f"{rule.id.lower()}.md"
