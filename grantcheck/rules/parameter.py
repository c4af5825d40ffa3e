"""Parameters of a rule: figures and words that an office may set, within bounds that the rule states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, PlainValidator, model_validator

from grantcheck.data.fault import Unfit
from grantcheck.model.formatting import format_number, format_ore
from grantcheck.model.frozen import Frozen
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.model.text import Language, Text
from grantcheck.rules.vocabulary import FieldType

ALIAS = "parameter"
"""What a condition or a message writes before the name, as in `parameter.fewest_years`."""

ParameterValue = int | str
"""Whole kroner, a year, a count or a text."""

_TYPES = (FieldType.MONEY, FieldType.YEAR, FieldType.COUNT, FieldType.TEXT)
_KINDS = {FieldType.MONEY: "whole kroner", FieldType.YEAR: "a year", FieldType.COUNT: "a whole number"}


def _type(value: object) -> FieldType:
    if value in [str(one) for one in _TYPES]:
        return FieldType(str(value))
    raise Unfit(f"'{value}' is no type of a parameter.", f"Allowed here: {', '.join(_TYPES)}.")


def _plain(value: object) -> ParameterValue:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise Unfit(f"'{value}' is neither a whole number nor a text.", "Write one of the two.")


PlainValue = Annotated[int | str, PlainValidator(_plain)]
"""A value as a data file holds it; whether it fits is the parameter's to say."""


class RuleParameter(Frozen):
    """A parameter as the rule declares it."""

    type: Annotated[FieldType, PlainValidator(_type, json_schema_input_type=str)]
    """`money` (whole kroner), `year`, `count` or `text`; compared with fields of that type."""
    default: PlainValue
    """What it is where an office sets nothing."""
    min: int | None = None
    """The least it may be."""
    max: int | None = None
    """The most it may be."""
    one_of: tuple[str, ...] = ()
    """Of a text: what it may be; anything where nothing is named."""
    means: Text
    """What it is, for whoever sets it."""

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.type is FieldType.TEXT and (self.min is not None or self.max is not None):
            raise Unfit("A text has no bounds.", "Take 'min' and 'max' out, or name its words in 'one_of'.")
        if self.type is not FieldType.TEXT and self.one_of:
            raise Unfit("Only a text is one of several words.", "Give a number bounds, 'min' and 'max'.")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise Unfit(f"'min' ({self.min}) is above 'max' ({self.max}).", "Change one of the two.")
        self.must_fit("default", self.default)
        return self

    def must_fit(self, name: str, value: ParameterValue) -> None:
        """Check a value against the type and the bounds.

        Raises:
            Unfit: it is of another type or out of bounds.
        """
        if self.type is FieldType.TEXT:
            self._must_be_word(name, value)
            return
        if not isinstance(value, int):
            raise Unfit(f"'{name}' must be {_KINDS[self.type]}, not '{value}'.", "Write a whole number.")
        if (self.min is not None and value < self.min) or (self.max is not None and value > self.max):
            raise Unfit(f"'{name}' cannot be {value}.", f"It may be {self.bounds}.")

    def _must_be_word(self, name: str, value: ParameterValue) -> None:
        if not isinstance(value, str):
            raise Unfit(f"'{name}' must be a text, not {value}.", "Write it in quotes.")
        if self.one_of and value not in self.one_of:
            raise Unfit(f"'{name}' cannot be '{value}'.", f"It may be {self.bounds}.")

    @property
    def bounds(self) -> str:
        """What it may be, in words; empty where it may be anything of its type."""
        if self.one_of:
            return f"one of {', '.join(self.one_of)}"
        if self.min is None:
            return "" if self.max is None else f"at most {self.max}"
        return f"at least {self.min}" if self.max is None else f"from {self.min} to {self.max}"

    def compared(self, value: ParameterValue) -> ParameterValue:
        """The value as conditions compare it: money in øre."""
        return value * ORE_PER_KRONE if self.type is FieldType.MONEY and isinstance(value, int) else value

    def spoken(self, value: ParameterValue, language: Language) -> str:
        """The value as people read it."""
        match self.type:
            case FieldType.MONEY:
                return format_ore(int(self.compared(value)), language)
            case FieldType.COUNT:
                return format_number(int(value), language)
            case _:
                return str(value)


@dataclass(frozen=True)
class ParameterSet:
    """What an office sets a parameter to, and where."""

    value: ParameterValue
    place: str = ""


@dataclass(frozen=True)
class ParameterInForce:
    """A parameter with its value."""

    name: str
    declared: RuleParameter
    value: ParameterValue
    place: str = ""
    """Where an office set it; empty where the rule's own default is in force."""

    def filled(self, sentences: Iterable[Text | None]) -> list[Text | None]:
        """The sentences with the value in the place of `{parameter.name}`."""
        return [self._filled(one) if one else one for one in sentences]

    def _filled(self, sentence: Text) -> Text:
        field = f"{{{ALIAS}.{self.name}}}"
        return Text(
            en=sentence.en.replace(field, self._spoken("en")),
            da=sentence.da.replace(field, self._spoken("da")),
        )

    def _spoken(self, language: Language) -> str:
        """Braces doubled: the sentence is a form that is filled in later."""
        return self.declared.spoken(self.value, language).replace("{", "{{").replace("}", "}}")


ParameterName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Declared = dict[ParameterName, RuleParameter]
