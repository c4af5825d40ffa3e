"""Facts as the engine's JSON, written by the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grantcheck.bulk.sql import quoted
from grantcheck.engine.envelope import presence_field, value_field


@dataclass(frozen=True, slots=True)
class SaidField:
    """A field of a fact as the engine gets it."""

    name: str
    column: str
    """The SQL of its value as rules compare it."""
    is_text: bool = False
    is_optional: bool = False
    is_compared: bool = False
    """Whether its value matters, and not only that it is there."""


def fact_text(kind: str, fact_id: str, case: str, fields: Sequence[SaidField]) -> str:
    """The SQL of one fact's text; a missing value is a missing key, and a 0 that says so."""
    start = f'{{"kind": "{kind}", "id": '
    pieces = [quoted(start), fact_id, quoted(', "case": '), case]
    return " || ".join([*pieces, fields_text(fields), quoted("}")])


def fields_text(fields: Sequence[SaidField]) -> str:
    """The SQL of the fields of a fact, each with a comma before it."""
    pieces = ["''"]
    for field in fields:
        if field.is_optional:
            there = f"CASE WHEN {field.column} IS NULL THEN '0' ELSE '1' END"
            pieces += [quoted(f', "{presence_field(field.name)}": '), there]
        if field.is_compared:
            value = f"to_json({field.column})" if field.is_text else field.column
            key = quoted(f', "{value_field(field.name)}": ')
            pieces.append(f"coalesce({key} || {value}, '')")
    return " || ".join(pieces)
