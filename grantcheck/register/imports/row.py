"""A row of a list to the rows of the register that it states, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.grant import GrantRow
from grantcheck.model.money import ORE_PER_KRONE, Kroner
from grantcheck.model.text import Text
from grantcheck.read.structured.amounts import amount_of
from grantcheck.read.structured.headings import folded
from grantcheck.read.structured.words import control_area_in, mark_in, price_level_in, year_in
from grantcheck.register.drafts import DraftRow, Refused
from grantcheck.register.imports import reasons
from grantcheck.register.imports.mapping import ORE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.data.profile import Profile
    from grantcheck.model.terms import ControlArea, PriceLevel
    from grantcheck.read.structured.cells import Cell, SheetRow
    from grantcheck.register.imports.layout import Layout
    from grantcheck.register.imports.mapping import AllocationMapping

_NAMES_JOINED = " / "
_IDS_JOINED = "-"
_EXCERPT = 60


class _RefusedError(ValueError):
    """Ends the reading of a row."""

    def __init__(self, reason: Text, cell: Cell) -> None:
        super().__init__(reason.en)
        self.refused = Refused(reason, cell.location, cell.text[:_EXCERPT])


@dataclass(frozen=True)
class RowReader:
    """Reads rows by a mapping."""

    layout: Layout
    mapping: AllocationMapping
    profile: Profile

    def is_left_out(self, row: SheetRow) -> bool:
        """Whether the mapping's filters leave the row out."""
        return any(
            (folded(row.cells[each.column].text) in each.words) is not each.takes
            for each in self.layout.filters
            if each.column < len(row.cells)
        )

    def read(self, row: SheetRow) -> list[DraftRow] | Refused:
        """The rows of the register that a row states: one for each year that it gives an amount for."""
        try:
            return list(self._stated(row))
        except _RefusedError as ended:
            return ended.refused

    def _stated(self, row: SheetRow) -> Iterator[DraftRow]:
        cells = row.cells
        grant = self._text(cells, "grant", _IDS_JOINED)
        if not grant:
            raise _RefusedError(reasons.NO_GRANT, self._cell(cells, "grant"))
        agreement = self._text(cells, "agreement")
        if not agreement:
            raise _RefusedError(reasons.NO_AGREEMENT, self._cell(cells, "agreement"))
        turned = self._is_turned(cells)
        area, level = self._area(cells), self._price_level(cells)
        permanent = self._permanent(cells)
        title, committee = self._text(cells, "title"), self._text(cells, "committee")
        appropriation, activity = self._text(cells, "appropriation"), self._text(cells, "activity")
        for year, amount, cell in self._amounts(cells):
            stated = GrantRow(
                grant,
                title,
                agreement,
                area,
                committee,
                appropriation,
                activity,
                level,
                year,
                Kroner(-amount if turned else amount),
                permanent,
            )
            yield DraftRow(stated, cell.location)

    def _amounts(self, cells: tuple[Cell, ...]) -> list[tuple[int, Kroner, Cell]]:
        long = self.layout.long
        if long is not None:
            year = year_in(cells[long[0]])
            if year is None:
                raise _RefusedError(reasons.NO_YEAR, cells[long[0]])
            amount = self._amount(cells[long[1]])
            if amount is None:
                raise _RefusedError(reasons.NO_AMOUNT, cells[long[1]])
            return [(year, amount, cells[long[1]])]
        read = [(year, self._amount(cells[column]), cells[column]) for year, column in self.layout.years]
        found = [(year, amount, cell) for year, amount, cell in read if amount is not None]
        if not found:
            raise _RefusedError(reasons.NO_AMOUNT, cells[self.layout.years[0][1]])
        return found

    def _amount(self, cell: Cell) -> Kroner | None:
        """The amount in a cell; None where it is blank."""
        unit = self.mapping.unit
        in_ore = unit == ORE
        read = amount_of(
            cell, 1 if isinstance(unit, str) else unit, self.mapping.number_format, self.mapping.decimals
        )
        if read.doubt is not None:
            raise _RefusedError(reasons.about_amount(read.doubt), cell)
        if read.kroner is None or not in_ore:
            return read.kroner
        if read.kroner % ORE_PER_KRONE:
            raise _RefusedError(reasons.PART_OF_A_KRONE, cell)
        return Kroner(read.kroner // ORE_PER_KRONE)

    def _is_turned(self, cells: tuple[Cell, ...]) -> bool:
        sign, column = self.mapping.sign, self.layout.sign
        if sign is None or column is None:
            return False
        word = folded(cells[column].text)
        if word in map(folded, sign.negative):
            return True
        if word not in map(folded, sign.positive):
            raise _RefusedError(reasons.NO_SIGN, cells[column])
        return False

    def _area(self, cells: tuple[Cell, ...]) -> ControlArea | None:
        cell = self._one(cells, "control_area")
        if cell is None or cell.is_blank:
            return self.mapping.constants.control_area
        own = {folded(word): area for word, area in self.mapping.control_areas.items()}
        area = own.get(folded(cell.text)) or control_area_in(cell, self.profile)
        if area is None:
            raise _RefusedError(reasons.NO_AREA, cell)
        return area

    def _price_level(self, cells: tuple[Cell, ...]) -> PriceLevel | None:
        cell = self._one(cells, "price_level")
        if cell is None or cell.is_blank:
            return self.mapping.constants.price_level
        level = price_level_in(cell)
        if level is None:
            raise _RefusedError(reasons.NO_LEVEL, cell)
        return level

    def _permanent(self, cells: tuple[Cell, ...]) -> bool:
        cell = self._one(cells, "permanent")
        if cell is None or cell.is_blank:
            return bool(self.mapping.constants.permanent)
        marked = mark_in(cell)
        if marked is None:
            raise _RefusedError(reasons.NO_MARK, cell)
        return marked

    def _text(self, cells: tuple[Cell, ...], name: str, joined: str = _NAMES_JOINED) -> str:
        """The words of a field, else those that hold for every row."""
        columns = self.layout.fields.get(name, ())
        for column in columns:
            trouble = cells[column].trouble
            if trouble is not None:
                raise _RefusedError(trouble.value, cells[column])
        words = joined.join(cells[column].text for column in columns if cells[column].text)
        return words or getattr(self.mapping.constants, name) or ""

    def _one(self, cells: tuple[Cell, ...], name: str) -> Cell | None:
        """The cell of a field that is one word."""
        columns = self.layout.fields.get(name, ())
        if not columns:
            return None
        if cells[columns[0]].trouble is not None:
            self._text(cells, name)
        return cells[columns[0]]

    def _cell(self, cells: tuple[Cell, ...], name: str) -> Cell:
        return cells[self.layout.fields.get(name, (0,))[0]]
