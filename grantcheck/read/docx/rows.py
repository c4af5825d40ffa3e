"""Rows of a Word table to cells with their columns, spans and merges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.docx.names import VAL, w
from grantcheck.read.docx.paragraphs import COME, GONE
from grantcheck.read.docx.xml import is_on, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_THROUGH = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), *COME})
_MOST_SPAN = 200


@dataclass(slots=True)
class RowCell:
    """A cell as it stands in its row; `above` tells that it goes on from the row above."""

    element: _Element
    row: int
    column: int
    span: int
    row_span: int = 1
    above: bool = False
    restarts: bool = False
    uncertain: str = ""


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table's cells, each once, and its size."""

    cells: tuple[RowCell, ...]
    hidden: tuple[RowCell, ...]
    """Cells that are covered by the one they are merged with."""
    rows: int
    columns: int
    changed: bool
    """Whether rows or cells were inserted or deleted with changes tracked."""


def through(parent: _Element, name: str) -> Iterator[_Element]:
    """Children of one name, also those that a content control or a tracked insertion wraps."""
    for element in parent:
        if element.tag == name:
            yield element
        elif element.tag in _THROUGH:
            yield from through(element, name)


def table_shape(table: _Element) -> TableShape:
    """The cells of a table, with merged ones put together."""
    changed = False
    rows: list[list[RowCell]] = []
    ends: list[int] = []
    for element in through(table, w("tr")):
        properties = element.find(w("trPr"))
        changed = changed or _tracked(properties)
        if properties is not None and (
            properties.find(w("del")) is not None or is_on(properties, w("hidden"))
        ):
            continue
        cells, end, touched = _row(element, len(rows))
        changed = changed or touched
        rows.append(cells)
        ends.append(end)
    columns = max(ends, default=0)
    for cells, end in zip(rows, ends, strict=True):
        if end != columns:
            _doubt(cells, "columns")
    kept, hidden = _merged(rows)
    return TableShape(tuple(kept), tuple(hidden), len(rows), columns, changed)


def _tracked(properties: _Element | None) -> bool:
    return properties is not None and any(properties.find(name) is not None for name in (*COME, *GONE))


def _row(element: _Element, at: int) -> tuple[list[RowCell], int, bool]:
    """A row's cells, the column after its last, and whether cells of it are tracked changes."""
    properties = element.find(w("trPr"))
    column = number(properties, w("gridBefore"), 0)
    cells: list[RowCell] = []
    touched = False
    for cell in through(element, w("tc")):
        about = cell.find(w("tcPr"))
        span = max(1, min(number(about, w("gridSpan"), 1), _MOST_SPAN))
        touched = touched or _cell_tracked(about)
        if cells and _goes_on(about, "hMerge"):
            cells[-1].span += span
        else:
            restarts = about is not None and about.find(w("vMerge")) is not None
            above = _goes_on(about, "vMerge")
            cells.append(RowCell(cell, at, column, span, above=above, restarts=restarts and not above))
        column += span
    if touched:
        _doubt(cells, "tracked cells")
    return cells, column + number(properties, w("gridAfter"), 0), touched


def _cell_tracked(properties: _Element | None) -> bool:
    names = ("cellIns", "cellDel", "cellMerge")
    return properties is not None and any(properties.find(w(name)) is not None for name in names)


def _goes_on(properties: _Element | None, name: str) -> bool:
    merge = None if properties is None else properties.find(w(name))
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _doubt(cells: list[RowCell], reason: str) -> None:
    for cell in cells:
        cell.uncertain = cell.uncertain or reason


def _merged(rows: list[list[RowCell]]) -> tuple[list[RowCell], list[RowCell]]:
    """Every cell once, at its first row."""
    kept: list[RowCell] = []
    hidden: list[RowCell] = []
    going: dict[tuple[int, int], RowCell] = {}
    for cells in rows:
        still: dict[tuple[int, int], RowCell] = {}
        for cell in cells:
            key = (cell.column, cell.span)
            first = going.get(key) if cell.above else None
            if first is not None:
                first.row_span += 1
                first.uncertain = first.uncertain or cell.uncertain
                hidden.append(cell)
                still[key] = first
                continue
            if cell.above:
                cell.uncertain = cell.uncertain or "merged with nothing"
            if cell.restarts:
                still[key] = cell
            kept.append(cell)
        going = still
    return kept, hidden
