"""One rule and one combination of facts to the tree of its conditions, by the reference's own truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grantcheck.engine.reference import outcome_for, truth
from grantcheck.judge.finding import as_evidence
from grantcheck.judge.fingerprint import fingerprint
from grantcheck.judge.wording import spoken
from grantcheck.model.explanation import Explanation, Part, Role, Source, Step
from grantcheck.model.explanation import Operand as Side
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Language
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not, Operand
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Field, FieldType, Vocabulary

Bound = Mapping[str, Fact]
"""The facts of one combination, by the rule's aliases."""


def explanation(
    rule: Rule, note: str, bound: Bound, vocabulary: Vocabulary, language: Language
) -> Explanation:
    """Why the rule ends as it does for these facts of the note."""
    found = outcome_for(rule, bound)
    outcome, branch = found or (Outcome.NOT_APPLICABLE, None)
    return Explanation(
        outcome=outcome,
        severity=rule.file.severity if branch is None else rule.branches[branch].severity,
        parts=tuple(_Teller(rule, bound, vocabulary, language).parts()),
        sources=tuple(
            Source(
                alias=alias,
                means=vocabulary.kinds[fact.kind].means.spoken(language),
                evidence=tuple(as_evidence(trace, language) for trace in dict.fromkeys(fact.traces)),
            )
            for alias, fact in bound.items()
        ),
        fingerprint=fingerprint(rule, note, bound, vocabulary),
    )


@dataclass(frozen=True)
class _Teller:
    rule: Rule
    bound: Bound
    vocabulary: Vocabulary
    language: Language

    def parts(self) -> Iterator[Part]:
        yield from self._lines("applies_when", self.rule.applies)
        for need in self.rule.needs:
            yield Part(role="needs", step=self._step(Known(need)))
        if self.rule.is_observation:
            yield from self._lines("noted_when", self.rule.noted)
        for branch in self.rule.branches:
            yield Part(role="broken_when", severity=branch.severity, step=self._step(branch.when))

    def _lines(self, role: Role, condition: Condition) -> Iterator[Part]:
        inner = condition.inner if isinstance(condition, All) else (condition,)
        return (Part(role=role, step=self._step(part)) for part in inner)

    def _step(self, condition: Condition) -> Step:
        value = truth(condition, self.bound)
        match condition:
            case Comparison(left, operator, right):
                sides = (self._field(left), self._operand(right, self._declared(left)))
                return Step(kind="compared", truth=value, operator=operator, operands=sides)
            case Known(ref):
                return Step(kind="known", truth=value, operands=(self._field(ref),))
            case Not(inner):
                return Step(kind="not", truth=value, inner=(self._step(inner),))
            case All(parts):
                return Step(kind="all", truth=value, inner=tuple(map(self._step, parts)))
            case Any(parts):
                return Step(kind="any", truth=value, inner=tuple(map(self._step, parts)))

    def _operand(self, operand: Operand, beside: Field) -> Side:
        if isinstance(operand, FieldRef):
            return self._field(operand)
        shown = spoken(operand, beside.type, self.language)
        return Side(field=None, means=None, type=beside.type, value=operand, shown=shown)

    def _field(self, ref: FieldRef) -> Side:
        fact, declared = self.bound[ref.alias], self._declared(ref)
        value = fact.fields.get(ref.name)
        said = value if value is not None else fact.shown.get(ref.name)
        missing = fact.missing.get(ref.name)
        return Side(
            field=str(ref),
            means=declared.means.spoken(self.language),
            type=declared.type,
            value=value,
            shown=None if said is None else spoken(said, FieldType(declared.type), self.language),
            missing=missing.spoken(self.language) if missing and said is None else None,
        )

    def _declared(self, ref: FieldRef) -> Field:
        return self.vocabulary.kinds[self.bound[ref.alias].kind].fields[ref.name]
