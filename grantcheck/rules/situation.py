"""The situation of a rule's own test as facts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from grantcheck.data.fault import Said, prefixed, spoken
from grantcheck.model.fact import Fact, Value
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.model.text import Text
from grantcheck.rules.rule import Rule
from grantcheck.rules.schema import RuleTest
from grantcheck.rules.tables.lookup import with_rows
from grantcheck.rules.tables.table import is_table_row
from grantcheck.rules.vocabulary import FieldType, Kind, Vocabulary


class SituationFault(ValueError):
    """A test that speaks of something the rule does not know; the text says what."""

    def __init__(self, rule: Rule, test: RuleTest, problem: Said) -> None:
        self.text = prefixed(f"{rule.id}, '{test.name}'", problem)
        super().__init__(spoken(self.text, "en"))


class _NotOfItsType(ValueError):
    """A value that its field cannot hold."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def facts_of(rule: Rule, test: RuleTest, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """The facts of a test, in the order of the rule's aliases, then rows of its tables.

    Amounts of the file are kroner.
    Fields that the rule does not read and the vocabulary requires are filled with zero or the empty text.

    Raises:
        SituationFault: an alias or a field is unknown, or a value is not of its field's type.
    """
    unknown = set(test.facts) - {alias for alias, kind in rule.file.facts.items() if not is_table_row(kind)}
    if unknown:
        raise SituationFault(
            rule,
            test,
            Text(
                en=f"'{min(unknown)}' is not among the rule's facts.",
                da=f"'{min(unknown)}' er ikke blandt reglens oplysninger.",
            ),
        )
    read = {(rule.file.facts[ref.alias], ref.name) for ref in rule.fields_read()}
    facts = [
        _fact(rule, test, kind, {**_idle_fields(kind, read, vocabulary), **values}, vocabulary)
        for alias, kind in rule.file.facts.items()
        for values in _several(test.facts.get(alias))
    ]
    return with_rows(facts, [rule])


def _several(given: dict[str, Any] | list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def _idle_fields(kind: str, read: set[tuple[str, str]], vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        name: "" if field.type is FieldType.TEXT else 0
        for name, field in vocabulary.kinds[kind].fields.items()
        if field.type.comparable and not field.optional and (kind, name) not in read
    }


def _fact(rule: Rule, test: RuleTest, kind: str, values: dict[str, Any], vocabulary: Vocabulary) -> Fact:
    known = vocabulary.kinds[kind]
    for name in values:
        if name not in known.fields:
            raise SituationFault(
                rule, test, Text(en=f"a {kind} has no '{name}'.", da=f"en {kind} har intet '{name}'.")
            )
    try:
        return Fact(kind=kind, fields={name: _value(known, name, given) for name, given in values.items()})
    except _NotOfItsType as error:
        raise SituationFault(rule, test, error.text) from error


def _value(kind: Kind, name: str, given: Any) -> Value:  # noqa: ANN401 - YAML values are checked here
    field_type = kind.fields[name].type
    if not field_type.comparable:
        raise _NotOfItsType(Text(en=f"'{name}' is for messages only.", da=f"'{name}' er kun til beskeder."))
    if field_type is FieldType.TEXT:
        return str(given)
    try:
        return int(Decimal(str(given)) * ORE_PER_KRONE) if field_type is FieldType.MONEY else int(given)
    except (InvalidOperation, TypeError, ValueError) as error:
        raise _NotOfItsType(
            Text(
                en=f"'{given}' is no {field_type} for '{name}'.",
                da=f"'{given}' er ikke af typen {field_type}, som '{name}' kræver.",
            )
        ) from error
