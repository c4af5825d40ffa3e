"""A sheet of cells, whichever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from grantcheck.model.text import Text
from grantcheck.read.structured.fault import TOO_LARGE, StructuredFault

if TYPE_CHECKING:
    from grantcheck.model.location import Location

_LONGEST = 20_000


class Trouble(Enum):
    """Why a cell's content is not what it seems."""

    FORMULA = Text(
        en="its formula has no stored value; open the file in Excel and save it",
        da="dens formel har ingen gemt værdi; åbn filen i Excel, og gem den",
    )
    ERROR = Text(en="it holds an error of the spreadsheet", da="den indeholder en fejl fra regnearket")
    DATE = Text(en="it is formatted as a date", da="den er formateret som en dato")
    TRUTH = Text(en="it holds true or false", da="den indeholder sand eller falsk")
    SCALED = Text(
        en="its number format shows another figure than it holds (thousands, per cent)",
        da="dens talformat viser et andet tal, end den indeholder (tusinder, procent)",
    )
    MERGED = Text(
        en="it is merged with other cells, so which of them its content is for is not certain",
        da="den er flettet med andre celler, så det er ikke sikkert, hvilken af dem indholdet gælder",
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: text, a whole number, an exact decimal, or nothing."""

    content: str | int | Decimal | None
    location: Location
    trouble: Trouble | None = None

    @property
    def text(self) -> str:
        """What it shows, blanks folded; decimals with a comma."""
        if self.content is None:
            return ""
        if isinstance(self.content, Decimal):
            return f"{self.content:f}".replace(".", ",")
        return " ".join(str(self.content).split())

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it, and nothing is wrong with it."""
        return not self.text and self.trouble is None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; its number counts from 1 as in the file."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether all of its cells are."""
        return all(cell.is_blank for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its name; a CSV file is one without."""

    name: str
    rows: tuple[SheetRow, ...]

    def __post_init__(self) -> None:
        """Refuses cells with more text than rules can compare.

        Raises:
            StructuredFault: a cell is too long.
        """
        for cell in (cell for row in self.rows for cell in row.cells):
            if isinstance(cell.content, str) and len(cell.content) > _LONGEST:
                place = cell.location.described()
                raise StructuredFault(
                    TOO_LARGE,
                    f"{place.en}: the cell has {len(cell.content)} characters; at most {_LONGEST} are read.",
                    f"{place.da}: cellen har {len(cell.content)} tegn; højst {_LONGEST} læses.",
                )
