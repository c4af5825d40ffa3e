"""What the text says about expiry and earlier renewals."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note
from grantcheck.model.terms import StatementKind


def statement_facts(note: Note) -> Iterator[Fact]:
    """`expiry-statement` and `continued-before` facts; a phrase that names no year states none."""
    for statement in note.statements:
        traces = (trace_text("text", statement.text, statement.location),)
        first, last = statement.first_reading, statement.last_reading
        if statement.kind is StatementKind.EXPIRES and first is not None and last is not None:
            readings: dict[str, str | int | None] = {
                "quote": statement.text,
                "first_reading": first,
                "last_reading": last,
            }
            yield fact("expiry-statement", readings, traces=traces)
        elif statement.kind is StatementKind.CONTINUES and statement.agreement_year is not None:
            earlier: dict[str, str | int | None] = {
                "quote": statement.text,
                "agreement_year": statement.agreement_year,
            }
            yield fact("continued-before", earlier, traces=traces)
