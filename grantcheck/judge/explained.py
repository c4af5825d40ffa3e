"""What `explain` and `why-not` answer for one case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.judge.dating import CaseYears, Dated, dated
from grantcheck.judge.fingerprint import fingerprint
from grantcheck.judge.reasoning import Reasoner
from grantcheck.judge.verdict import dated_outcome
from grantcheck.model.case import Case
from grantcheck.model.explanation import Explained, Reasoning
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import Rule, RuleBook


@dataclass(frozen=True)
class CaseJudged:
    """A case, what tells of it, and what was ruled on it."""

    case: Case
    reasoner: Reasoner
    judged: CaseRulings
    years: CaseYears

    def of(self, rule: Rule) -> list[Ruling]:
        """The rulings of the rule."""
        return [ruling for ruling in self.judged.rulings if ruling.rule == rule.id]

    def dated(self, rule: Rule) -> Dated:
        """The same, told apart by the years of the rule."""
        return dated(rule, self.of(rule), self.years)

    def has_conditions(self, rule: Rule) -> bool:
        """Whether conditions decided the rule here; neither a fault nor a rule of the program has any."""
        return not rule.file.reported_by_program and self.judged.fault is None


def by_rule(about: CaseJudged, rule: Rule) -> Explained:
    """Why the rule ended as it did at every place of the case."""
    if not about.has_conditions(rule):
        return _explained(about, rule, Reasoning())
    return _explained(about, rule, about.reasoner.of_rulings(rule, about.of(rule)))


def why_not(about: CaseJudged, rule: Rule) -> Explained:
    """What kept the rule from firing where it did not."""
    reasoning = about.reasoner.why_not(rule) if about.has_conditions(rule) else Reasoning()
    return _explained(about, rule, reasoning)


def by_fingerprint(about: CaseJudged, book: RuleBook, beginning: str) -> Iterator[Explained]:
    """The findings of the case whose fingerprint begins so; one without a place stands for its whole rule."""
    for rule in book.rules:
        if fingerprint(rule, about.case.name, {}, book.vocabulary).startswith(beginning):
            yield by_rule(about, rule)
            continue
        told = [about.reasoner.of_ruling(rule, ruling) for ruling in about.of(rule)]
        found = tuple(each for each in told if each.fingerprint.startswith(beginning))
        if found:
            yield _explained(about, rule, Reasoning(explanations=found))


def _explained(about: CaseJudged, rule: Rule, reasoning: Reasoning) -> Explained:
    return Explained(
        rule=rule.id,
        title=rule.file.title.spoken(about.reasoner.language),
        note=about.case.name,
        path=about.case.document.source.path,
        outcome=_outcome(about, rule),
        reasoning=reasoning,
        outside=_outside(about, rule),
        fault=about.judged.fault,
        by_program=rule.file.reported_by_program,
    )


def _outcome(about: CaseJudged, rule: Rule) -> Outcome:
    if about.judged.fault is None:
        return dated_outcome(rule, about.dated(rule))
    return Outcome.BROKEN if rule.file.reported_by_program else Outcome.NOT_VERIFIABLE


def _outside(about: CaseJudged, rule: Rule) -> str | None:
    seen = about.dated(rule)
    why = seen.undated or seen.outside
    return why.spoken(about.reasoner.language) if why else None
