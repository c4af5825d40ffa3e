"""Forms of one note beside each other: every figure and mark that both state for certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from grantcheck.derive.building import fact
from grantcheck.derive.tracing import trace_text
from grantcheck.model.fact import Fact
from grantcheck.model.location import LineLocation
from grantcheck.model.note import TOTAL, Note, Row, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_NAMED = 5
"""How many differences a message names."""
_BLANK = "–"
_START = LineLocation(line=1, column=1)

Stated = dict[str, str]
"""What a form states, by what it is about; only what was read for certain."""


def form_facts(note: Note, others: Sequence[Note]) -> Iterator[Fact]:
    """A `form` fact per other form."""
    best = dict(_stated(note))
    for other in others:
        yield _form(note, best, other, dict(_stated(other)))


def _form(note: Note, best: Stated, other: Note, stated: Stated) -> Fact:
    both = [about for about in best if about in stated]
    apart = [f"{about}: {stated[about]} ≠ {best[about]}" for about in both if best[about] != stated[about]]
    named = "; ".join(apart[:_NAMED])
    more = len(apart) - _NAMED
    return fact(
        "form",
        {
            "path": PurePath(other.source.path).name,
            "best": PurePath(note.source.path).name,
            "compared": len(both),
            "differences": len(apart),
        },
        shown={
            "detail": Text(
                en=f"{named}; and {more} more" if more > 0 else named,
                da=f"{named}; og {more} til" if more > 0 else named,
            )
        },
        traces=(trace_text("document", other.source.path, other.places.get("code", _START)),),
    )


def _stated(note: Note) -> Iterator[tuple[str, str]]:
    yield from _if_known(("code", note.code), ("budget year", note.budget_year))
    for label, mark in (*note.categories.items(), *note.districts.items()):
        yield from _if_known((label, None if mark is None else "x" if mark else _BLANK))
    doubtful = {unread.about for unread in note.unread}
    if "claims" not in doubtful:
        yield "amounts in the text", ", ".join(str(claim.amount) for claim in note.claims)
    for kind in TableKind:
        table = note.table(kind)
        if table is not None and not note.has_recognised(table):
            yield from _in_table(table)
        elif table is None and not doubtful & {kind.value, "page"}:
            yield f"{kind.value} years", _BLANK


def _in_table(table: Table) -> Iterator[tuple[str, str]]:
    name = table.kind.value
    yield from _if_known((f"{name} unit", table.unit), (f"{name} price level", table.price_level))
    yield f"{name} years", " ".join(map(str, table.years))
    yield f"{name} rows", str(len(table.rows))
    for number, row in enumerate(table.rows, 1):
        for key in [*map(str, table.years), *([TOTAL] if table.has_totals else [])]:
            if table.unit is not None and key not in row.doubt:
                yield f"{name} row {number} {key}", _figure(row, key)


def _figure(row: Row, key: str) -> str:
    value = row.total if key == TOTAL else row.amounts.get(int(key))
    return str(value or 0)


def _if_known(*stated: tuple[str, object | None]) -> Iterator[tuple[str, str]]:
    return ((about, str(value)) for about, value in stated if value is not None)
