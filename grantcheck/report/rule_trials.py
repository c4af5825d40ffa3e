"""What the tests of rules showed, as text and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.rule_trial import Aspect
from grantcheck.model.text import Text as Sentence
from grantcheck.report.json_text import json_of
from grantcheck.report.layout import Lines
from grantcheck.report.page import Page
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.rule_trial import RuleTrials
    from grantcheck.model.text import Language

SCHEMA_VERSION = 1
_INDENT = 2
_FAILED = Sentence(en="Tests that fail", da="Prøver der fejler")
_LOOSE = Sentence(
    en="Comparisons that no test shows to matter: flipped by the smallest step, the rule fires all the same",
    da="Sammenligninger som ingen prøve viser betydning af: vendt med det mindste skridt slår reglen stadig ud",
)
_UNSEEN = Sentence(en="Not seen in any test", da="Ikke set i nogen prøve")
_TESTS = Sentence(
    en="{total} tests: {good} as they say, {bad} not.", da="{total} prøver: {good} som de siger, {bad} ikke."
)
_SEEN = Sentence(en="Seen: {parts}.", da="Set: {parts}.")
_ASPECTS = {
    Aspect.RULE: Sentence(en="rules", da="regler"),
    Aspect.CONDITION: Sentence(en="conditions, true and false", da="betingelser, sande og falske"),
    Aspect.OUTCOME: Sentence(en="outcomes", da="udfald"),
    Aspect.ROW: Sentence(en="rows of tables", da="rækker i tabeller"),
}
_BY_RULE = Sentence(en="Seen by rule", da="Set for hver regel")
_OF = Sentence(en="{seen} of {total} {what}", da="{seen} af {total} {what}")


@dataclass(frozen=True)
class TrialsText:
    """Renders the tests of rules for a terminal, a pipe or a log."""

    page: Page
    language: Language
    by_rule: bool = False
    """Whether to tell of each rule how much of it was seen."""

    def rendered(self, shown: RuleTrials) -> str:
        """What fails, what is loose, what is unseen; then the counts."""
        return self.page.printed(self._lines(shown))

    def _lines(self, shown: RuleTrials) -> Iterator[Text]:
        failed = [f"{t.path}:{t.line}: {t.rule}, '{t.name}': {t.problem}" for t in shown.failed]
        loose = [f"{one.path}:{one.line}: {one.rule}: {one.condition} ('{one.test}')" for one in shown.loose]
        unseen = [f"{item.rule}: {item.name}" for item in shown.coverage if not item.seen]
        yield from self._section(_FAILED, failed, "bold red")
        yield from self._section(_LOOSE, loose, "bold yellow")
        yield from self._section(_UNSEEN, unseen, "bold yellow")
        if self.by_rule:
            yield from self._section(_BY_RULE, list(self._of_each_rule(shown)), "bold")
        total, bad = len(shown.trials), len(shown.failed)
        yield Text(self._said(_TESTS).format(total=total, good=total - bad, bad=bad))
        parts = ", ".join(self._counted(shown, aspect) for aspect in Aspect if shown.counts(aspect)[1])
        yield Text(self._said(_SEEN).format(parts=parts))

    def _of_each_rule(self, shown: RuleTrials) -> Iterator[str]:
        told = [aspect for aspect in Aspect if aspect is not Aspect.RULE]
        for rule in dict.fromkeys(item.rule for item in shown.coverage):
            alone = shown.of(rule)
            parts = [self._counted(alone, aspect) for aspect in told if alone.counts(aspect)[1]]
            yield f"{rule}: {', '.join(parts)}"

    def _counted(self, shown: RuleTrials, aspect: Aspect) -> str:
        seen, total = shown.counts(aspect)
        return self._said(_OF).format(seen=seen, total=total, what=self._said(_ASPECTS[aspect]))

    def _section(self, heading: Sentence, items: list[str], style: str) -> Iterator[Text]:
        if not items:
            return
        lines = Lines(self.page.width)
        yield from lines.indented(Text(self._said(heading), style=style), 0)
        for item in items:
            yield from lines.indented(Text(visible(item)), _INDENT)
        yield Text()

    def _said(self, sentence: Sentence) -> str:
        return sentence.spoken(self.language)


def trials_json(shown: RuleTrials) -> str:
    """The tests of rules as JSON text."""
    return json_of(
        {
            "schema_version": SCHEMA_VERSION,
            "tests": [
                {
                    "rule": t.rule,
                    "name": t.name,
                    "path": t.path.as_posix(),
                    "line": t.line,
                    "problem": t.problem,
                }
                for t in shown.trials
            ],
            "loose": [
                {
                    "rule": o.rule,
                    "condition": o.condition,
                    "test": o.test,
                    "path": o.path.as_posix(),
                    "line": o.line,
                }
                for o in shown.loose
            ],
            "coverage": {
                aspect.value: dict(zip(("seen", "total"), shown.counts(aspect), strict=True))
                for aspect in Aspect
            },
            "unseen": [
                {"rule": item.rule, "aspect": item.aspect.value, "name": item.name}
                for item in shown.coverage
                if not item.seen
            ],
        }
    )
