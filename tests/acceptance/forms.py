"""Two forms of one note, field by field.

What both state without doubt must be the same. A form may know less than another, and then it says so:

- a field that is None, a mark that is None, or no marks at all: the reader tells of it in `unread`;
- a figure or name in a row's `doubt`;
- a row, table or section that is absent while `unread` names the table, or a page that was not read;
- claims and statements, while `unread` names `claims`, or a page that was not read.

Not compared, since each form has its own: places, the file, running heads (Word knows no pages), what was not
read, and how a figure in doubt is printed. Words are compared without hyphens and blanks: a hyphen at the end of a
line may be the word's own or not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.note import Claim, Note, Row, Statement, Table

_HEADING = ("code", "title", "subtitle", "budget_year", "department")
_TABLE = ("number", "caption", "unit", "price_level", "precision", "has_totals", "years")
_WORDS = ("kind", "label", "control_area", "committee", "appropriation", "direction")
_CLAIM = (
    "amount",
    "precision",
    "from_year",
    "to_year",
    "frequency",
    "control_area",
    "role",
    "text",
    "sentence",
)
_STATEMENT = ("kind", "text", "agreement_year", "first_reading", "last_reading")


def differences(one: Note, other: Note) -> list[str]:
    """What both forms state and state differently."""
    return [
        f"{what}: {first!r} and {second!r}"
        for what, first, second in _pairs(one, other)
        if _folded(first) != _folded(second)
    ]


def _folded(value: object) -> object:
    if isinstance(value, str):
        return re.sub(r"[\s\-\u2010\u2011\u00ad]", "", value)
    return value


def _about(note: Note) -> set[str]:
    return {unread.about for unread in note.unread if unread.code != "GC908"}


def _pairs(one: Note, other: Note) -> Iterator[tuple[str, object, object]]:
    about = _about(one) | _about(other)
    about |= {"heading", "categories", "districts", "claims"} if "page" in about else set()
    for name in _HEADING:
        first, second = getattr(one, name), getattr(other, name)
        if None not in (first, second) or "heading" not in about:
            yield name, first, second
    for name in ("categories", "districts"):
        marks, others = getattr(one, name), getattr(other, name)
        if (marks and others) or name not in about:
            yield name, list(marks), list(others)
        for label in marks:
            if None not in (marks[label], others.get(label)):
                yield label, marks[label], others.get(label)
    if "claims" not in about:
        yield "claims", _all(one.claims, _CLAIM), _all(other.claims, _CLAIM)
        yield "statements", _all(one.statements, _STATEMENT), _all(other.statements, _STATEMENT)
    yield from _sections(one, other, hidden="page" in about)
    yield from _tables(one, other, about)


def _all(said: tuple[Claim, ...] | tuple[Statement, ...], fields: tuple[str, ...]) -> list[list[object]]:
    return [[_folded(getattr(each, field)) for field in fields] for each in said]


def _sections(one: Note, other: Note, *, hidden: bool) -> Iterator[tuple[str, object, object]]:
    first, second = ({section.name: section for section in note.sections} for note in (one, other))
    if not hidden:
        yield "sections", set(first), set(second)
    for name in first.keys() & second.keys():
        yield f"heading of {name}", first[name].heading, second[name].heading
        if not hidden:
            yield f"text of {name}", first[name].text, second[name].text


def _tables(one: Note, other: Note, about: set[str]) -> Iterator[tuple[str, object, object]]:
    if "page" not in about:
        yield "tables", [table.kind for table in one.tables], [table.kind for table in other.tables]
    for table in one.tables:
        same = other.table(table.kind)
        if same is not None:
            yield from _table(table, same, told=table.kind.value in about)


def _table(one: Table, other: Table, *, told: bool) -> Iterator[tuple[str, object, object]]:
    for name in _TABLE:
        yield f"{one.caption}: {name}", getattr(one, name), getattr(other, name)
    if len(one.rows) != len(other.rows):
        if not told:
            yield f"{one.caption}: rows", len(one.rows), len(other.rows)
        return
    for row, same in zip(one.rows, other.rows, strict=True):
        yield from _row(f"{one.caption}, {row.label}", row, same)


def _row(where: str, one: Row, other: Row) -> Iterator[tuple[str, object, object]]:
    doubt = {*one.doubt, *other.doubt}
    for name in (*_WORDS, TOTAL):
        if name not in doubt:
            yield f"{where}: {name}", getattr(one, name), getattr(other, name)
    for year, amount in one.amounts.items():
        if str(year) not in doubt:
            yield f"{where}: {year}", amount, other.amounts.get(year)
    for column in one.printed.keys() & other.printed.keys() - doubt:
        yield f"{where}: {column} as printed", one.printed[column], other.printed[column]
