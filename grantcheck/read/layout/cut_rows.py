"""A row that the end of a page cuts in two: put together where that is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.layout.cell_text import CellText
from grantcheck.read.lines import glue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.table import Slot, Table

CUT = "the row is cut by the end of the page"
_ENDS_CUT = "-/,"


def is_cut(last: Table, row: Sequence[Slot], first_figure: int) -> bool:
    """Whether a page's first row is the rest of the last row on the page before.

    Args:
        last: the table so far.
        row: the first row below the heading on the next page.
        first_figure: the column of the first year.
    """
    above = covering(last, last.rows - 1)
    return bool(row) and _has_figures(above, first_figure) != _has_figures(row, first_figure)


def doubt_blanks(row: Sequence[Slot], first_figure: int) -> None:
    """A blank text cell at the top of a page may go on from a merged one on the page before."""
    for slot in row:
        if slot.column < first_figure and not slot.words:
            slot.uncertain = slot.uncertain or CUT


def mend(last: Table, row: Sequence[Slot], first_figure: int) -> None:
    """Put the rest of a row to its first part; the texts are in doubt unless they clearly go on."""
    above = {slot.column: slot for slot in covering(last, last.rows - 1)}
    label, rest = above.get(0), next((slot for slot in row if slot.column == 0), None)
    sure = label is not None and (
        rest is None or not rest.text.text or goes_on(label.text.text, rest.text.text)
    )
    for slot in row:
        text = slot.text
        if not text.text and not text.uncertain:
            continue
        before = above.get(slot.column)
        if before is None or before.column_span != slot.column_span:
            _doubt(above.values())
            continue
        _append(before, text, sure=sure or slot.column >= first_figure)


def goes_on(before: str, after: str) -> bool:
    """Whether a text is clearly the rest of another.

    >>> goes_on("varm skolemad til samt-", "lige folkeskoler"), goes_on("Madskoler", "Kantiner")
    (True, False)
    """
    return bool(before) and bool(after) and (after[:1].islower() or before[-1:] in _ENDS_CUT)


def covering(table: Table, row: int) -> list[Slot]:
    """The slots that reach over a row."""
    return [slot for slot in table.slots if slot.row <= row < slot.row + slot.row_span]


def _has_figures(row: Sequence[Slot], first_figure: int) -> bool:
    return any(slot.words for slot in row if slot.column >= first_figure)


def _append(before: Slot, text: CellText, *, sure: bool) -> None:
    old = before.text
    doubt = old.uncertain or text.uncertain or ("" if sure else CUT)
    whole = glue(old.text, text.text) + text.text if old.text else text.text
    before.settled = CellText(whole, doubt, " ".join(filter(None, (old.raised, text.raised))))


def _doubt(slots: Iterable[Slot]) -> None:
    for slot in slots:
        slot.settled = CellText(slot.text.text, slot.text.uncertain or CUT, slot.text.raised)
