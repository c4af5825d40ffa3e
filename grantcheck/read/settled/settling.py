"""Apply a person's readings: only where there was doubt, and only to the file they were made on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from grantcheck.model.document import Document
from grantcheck.model.location import LineLocation, Location
from grantcheck.model.money import Kroner
from grantcheck.model.note import TOTAL, Note, Row, Table, Unread
from grantcheck.model.text import Text
from grantcheck.read.settled.readings import OPEN, Readings, SettledFigure, SettledMark

FAULTY = "GC912"
_START = LineLocation(line=1, column=1)


def settled(document: Document, readings: Readings) -> Document:
    """The document with its doubts settled; what does not fit is told as unread, never applied."""
    if readings.sha256 != document.source.sha256:
        changed = Text(
            en="the file has changed since its readings were settled, so none of them was used",
            da="filen er ændret, siden dens læsninger blev afklaret, så ingen af dem er brugt",
        )
        return _with_notes(document, [_told(note, [_faulty(changed, _START)]) for note in document.notes])
    return _with_notes(document, [_Settling(note, readings).note() for note in document.notes])


def _with_notes(document: Document, notes: Iterable[Note]) -> Document:
    return document.model_copy(update={"notes": tuple(notes)})


def _told(note: Note, faults: Iterable[Unread]) -> Note:
    return note.model_copy(update={"unread": (*note.unread, *faults)})


def _faulty(message: Text, location: Location) -> Unread:
    return Unread(code=FAULTY, about="page", message=message, location=location)


@dataclass
class _Settling:
    """One note while its doubts are settled."""

    before: Note
    readings: Readings
    faults: list[Unread] = field(default_factory=list)

    def note(self) -> Note:
        tables = tuple(self._table(table) for table in self.before.tables)
        categories, districts = dict(self.before.categories), dict(self.before.districts)
        confirmed = dict(self.before.confirmed)
        for mark in self.readings.marks:
            if self._is_mine(mark.note) and isinstance(mark.value, bool):
                self._mark(mark, mark.value, categories, districts, confirmed)
        self.faults.extend(self._homeless())
        after = self.before.model_copy(
            update={
                "tables": tables,
                "categories": categories,
                "districts": districts,
                "confirmed": confirmed,
            }
        )
        return _told(
            after.model_copy(update={"unread": tuple(_still_unread(self.before, after))}), self.faults
        )

    def _is_mine(self, code: str | None) -> bool:
        return code is None or code == self.before.code

    def _mine(self) -> Iterator[SettledFigure]:
        return (each for each in self.readings.figures if self._is_mine(each.note) and each.value != OPEN)

    def _homeless(self) -> Iterator[Unread]:
        places = {
            (table.kind, number) for table in self.before.tables for number in range(1, len(table.rows) + 1)
        }
        for each in self._mine():
            if (each.table, each.row) not in places:
                yield self._does_not_fit(f"{each.table} row {each.row}")

    def _does_not_fit(self, place: str) -> Unread:
        return _faulty(
            Text(
                en=f"the settled reading of {place} fits nothing in the note",
                da=f"den afklarede læsning af {place} passer ikke på noget i notatet",
            ),
            _START,
        )

    def _table(self, table: Table) -> Table:
        rows = tuple(self._row(table, row, number) for number, row in enumerate(table.rows, 1))
        return table.model_copy(update={"rows": rows})

    def _row(self, table: Table, row: Row, number: int) -> Row:
        for each in self._mine():
            if each.table is table.kind and each.row == number:
                row = self._figure(row, each)
        return row

    def _figure(self, row: Row, each: SettledFigure) -> Row:
        place = f"{each.table} row {each.row}, {each.column}"
        known = each.column == TOTAL or (each.column.isdecimal() and int(each.column) in row.amounts)
        if not known or isinstance(each.value, str):
            self.faults.append(self._does_not_fit(place))
            return row
        if each.column not in row.doubt:
            self.faults.append(self._overrides(place, row.location))
            return row
        value = None if each.value is None else Kroner(each.value)
        confirmed = {**row.confirmed, each.column: self.readings.confirmed}
        update: dict[str, object] = {
            "doubt": tuple(d for d in row.doubt if d != each.column),
            "confirmed": confirmed,
        }
        if each.column == TOTAL:
            return row.model_copy(update={**update, "total": value})
        return row.model_copy(update={**update, "amounts": {**row.amounts, int(each.column): value}})

    def _mark(
        self,
        mark: SettledMark,
        value: bool,  # noqa: FBT001 - the mark itself
        categories: dict[str, bool | None],
        districts: dict[str, bool | None],
        confirmed: dict[str, str],
    ) -> None:
        for marks in (categories, districts):
            if mark.mark not in marks:
                continue
            if marks[mark.mark] is None:
                marks[mark.mark] = value
                confirmed[mark.mark] = self.readings.confirmed
            else:
                self.faults.append(self._overrides(mark.mark, _START))
            return
        self.faults.append(self._does_not_fit(mark.mark))

    def _overrides(self, place: str, location: Location) -> Unread:
        return _faulty(
            Text(
                en=f"the settled reading of {place} would change what was read for certain, so it was not used",
                da=f"den afklarede læsning af {place} ville ændre noget, der er læst med sikkerhed, og er ikke brugt",
            ),
            location,
        )


def _still_unread(before: Note, after: Note) -> Iterator[Unread]:
    """The entries of `before` that are not answered by what was settled."""
    answered = [
        old.location
        for kind, table in zip(before.tables, after.tables, strict=True)
        for old, new in zip(kind.rows, table.rows, strict=True)
        if old.doubt and not new.doubt
    ]
    marks = {"categories": after.categories, "districts": after.districts}
    for unread in before.unread:
        settled_marks = unread.about in marks and None not in marks[unread.about].values()
        if unread.location not in answered and not (settled_marks and unread.code == "GC905"):
            yield unread
