"""Fields of facts as people read them, and sentences that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from grantcheck.model.fact import Fact, Shown, Value
from grantcheck.model.formatting import format_number, format_ore
from grantcheck.model.text import Language, Text
from grantcheck.rules.vocabulary import FieldType, Vocabulary

UNKNOWN = Text(en="unknown", da="ukendt")


@dataclass(frozen=True)
class Wording:
    """The facts of one ruling by alias, spoken in one language."""

    facts: Mapping[str, Fact]
    vocabulary: Vocabulary
    language: Language

    def filled(self, template: Text) -> str:
        """The sentence in its language, with every `{alias.field}` written out."""
        sentence = template.spoken(self.language).format_map(
            {alias: _Spoken(fact, self.vocabulary, self.language) for alias, fact in self.facts.items()}
        )
        return sentence.replace("kr..", "kr.")

    def is_known(self, template: Text) -> bool:
        """Whether every field that the sentence mentions is there."""
        names = [name for _, name, _, _ in Formatter().parse(template.spoken(self.language)) if name]
        return all(self._has(*name.split(".", 1)) for name in names)

    def _has(self, alias: str, name: str) -> bool:
        fact = self.facts[alias]
        return name in fact.fields or name in fact.shown


class _Spoken:
    """Attribute access for `str.format`: a field's name to its text."""

    def __init__(self, fact: Fact, vocabulary: Vocabulary, language: Language) -> None:
        self._fact, self._kind, self._language = fact, vocabulary.kinds[fact.kind], language

    def __getattr__(self, name: str) -> str:
        value = self._fact.fields.get(name, self._fact.shown.get(name))
        if value is None:
            return UNKNOWN.spoken(self._language)
        return spoken(value, self._kind.fields[name].type, self._language)


def spoken(value: Value | Shown, field_type: FieldType, language: Language) -> str:
    """A value as people read it; money comes in øre."""
    if isinstance(value, Text):
        return value.spoken(language)
    if isinstance(value, tuple):
        return _listed(value, field_type, language)
    if isinstance(value, str):
        return value
    match field_type:
        case FieldType.MONEY:
            return format_ore(value, language)
        case FieldType.COUNT:
            return format_number(value, language)
        case _:
            return str(value)


def _listed(values: tuple[int, ...] | tuple[str, ...], field_type: FieldType, language: Language) -> str:
    if field_type is FieldType.AMOUNTS:
        return _added(values, language) or format_ore(0, language)
    return ", ".join(map(str, values))


def _added(values: tuple[int, ...] | tuple[str, ...], language: Language) -> str:
    """Amounts as terms of a sum: negative ones are subtracted."""
    return "".join(_terms([int(value) for value in values], language))


def _terms(values: list[int], language: Language) -> Iterator[str]:
    for position, value in enumerate(values):
        if position == 0:
            yield format_ore(value, language)
        else:
            yield f" {'−' if value < 0 else '+'} {format_ore(abs(value), language)}"
