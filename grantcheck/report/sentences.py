"""Conditions of rules in words: `request.amount > prior.amount` as a sentence a controller can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_number, format_ore
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not, Operand
from grantcheck.rules.vocabulary import Field, FieldType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording
    from grantcheck.rules.vocabulary import Vocabulary


@dataclass(frozen=True)
class Sentences:
    """Says conditions of one rule in one language."""

    facts: Mapping[str, str]
    """Alias to kind of fact."""
    vocabulary: Vocabulary
    words: Wording
    language: Language

    def parts(self, condition: Condition) -> list[str]:
        """A sentence for each part that must hold; none where the condition is always true."""
        inner = condition.inner if isinstance(condition, All) else (condition,)
        return [self.said(part) for part in inner]

    def said(self, condition: Condition) -> str:
        """The condition as one sentence."""
        match condition:
            case Comparison():
                return self._compared(condition)
            case Known(field):
                return self.words.known.format(what=self.named(field))
            case Not(Known(field)):
                return self.words.unknown.format(what=self.named(field))
            case Not(inner):
                return self.words.negated.format(what=self.said(inner))
            case All(inner):
                return self.words.all_of.join(map(self.said, inner)) or self.words.always
            case Any(inner):
                return self.words.any_of.join(map(self.said, inner))

    def named(self, ref: FieldRef) -> str:
        """A field by its meaning; with the kind of fact where the rule joins several."""
        meaning = self._field(ref).means.spoken(self.language)
        if len(self.facts) == 1:
            return meaning
        return f"{meaning} [{ref.alias}]"

    def _compared(self, comparison: Comparison) -> str:
        left, right = comparison.left, comparison.right
        field = self._field(left)
        if field.type is FieldType.FLAG and not isinstance(right, FieldRef):
            true = (right == 1) is (comparison.operator == "==")
            form = self.words.is_true if true else self.words.is_false
            return form.format(what=self.named(left))
        return f"{self.named(left)} {self.words.operators[comparison.operator]} {self._operand(right, field)}"

    def _operand(self, operand: Operand, field: Field) -> str:
        match operand:
            case FieldRef():
                return self.named(operand)
            case str():
                return f"“{operand}”"
        if field.type is FieldType.MONEY:
            return format_ore(operand, self.language)
        return str(operand) if field.type is FieldType.YEAR else format_number(operand, self.language)

    def _field(self, ref: FieldRef) -> Field:
        return self.vocabulary.kinds[self.facts[ref.alias]].fields[ref.name]
