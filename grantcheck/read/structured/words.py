"""The words that cells hold beside figures: units, price levels, directions, marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.terms import ControlArea, Direction, PriceLevel
from grantcheck.read.structured.cells import Trouble

if TYPE_CHECKING:
    from grantcheck.data.profile import Profile
    from grantcheck.read.structured.cells import Cell

_UNITS = {
    1: ("1", "kr", "kroner", "helekr", "helekroner", "dkk"),
    1_000: ("1000", "1000kr", "tkr", "tusindkr", "tdkk"),
    1_000_000: ("1000000", "mio", "miokr", "mill", "millkr", "mdkk"),
}
_DIRECTIONS = {
    Direction.INCOME: ("i", "indtægt", "indtægter", "income"),
    Direction.EXPENSE: ("u", "udgift", "udgifter", "expense"),
}
_LEVEL = re.compile(r"(?P<year>20\d\d)(?:[ -]?(?:p/l|pl|priser|prices|niveau|prisniveau))?")
_CURRENT = re.compile(r"(?:løbende|current)(?: (?:p/l|pl|priser|prices))?")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_MARKED = frozenset({"x", "✓", "✔", "☒", "☑", "1", "ja", "j", "yes", "y", "sand", "true"})
_NOT_MARKED = frozenset({"", "-", "–", "☐", "0", "nej", "n", "no", "falsk", "false"})
_UNSURE = frozenset({Trouble.FORMULA, Trouble.ERROR, Trouble.DATE})
_SEPARATORS = re.compile(r"[;,\n]")


def is_unsure(cell: Cell) -> bool:
    """Whether a cell's text is not what somebody wrote there."""
    return cell.trouble in _UNSURE


def unit_in(cell: Cell) -> int | None:
    """Kroner for each unit; None where the cell does not say.

    >>> from grantcheck.model.location import LineLocation
    >>> from grantcheck.read.structured.cells import Cell
    >>> unit_in(Cell("1.000 kr.", LineLocation(line=1, column=1)))
    1000
    """
    word = re.sub(r"[ .]", "", cell.text.casefold())
    return next((unit for unit, words in _UNITS.items() if word in words), None)


def price_level_in(cell: Cell) -> PriceLevel | None:
    """A year, `current`, or None where the cell says neither."""
    text = cell.text.casefold()
    found = _LEVEL.fullmatch(text)
    if found:
        return int(found["year"])
    return "current" if _CURRENT.fullmatch(text) else None


def year_in(cell: Cell) -> int | None:
    """A year, or None."""
    return int(cell.text) if _YEAR.fullmatch(cell.text) and not is_unsure(cell) else None


def direction_in(cell: Cell) -> Direction | None:
    """Income or expense, or None."""
    word = cell.text.casefold()
    return next((direction for direction, words in _DIRECTIONS.items() if word in words), None)


def control_area_in(cell: Cell, profile: Profile) -> ControlArea | None:
    """The control area by the profile's names or the model's, or None."""
    word = cell.text.casefold()
    by_value = {area.value: area for area in ControlArea}
    return profile.control_areas.get(word) or by_value.get(word)


def mark_in(cell: Cell) -> bool | None:
    """Whether a cell holds a mark; None where that is not certain."""
    if is_unsure(cell):
        return None
    word = cell.text.casefold()
    if word in _MARKED:
        return True
    return False if word in _NOT_MARKED else None


def listed_in(cell: Cell) -> tuple[str, ...]:
    """The items of a list in one cell, set apart by `;`, `,` or lines."""
    items = (" ".join(item.split()) for item in _SEPARATORS.split(str(cell.content or "")))
    return tuple(item for item in items if item)
