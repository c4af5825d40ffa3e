"""What the text says about expiry and earlier renewals."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note
from grantcheck.model.terms import StatementKind


def statement_facts(note: Note) -> Iterator[Fact]:
    """`expiry-statement` and `continued-before` facts."""
    for statement in note.statements:
        traces = (trace_text("text", statement.text, statement.location),)
        if statement.kind is StatementKind.EXPIRES:
            values: dict[str, str | int | None] = {
                "quote": statement.text,
                "first_reading": statement.first_reading,
                "last_reading": statement.last_reading,
            }
            yield fact("expiry-statement", values, traces=traces)
        elif statement.agreement_year is not None:
            earlier: dict[str, str | int | None] = {
                "quote": statement.text,
                "agreement_year": statement.agreement_year,
            }
            yield fact("continued-before", earlier, traces=traces)
