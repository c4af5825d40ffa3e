"""Where in a document something stands."""

from __future__ import annotations

from typing import Literal

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class LineLocation(Frozen):
    """A place in a text file; both counted from 1."""

    line: int
    column: int

    def described(self) -> Text:
        """The place in words."""
        return Text(en=f"line {self.line}", da=f"linje {self.line}")


class PageLocation(Frozen):
    """A box on a page: page from 1, box as left, top, right, bottom in points of the page as displayed."""

    page: int
    bbox: tuple[int, int, int, int]

    def described(self) -> Text:
        """The place in words."""
        return Text(en=f"page {self.page}", da=f"side {self.page}")


class ParagraphLocation(Frozen):
    """A paragraph of a Word file, from 1."""

    paragraph: int

    def described(self) -> Text:
        """The place in words."""
        return Text(en=f"paragraph {self.paragraph}", da=f"afsnit {self.paragraph}")


class CellLocation(Frozen):
    """A cell of a Word table; all counted from 1."""

    table: int
    row: int
    column: int

    def described(self) -> Text:
        """The place in words."""
        return Text(
            en=f"table {self.table}, row {self.row}, column {self.column}",
            da=f"tabel {self.table}, række {self.row}, kolonne {self.column}",
        )


class SheetLocation(Frozen):
    """A cell of a spreadsheet, as in `Ark1`, `B7`."""

    sheet: str
    cell: str

    def described(self) -> Text:
        """The place in words."""
        return Text(en=f"sheet {self.sheet}, cell {self.cell}", da=f"ark {self.sheet}, celle {self.cell}")


class GrantLocation(Frozen):
    """A grant of the register, by its id."""

    grant: str

    def described(self) -> Text:
        """The place in words."""
        return Text(en=f"register, grant {self.grant}", da=f"register, bevilling {self.grant}")


class FileLocation(Frozen):
    """A file as a whole, where nothing in it is the place."""

    whole_file: Literal[True]

    def described(self) -> Text:
        """The place in words."""
        return Text(en="the whole file", da="hele filen")


WHOLE_FILE = FileLocation(whole_file=True)

Location = (
    LineLocation
    | PageLocation
    | ParagraphLocation
    | CellLocation
    | SheetLocation
    | GrantLocation
    | FileLocation
)
