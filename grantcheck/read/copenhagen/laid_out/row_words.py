"""The words of a table's row, cell by cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.terms import RowKind, TableKind
from grantcheck.read.blocks import MAY_GO_ON
from grantcheck.read.copenhagen.row_text import RowText, is_marked, is_unfinished, sum_kind, without_footnote
from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Collection

    from grantcheck.data.profile import Profile
    from grantcheck.read.blocks import Cell
    from grantcheck.read.copenhagen.laid_out.grid_heading import Column, GridHeading
    from grantcheck.read.copenhagen.laid_out.grid_view import GridView

_RAISED_AT_END = re.compile(r"(?<!\bm)(?<!\bkm)(?<!\bcm)[¹²³⁴⁵⁶⁷⁸⁹]+\)?$")
_OPENS = re.compile(r"[A-ZÆØÅ0-9\"»(]")


def read_words(view: GridView, row: int, heading: GridHeading, kind: TableKind, profile: Profile) -> RowText:
    """What the cells of words say; a cell that is merged over rows says it of each of them."""
    label = _cell(view, row, heading.fields["label"])
    name = "" if label is None else without_marks(label.text)
    summed = sum_kind(name, kind, profile)
    found = RowText(summed or RowKind.ACTIVITY, name)
    if label is None or label.uncertain:
        found.doubts((label and label.uncertain) or "cell", "label")
    if summed:
        return found
    _check_name(found, ruled=view.grid.ruled)
    if kind is TableKind.PRIOR and not view.grid.ruled and _names_two_agreements(name, profile):
        found.doubts("merged", "label")
    for field, column in heading.fields.items():
        if field != "label":
            _read_field(found, view, field, _cell(view, row, column), label, profile)
    return found


def without_marks(name: str) -> str:
    """A name without the mark of a footnote behind it.

    >>> without_marks("Demenskoordinatorer²"), without_marks("Anlæg1)"), without_marks("400 m²")
    ('Demenskoordinatorer', 'Anlæg', '400 m²')
    """
    return without_footnote(_RAISED_AT_END.sub("", name.strip()))


def _cell(view: GridView, row: int, column: Column) -> Cell | None:
    """The one cell with text below a heading, or a blank one; None where there is none or more than one."""
    cells = view.covering(row, column.start, column.span)
    filled = [cell for cell in cells if cell.text or cell.uncertain]
    if len(filled) > 1:
        return None
    return next(iter(filled or cells), None)


def _names(field: str, profile: Profile) -> set[str]:
    """All that can stand in a column whose names are known."""
    known: dict[str, Collection[str]] = {
        "control_area": profile.control_areas,
        "direction": profile.directions,
        "committee": profile.committee_names,
    }
    return {squeezed(name) for name in known.get(field, ())}


def _is_whole(view: GridView, cell: Cell, names: set[str]) -> bool:
    """Whether a cell that may go on the one above does not: it and all such beside it are names that are known."""
    for step in (-1, 1):
        row, near = cell.row, cell
        while near.uncertain:
            if near.uncertain != MAY_GO_ON or squeezed(near.text) not in names:
                return False
            row += step
            beside = view.at(row, cell.column)
            if beside is None:
                break
            near = beside
    return True


def _check_name(found: RowText, *, ruled: bool) -> None:
    if not found.label:
        found.doubts("merged", "label")
        return
    cut = not ruled and (is_unfinished(found.label) or not _OPENS.match(found.label))
    if cut or is_marked(found.label):
        found.doubts("label", "label")


def _names_two_agreements(name: str, profile: Profile) -> bool:
    """Whether a name may be that of two rows, one of them without figures."""
    agreements = "|".join(re.escape(word) for word in profile.agreements)
    return len(re.findall(rf"\b(?:{agreements})\b(?=\s+\d{{4}})", name)) > 1


def _read_field(
    found: RowText, view: GridView, field: str, cell: Cell | None, label: Cell | None, profile: Profile
) -> None:
    if cell is None or (cell.uncertain and not _is_whole(view, cell, _names(field, profile))):
        found.doubts((cell and cell.uncertain) or "cell", field)
    elif not cell.text or cell is label:
        found.doubts("merged", field)
    elif field == "control_area":
        areas = {squeezed(words): area for words, area in profile.control_areas.items()}
        found.control_area = areas.get(squeezed(cell.text))
        if found.control_area is None:
            found.doubts("area", field)
    elif field == "direction":
        directions = {squeezed(words): direction for words, direction in profile.directions.items()}
        found.direction = directions.get(squeezed(cell.text))
        if found.direction is None:
            found.doubts("direction", field)
    elif field == "committee":
        names = {squeezed(name): name for name in profile.committee_names}
        found.committee = names.get(squeezed(cell.text), cell.text)
    elif field == "appropriation":
        found.appropriation = cell.text
