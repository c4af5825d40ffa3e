"""The rows of a sheet to notes: rows with one code make one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.note import Note, Source, Unread
from grantcheck.read.refused import too_many_notes
from grantcheck.read.structured.sheet_doubts import DIFFERS, MARK, NO_MARK, NO_VALUE, NO_YEAR, word_doubt
from grantcheck.read.structured.sheet_tables import read_sheet_tables
from grantcheck.read.structured.words import is_unsure, listed_in, mark_in, year_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.data.profile import Profile
    from grantcheck.model.location import Location
    from grantcheck.model.reading_limits import ReadingLimits
    from grantcheck.read.structured.cells import Cell
    from grantcheck.read.structured.entries import Entry
    from grantcheck.read.structured.mapping import Mapping


def read_sheet_notes(
    entries: Iterable[Entry], mapping: Mapping, source: Source, profile: Profile, limits: ReadingLimits
) -> tuple[Note, ...]:
    """A note for each code, in the order of their first rows.

    Raises:
        RefusedError: there are too many notes.
    """
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        by_code.setdefault(entry.code, []).append(entry)
    if len(by_code) > limits.notes_per_file:
        raise too_many_notes(len(by_code), limits.notes_per_file)
    return tuple(_Assembly(code, rows, mapping, profile).note(source) for code, rows in by_code.items())


class _Assembly:
    """One note's rows, and what was not read of them."""

    def __init__(self, code: str, entries: Sequence[Entry], mapping: Mapping, profile: Profile) -> None:
        self._code = code
        self._entries = entries
        self._mapping = mapping
        self._profile = profile
        self._unread: list[Unread] = []
        self._places: dict[str, Location] = {}

    def note(self, source: Source) -> Note:
        """The note."""
        self._place("code", self._entries[0].cell("code"))
        budget_year = self._budget_year()
        categories = self._categories(budget_year)
        tables = read_sheet_tables(self._entries, self._profile)
        return Note(
            source=source,
            code=self._code,
            title=self._stated("title"),
            subtitle=self._stated("subtitle"),
            budget_year=budget_year,
            department=self._stated("department") or self._mapping.department,
            categories=categories,
            districts=self._listed("districts", self._profile.districts, {}),
            tables=tuple(tables.tables),
            unread=(*self._unread, *tables.unread),
            places=dict(self._places),
        )

    def _place(self, key: str, cell: Cell | None) -> None:
        if cell is not None and not cell.is_blank:
            self._places[key] = cell.location

    def _said(self, name: str, about: str = "heading") -> Cell | None:
        """The cell that states something of the whole note; None where no row does, or rows differ."""
        cells = [cell for entry in self._entries if (cell := entry.cell(name)) is not None]
        stated = [cell for cell in cells if not cell.is_blank]
        if not stated:
            return None
        for cell in stated:
            unsure = is_unsure(cell)
            if unsure or cell.text != stated[0].text:
                self._unread.append(word_doubt(about, cell, NO_VALUE if unsure else DIFFERS))
                return None
        self._place(name, stated[0])
        return stated[0]

    def _stated(self, name: str) -> str | None:
        cell = self._said(name)
        return None if cell is None else cell.text

    def _budget_year(self) -> int | None:
        cell = self._said("budget_year")
        if cell is None:
            in_column = "budget_year" in self._entries[0].view.fields
            return None if in_column and self._unread else self._mapping.budget_year
        year = year_in(cell)
        if year is None:
            self._unread.append(word_doubt("heading", cell, NO_YEAR))
        return year

    def _categories(self, budget_year: int | None) -> dict[str, bool | None]:
        listed = self._profile.category_list(budget_year)
        labels = listed.labels if listed else ()
        marks = self._listed("categories", labels, self._profile.label_aliases)
        for label, column in self._entries[0].view.marks.items():
            marks[label] = self._mark(label, column)
        return marks

    def _mark(self, label: str, column: int) -> bool | None:
        """A mark in a column of its own; a blank in a note's later rows does not take it back."""
        cells = [
            entry.row.cells[column]
            for entry in self._entries
            if label in entry.view.marks and column < len(entry.row.cells)
        ]
        marks = [mark_in(cell) for cell in cells]
        for cell, mark in zip(cells, marks, strict=True):
            if mark is None:
                self._unread.append(word_doubt("categories", cell, NO_MARK, MARK))
                return None
            if mark:
                self._place(f"category: {label}", cell)
        return any(marks)

    def _listed(self, name: str, labels: Sequence[str], aliases: dict[str, str]) -> dict[str, bool | None]:
        """Marks listed in one cell; none where the sheet has no such column, all undecided where rows differ."""
        if name not in self._entries[0].view.fields:
            return {}
        before = len(self._unread)
        cell = self._said(name, name)
        marks: dict[str, bool | None] = dict.fromkeys(labels, False)
        if cell is None:
            return marks if len(self._unread) == before else dict.fromkeys(labels)
        by_folded = {label.casefold(): label for label in labels}
        for item in listed_in(cell):
            label = by_folded.get(aliases.get(item, item).casefold(), item)
            marks[label] = True
        if name == "categories":
            self._places |= {f"category: {label}": cell.location for label, mark in marks.items() if mark}
        return marks
