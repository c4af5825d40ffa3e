"""What OCR read is for the eye: before facts are derived, all of it that is not in doubt already is taken out."""

from __future__ import annotations

from grantcheck.model.case import Case
from grantcheck.model.note import Note, Row, Table

_HEADING = ("code", "title", "subtitle", "budget_year", "department")


def without_recognised(case: Case) -> Case:
    """The case as the rules may see it; figures read by OCR stay, since their rows have them in doubt."""
    if case.note is None:
        return case
    others = tuple(_certain(other) for other in case.other_forms)
    return case.model_copy(update={"note": _certain(case.note), "other_forms": others})


def _certain(note: Note) -> Note:
    if not note.ocr_pages:
        return note
    heading = {name: None for name in _HEADING if note.recognised(note.places.get(name))}
    return note.model_copy(
        update={**heading, "tables": tuple(_figures_only(note, table) for table in note.tables)}
    )


def _figures_only(note: Note, table: Table) -> Table:
    if not note.has_recognised(table):
        return table
    return table.model_copy(update={"rows": tuple(_without_words(row) for row in table.rows)})


def _without_words(row: Row) -> Row:
    """The row without the words that say where it belongs."""
    unknown = ("control_area", "committee", "appropriation", "direction")
    return row.model_copy(update=dict.fromkeys(unknown))
