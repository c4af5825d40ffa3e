"""The rows of a sheet to entries: for each its note's code, its words and its amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL
from grantcheck.read.structured.amounts import Amount, amount_of
from grantcheck.read.structured.fault import MISTAKE, StructuredFault, nearest
from grantcheck.read.structured.headings import folded
from grantcheck.read.structured.words import is_unsure, price_level_in, unit_in, year_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.terms import PriceLevel
    from grantcheck.read.structured.cells import Cell, SheetRow
    from grantcheck.read.structured.mapping import Mapping
    from grantcheck.read.structured.view import View

_SUM_WORDS = ("i alt", "total", "sum", "ialt")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a sheet."""

    row: SheetRow
    view: View
    code: str
    is_prior: bool
    unit: int | None
    price_level: PriceLevel | None
    amounts: dict[str, Amount]
    """By year as text, and `total`."""
    cells: dict[str, Cell]
    """The cells of the amounts, by the same keys."""

    def cell(self, name: str) -> Cell | None:
        """The cell of a column by what it holds; None where the sheet has no such column."""
        column = self.view.fields.get(name)
        return None if column is None else _at(self.row, column)

    def text(self, name: str) -> str:
        """What that cell says; empty where there is none, or what it says is not certain."""
        cell = self.cell(name)
        return "" if cell is None or is_unsure(cell) else cell.text

    @property
    def label_field(self) -> str:
        """The column of its name: a prior row is named after its agreement."""
        return "agreement" if self.is_prior and "agreement" in self.view.fields else "activity"

    @property
    def has_figures(self) -> bool:
        """Whether any amount, or something that should be one, stands in it."""
        return any(not cell.is_blank for cell in self.cells.values())


def read_entries(
    view: View, mapping: Mapping, profile: Profile, *, only_with_figures: bool
) -> Iterator[Entry]:
    """The entries of a sheet, below its headings.

    Args:
        view: the columns.
        mapping: how figures are written, and what tells prior rows.
        profile: names the rows of sums.
        only_with_figures: leaves out rows that say nothing in this view.

    Raises:
        StructuredFault: a row with amounts belongs to no note, or not to a year.
    """
    for row in view.headings.sheet.rows[view.headings.row.number :]:
        if row.is_blank:
            continue
        code = _at(row, view.fields["code"])
        if code.is_blank or is_unsure(code):
            _check_no_amounts(row, view, profile)
            continue
        entry = _entry(row, view, mapping, code.text)
        if entry.has_figures or not only_with_figures:
            yield entry


def _at(row: SheetRow, column: int) -> Cell:
    """A cell; the rows of Excel end where their content does."""
    return row.cells[column] if column < len(row.cells) else _blank_beside(row)


def _blank_beside(row: SheetRow) -> Cell:
    last = row.cells[-1]
    return type(last)(None, last.location)


def _entry(row: SheetRow, view: View, mapping: Mapping, code: str) -> Entry:
    unit, price_level = view.unit, view.price_level
    prior = _is_prior(row, view, mapping)
    if prior and view.is_prior is None:
        unit = (mapping.prior.unit if mapping.prior else None) or unit
        price_level = mapping.prior.price_level if mapping.prior else None
    if "unit" in view.fields:
        unit = unit_in(_at(row, view.fields["unit"]))
    if "price_level" in view.fields:
        price_level = price_level_in(_at(row, view.fields["price_level"]))
    cells = dict(_figure_cells(row, view))
    amounts = {
        key: amount_of(cell, unit, mapping.number_format, mapping.decimals) for key, cell in cells.items()
    }
    return Entry(row, view, code, prior, unit, price_level, amounts, cells)


def _figure_cells(row: SheetRow, view: View) -> Iterator[tuple[str, Cell]]:
    yield from ((str(year), _at(row, column)) for year, column in view.years.items())
    if view.long is not None:
        year_cell, cell = (_at(row, column) for column in view.long)
        year = year_in(year_cell)
        if year is None and not cell.is_blank:
            raise _row_fault(year_cell, f"'{year_cell.text}' is no year.", f"'{year_cell.text}' er intet år.")
        if year is not None:
            yield str(year), cell
    if "total" in view.fields:
        yield TOTAL, _at(row, view.fields["total"])


def _is_prior(row: SheetRow, view: View, mapping: Mapping) -> bool:
    if view.is_prior is not None:
        return view.is_prior
    cell = _at(row, view.fields["kind"])
    word = folded(cell.text)
    if word in map(folded, mapping.kinds.prior):
        return True
    if word in map(folded, mapping.kinds.request):
        return False
    remedy = nearest(cell.text, (*mapping.kinds.request, *mapping.kinds.prior))
    raise _row_fault(
        cell,
        f"'{cell.text}' is neither a request nor a prior allocation. {remedy.en}",
        f"'{cell.text}' er hverken et ønske eller tidligere midler. {remedy.da}",
    )


def _check_no_amounts(row: SheetRow, view: View, profile: Profile) -> None:
    """A row without a code is a footnote, or a sum over all notes; other money would be lost."""
    figures = [cell for column in view.figures if not (cell := _at(row, column)).is_blank]
    if not figures or any(_names_sum(cell, profile) for cell in row.cells):
        return
    code = _at(row, view.fields["code"])
    raise _row_fault(
        code,
        "The row has amounts but no code. Write the code of its note into every row.",
        "Rækken har beløb, men ingen kode. Skriv notatets kode i hver række.",
    )


def _names_sum(cell: Cell, profile: Profile) -> bool:
    word = folded(cell.text)
    totals = {folded(label) for caption in profile.captions for label in caption.total}
    return word in totals or word in _SUM_WORDS


def _row_fault(cell: Cell, en: str, da: str) -> StructuredFault:
    place = cell.location.described()
    return StructuredFault(MISTAKE, f"{place.en}: {en}", f"{place.da}: {da}")
