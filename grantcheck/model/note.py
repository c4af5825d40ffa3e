"""A budget note as it was read: every figure with its place, every doubt said.

The fields are contract 1 of `grantcheck show --format json`; amounts are whole kroner (printed figure times
unit), income negative where it is printed so.
"""

from __future__ import annotations

from pydantic import Field

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location, PageLocation
from grantcheck.model.money import Kroner
from grantcheck.model.terms import (
    ClaimRole,
    ControlArea,
    Direction,
    Frequency,
    PriceLevel,
    RowKind,
    StatementKind,
    TableKind,
)
from grantcheck.model.text import Text
from grantcheck.model.years import Year

SHEET_TYPES = frozenset({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
"""Media types of files that hold proposals as rows: no text, no template, one table where a note has two."""

DATA_TYPES = SHEET_TYPES | {"application/yaml", "application/json"}
"""Media types of files that give notes as data."""

TOTAL = "total"
"""The key of a row's own total among its figures; years are keyed as text, "2026"."""


class Source(Frozen):
    """The file a note was read from."""

    path: str
    sha256: str
    media_type: str


class Claim(Frozen):
    """An amount in the running text. It carries only what its own phrase says."""

    amount: Kroner
    precision: Kroner
    """The value of the last digit printed: 100 000 for "0,2 mio. kr."."""
    from_year: Year | None
    to_year: Year | None
    frequency: Frequency | None
    control_area: ControlArea | None
    role: ClaimRole
    text: str
    sentence: int
    """The number of the sentence it stands in; claims of one sentence share it."""
    location: Location


class Statement(Frozen):
    """A phrase that says a grant continues or expires."""

    kind: StatementKind
    text: str
    agreement_year: Year | None = None
    """CONTINUES: the year of the agreement that continued it; None where the note itself asks to."""
    first_reading: Year | None = None
    """EXPIRES: the earliest last funded year that the phrase admits."""
    last_reading: Year | None = None
    """EXPIRES: the latest last funded year that the phrase admits."""
    location: Location


class Row(Frozen):
    """A row of a table."""

    kind: RowKind
    label: str
    control_area: ControlArea | None = None
    committee: str | None = None
    appropriation: str | None = None
    direction: Direction | None = None
    amounts: dict[Year, Kroner | None]
    """By year; None where the cell is blank or in doubt (then the year stands in `doubt`)."""
    total: Kroner | None = None
    doubt: tuple[str, ...] = ()
    """What could not be decided: years as text, `total`, `label`, `control_area`, `committee`, …"""
    location: Location
    printed: dict[str, str] = Field(default_factory=dict)
    """The figures as printed, by year as text and `total`."""
    places: dict[str, Location] = Field(default_factory=dict)
    """Where each figure stands, by the same keys."""
    confirmed: dict[str, str] = Field(default_factory=dict)
    """Who settled a figure that was in doubt, and when, by the same keys."""


class Table(Frozen):
    """A table of the note, joined over pages."""

    kind: TableKind
    number: int | None
    """As in "Tabel 2"; the prior table has none."""
    caption: str
    unit: int | None
    """Kroner per printed unit; None where the table does not state it (then every amount is in doubt)."""
    price_level: PriceLevel | None
    precision: Kroner | None
    """The value in kroner of the last digit printed; `unit` where figures are whole, None without unit."""
    has_totals: bool
    """Whether there is a column "I alt"."""
    years: tuple[Year, ...]
    rows: tuple[Row, ...]
    location: Location

    @property
    def may_lack_rows(self) -> bool:
        """Whether the name of a sum is in doubt: rows above it may have run into it."""
        return any(row.kind is not RowKind.ACTIVITY and "label" in row.doubt for row in self.rows)


class Sentence(Frozen):
    """A sentence of the running text, without line breaks."""

    text: str
    location: Location


class Section(Frozen):
    """A heading of the template and the running text below it."""

    name: str
    """The profile's name for it, not as printed: `resume`, `economy`, …"""
    heading: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    """The text once more, each sentence with its place."""
    location: Location


class PageHead(Frozen):
    """A running head such as "Budget 2026 2/2"."""

    page: int
    pages: int
    location: Location


class Unread(Frozen):
    """Something seen but not read for certain."""

    code: str
    about: str
    """`heading`, `categories`, `districts`, `claims`, a table kind, or `page`."""
    message: Text
    excerpt: str = ""
    location: Location


class Note(Frozen):
    """A budget note."""

    source: Source
    code: str | None
    title: str | None
    subtitle: str | None
    budget_year: Year | None
    department: str | None
    categories: dict[str, bool | None]
    """By label as the template prints it, in its order; None where a mark could not be decided."""
    districts: dict[str, bool | None]
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    sections: tuple[Section, ...] = ()
    page_heads: tuple[PageHead, ...] = ()
    unread: tuple[Unread, ...] = ()
    places: dict[str, Location] = Field(default_factory=dict)
    """Where `code`, `title`, `subtitle`, `budget_year`, `department` and each `category: LABEL` stand."""
    confirmed: dict[str, str] = Field(default_factory=dict)
    """Who settled a mark that was in doubt, and when, by label."""
    ocr_pages: tuple[int, ...] = ()
    """Pages that were read by OCR: what stands on them is shown, and no rule is decided by it."""

    def recognised(self, place: Location | None) -> bool:
        """Whether OCR read what stands there; of something without a place it may have, where it read anything."""
        if isinstance(place, PageLocation):
            return place.page in self.ocr_pages
        return bool(self.ocr_pages)

    @property
    def has_hidden_pages(self) -> bool:
        """Whether a page was not read at all, or only by OCR; what is missing may stand there."""
        return bool(self.ocr_pages) or any(unread.code == "GC902" for unread in self.unread)

    def has_recognised(self, table: Table) -> bool:
        """Whether OCR read any part of a table."""
        places = (table.location, *(row.location for row in table.rows))
        return bool(self.ocr_pages) and any(self.recognised(place) for place in places)

    def table(self, kind: TableKind) -> Table | None:
        """The table of that kind, or None where the note has none or it was not read."""
        return next((table for table in self.tables if table.kind is kind), None)
