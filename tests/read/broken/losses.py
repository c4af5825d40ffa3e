"""What a damaged file lost against the sound one, and whether anything says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.completeness import completeness_facts
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.document import Document
    from grantcheck.model.note import Note, Row, Table

PROFILE = load_profile(shipped_rules())
_HEADING = ("code", "title", "subtitle", "budget_year", "department")
_WORDS = ("label", "kind", "committee", "appropriation", "direction", "control_area")
_WHOLE_NOTE = ("GC901", "GC902", "GC912")


@dataclass(frozen=True)
class Fact:
    """A fact of a note, and the line it stands in where the file has lines."""

    path: tuple[str, ...]
    value: object
    line: int | None = None


def silent_losses(sound: Document, broken: Document) -> list[Fact]:
    """The facts of the sound file that the broken one lacks or has otherwise, without a word about them.

    A file with a problem, or of which no note was read, is reported as a whole.
    """
    if broken.measure.problem or not broken.notes:
        return []
    losses = []
    for before, after in _pairs(sound, broken):
        if after is None:
            losses.append(Fact(("heading", "code"), before.code, _line(before.places.get("code"))))
            continue
        if any(one.code in _WHOLE_NOTE for one in after.unread):
            continue
        has, told = {fact.path: fact.value for fact in _facts(after)}, _told(after)
        losses += [
            fact
            for fact in _facts(before)
            if has.get(fact.path, ...) != fact.value and not told(fact, has.get(fact.path))
        ]
    return losses


def _pairs(sound: Document, broken: Document) -> Iterator[tuple[Note, Note | None]]:
    """Each note with what is left of it: by its code, or the only one of the file."""
    if len(sound.notes) == len(broken.notes) == 1:
        yield sound.notes[0], broken.notes[0]
        return
    left = {note.code: note for note in reversed(broken.notes)}
    for note in sound.notes:
        yield note, left.get(note.code)


def same(sound: Document, broken: Document) -> bool:
    """Whether every fact is there, and no other."""
    return not broken.measure.problem and [_values(n) for n in sound.notes] == [
        _values(n) for n in broken.notes
    ]


def _values(note: Note) -> dict[tuple[str, ...], object]:
    return {fact.path: fact.value for fact in _facts(note)} | {
        ("doubt", str(index)): (one.code, one.about) for index, one in enumerate(note.unread)
    }


def _facts(note: Note) -> Iterator[Fact]:
    for name in _HEADING:
        yield Fact(("heading", name), _folded(getattr(note, name)), _line(note.places.get(name)))
    for label, mark in note.categories.items():
        yield Fact(("categories", label), mark, _line(note.places.get(f"category: {label}")))
    for label, mark in note.districts.items():
        yield Fact(("districts", label), mark)
    for index, claim in enumerate(note.claims):
        said = (claim.amount, claim.from_year, claim.to_year, claim.frequency, claim.control_area)
        yield Fact(("claims", str(index)), said, _line(claim.location))
    for table in note.tables:
        yield from _of_table(table)


def _of_table(table: Table) -> Iterator[Fact]:
    at = (table.kind.value, str(table.number))
    yield Fact((*at, "years"), table.years, _line(table.location))
    yield Fact((*at, "unit"), (table.unit, table.price_level), _line(table.location))
    for name, row in _named_rows(table):
        yield from _of_row((*at, name), row)


def _named_rows(table: Table) -> Iterator[tuple[str, Row]]:
    """Rows by their names, which stay where rows before them are lost; those of one name by their order."""
    seen: Counter[str] = Counter()
    for row in table.rows:
        name = squeezed(row.label)
        seen[name] += 1
        yield f"{name} {seen[name]}", row


def _of_row(at: tuple[str, ...], row: Row) -> Iterator[Fact]:
    line = _line(row.location)
    for word in _WORDS:
        yield Fact((*at, word), _folded(getattr(row, word)), line)
    for year, amount in row.amounts.items():
        yield Fact((*at, str(year)), amount, line)
    yield Fact((*at, "total"), row.total, line)


def _folded(value: object) -> object:
    """Words without what a line break may change, as everywhere that words are compared."""
    return squeezed(value) if isinstance(value, str) else value


def _line(location: Any) -> int | None:
    return getattr(location, "line", None)


def _told(note: Note) -> Any:
    """Whether something said of the note, or a rule about what must be there, covers a lost fact."""
    about = {one.about for one in note.unread}
    doubts = {
        (table.kind.value, str(table.number), row_name, name)
        for table in note.tables
        for row_name, row in _named_rows(table)
        for name in row.doubt
    }
    kinds = {table.kind.value for table in note.tables}
    gap = any(
        fact.fields.get("missing") or (fact.kind == "section" and fact.fields.get("occurrences") == 0)
        for fact in completeness_facts(note, PROFILE)
        if fact.kind in {"section", "numbering"}
    )

    def told(fact: Fact, now: object) -> bool:
        first = fact.path[0]
        if first in about or fact.path in doubts:
            return True
        if first in {"categories", "districts"}:
            return now is None
        if first in {"heading", "claims"}:
            return first in about or gap
        return first not in kinds and (gap or any(one.code == "GC903" for one in note.unread))

    return told
