"""A condition and its truth as lines: a mark, then the condition in words with the values in brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.report.explanation_words import ExplanationWords
from grantcheck.report.layout import Lines
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.explanation import Operand, Step
    from grantcheck.report.wording import Wording

_MARKS: dict[bool | None, tuple[str, str]] = {
    True: ("✓", "green"),
    False: ("✗", "red"),
    None: ("?", "magenta"),
}
_STEP = 2
_VALUE_LIMIT = 300


@dataclass(frozen=True)
class ConditionLines:
    """Prints conditions at one width, in one language."""

    width: int
    words: Wording
    own: ExplanationWords

    def lines(self, step: Step, indent: int) -> Iterator[Text]:
        """The condition, and what it is made of below it."""
        mark, style = _MARKS[step.truth]
        label = Text.assemble(" " * indent, (mark, style))
        yield from Lines(self.width).beside(label, Text(self._said(step)), indent + _STEP)
        for inner in step.inner:
            yield from self.lines(inner, indent + _STEP)

    def _said(self, step: Step) -> str:
        match step.kind:
            case "all":
                return self.own.all_of
            case "any":
                return self.own.any_of
            case "not":
                return self.own.negated
            case "known":
                return self.words.known.format(what=self._operand(step.operands[0]))
            case "compared":
                return self._compared(step)

    def _compared(self, step: Step) -> str:
        left, right = step.operands
        if left.type == "flag" and right.field is None:
            stands = (right.value == 1) is (step.operator == "==")
            form = self.words.is_true if stands else self.words.is_false
            return form.format(what=self._operand(left))
        operator = self.words.operators[step.operator or "=="]
        return f"{self._operand(left)} {operator} {self._operand(right)}"

    def _operand(self, operand: Operand) -> str:
        if operand.field is None:
            return f"“{operand.shown}”" if operand.type == "text" else str(operand.shown)
        alias = operand.field.split(".", 1)[0]
        return f"{operand.means} [{alias}] ({shortened(visible(self._value(operand)), _VALUE_LIMIT)})"

    def _value(self, operand: Operand) -> str:
        if operand.missing is not None:
            return self.own.missing_because.format(why=operand.missing.rstrip("."))
        if operand.shown is None:
            return self.own.missing
        if operand.type == "flag" and isinstance(operand.value, int):
            return self.own.flags.get(operand.value, operand.shown)
        return f"“{operand.shown}”" if operand.type == "text" else operand.shown
