"""The situation of a rule's own test as facts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from grantcheck.model.fact import Fact, Value
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.rules.rule import Rule
from grantcheck.rules.schema import RuleTest
from grantcheck.rules.tables.lookup import with_rows
from grantcheck.rules.tables.table import is_table_row
from grantcheck.rules.vocabulary import FieldType, Kind, Vocabulary


class SituationFault(ValueError):
    """A test that speaks of something the rule does not know; the text says what."""


def facts_of(rule: Rule, test: RuleTest, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """The facts of a test, in the order of the rule's aliases, then rows of its tables.

    Amounts of the file are kroner.
    Fields that the rule does not read and the vocabulary requires are filled with zero or the empty text.

    Raises:
        SituationFault: an alias or a field is unknown, or a value is not of its field's type.
    """
    unknown = set(test.facts) - {alias for alias, kind in rule.file.facts.items() if not is_table_row(kind)}
    if unknown:
        raise SituationFault(f"{rule.id}, '{test.name}': '{min(unknown)}' is not among the rule's facts.")
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
            raise SituationFault(f"{rule.id}, '{test.name}': a {kind} has no '{name}'.")
    try:
        return Fact(kind=kind, fields={name: _value(known, name, given) for name, given in values.items()})
    except ValueError as error:
        raise SituationFault(f"{rule.id}, '{test.name}': {error}") from error


def _value(kind: Kind, name: str, given: Any) -> Value:  # noqa: ANN401 - YAML values are checked here
    field_type = kind.fields[name].type
    if not field_type.comparable:
        raise ValueError(f"'{name}' is for messages only.")
    if field_type is FieldType.TEXT:
        return str(given)
    try:
        return int(Decimal(str(given)) * ORE_PER_KRONE) if field_type is FieldType.MONEY else int(given)
    except (InvalidOperation, TypeError, ValueError) as error:
        raise ValueError(f"'{given}' is no {field_type} for '{name}'.") from error
