"""What a structured note file may hold: contract 1 of `show --format json`, with defaults for what is plain.

A person writes what the note says; the file that was read, and the line of each value, are added in reading.
`source`, `location` and `places` are accepted, as `show` prints them, and left aside.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from grantcheck.model.frozen import Frozen
from grantcheck.model.location import Location
from grantcheck.model.note import Source
from grantcheck.model.terms import (
    ClaimRole,
    ControlArea,
    Direction,
    Frequency,
    RowKind,
    StatementKind,
    TableKind,
)
from grantcheck.model.text import Text

_YEAR_DIGITS = 4
_MOST_KRONER = 10**14
"""More than all public money of the country; keeps sums inside what the engine holds."""


def _from_text(key: object) -> object:
    """A year as a key: JSON has text keys only."""
    is_year = isinstance(key, str) and len(key) == _YEAR_DIGITS and key.isascii() and key.isdecimal()
    return int(str(key)) if is_year else key


WholeKroner = Annotated[int, Field(strict=True, ge=-_MOST_KRONER, le=_MOST_KRONER)]
FormYear = Annotated[int, Field(strict=True, ge=1900, le=2200)]
YearKey = Annotated[int, BeforeValidator(_from_text), Field(strict=True, ge=1900, le=2200)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Unit = Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)]
Marks = dict[str, StrictBool | None] | tuple[str, ...]
"""Marks by label (true, false, null where undecided), or the labels that are marked."""


class _Placed(Frozen):
    location: Location | None = Field(None, description="Left aside: the place is the line of this file.")


class ClaimForm(_Placed):
    """An amount in the running text, with what its own phrase says."""

    amount: WholeKroner
    text: str = Field(description='As printed: "0,2 mio. kr. årligt på service i 2026-2029".')
    precision: Annotated[int, Field(strict=True, ge=1, le=_MOST_KRONER)] | None = Field(
        None, description="The value of the last digit printed; read from `text` where it is left out."
    )
    from_year: FormYear | None = None
    to_year: FormYear | None = None
    frequency: Frequency | None = None
    control_area: ControlArea | None = None
    role: ClaimRole | None = Field(
        None, description="`request`, or `prior` where the years lie before the budget year."
    )
    sentence: Count | None = None


class StatementForm(_Placed):
    """A phrase that says a grant continues or expires."""

    kind: StatementKind
    text: str
    agreement_year: FormYear | None = None
    first_reading: FormYear | None = None
    last_reading: FormYear | None = None


class RowForm(_Placed):
    """A row of a table."""

    kind: RowKind = RowKind.ACTIVITY
    label: str = Field(max_length=2_000)
    control_area: ControlArea | None = None
    committee: str | None = None
    appropriation: str | None = None
    direction: Direction | None = None
    amounts: dict[YearKey, WholeKroner | None] = Field(description="Whole kroner by year.")
    total: WholeKroner | None = None
    doubt: tuple[str, ...] = ()
    printed: dict[str, str] = Field(default_factory=dict)
    confirmed: dict[str, str] = Field(default_factory=dict, description="Who settled a figure, by its key.")
    places: dict[str, Location] = Field(default_factory=dict)


class TableForm(_Placed):
    """A table of the note."""

    kind: TableKind
    number: Count | None = None
    caption: str = ""
    unit: Unit | None = Field(1, description="Kroner per printed unit; null where the table states none.")
    price_level: FormYear | Literal["current"] | None = None
    precision: Annotated[int, Field(strict=True, ge=1)] | None = None
    has_totals: StrictBool | None = None
    years: tuple[FormYear, ...] | None = Field(None, max_length=60)
    rows: tuple[RowForm, ...] = Field(max_length=5_000)


class SectionForm(_Placed):
    """A heading of the template and the text below it."""

    name: str
    heading: str | None = None
    text: str = ""


class PageHeadForm(_Placed):
    """A running head such as "Budget 2026 2/2"."""

    page: Count
    pages: Count


class UnreadForm(_Placed):
    """Something seen but not read for certain."""

    code: str = Field(pattern=r"^GC\d{3}$")
    about: str
    message: str | Text
    excerpt: str = ""


class NoteForm(Frozen):
    """A budget note."""

    source: Source | None = Field(None, description="Left aside: the source is this file.")
    code: str | None
    title: str | None
    subtitle: str | None = None
    budget_year: FormYear | None = None
    department: str | None = None
    categories: Marks = Field(default_factory=dict)
    districts: Marks = Field(default_factory=dict)
    claims: tuple[ClaimForm, ...] | None = Field(None, max_length=5_000)
    statements: tuple[StatementForm, ...] | None = Field(None, max_length=5_000)
    tables: tuple[TableForm, ...] = Field(default=(), max_length=20)
    sections: tuple[SectionForm, ...] | dict[str, str] = Field(
        default=(), description="Texts by the name of their part: resume, content, economy, …"
    )
    page_heads: tuple[PageHeadForm, ...] = ()
    unread: tuple[UnreadForm, ...] = ()
    places: dict[str, Location] = Field(default_factory=dict)
    confirmed: dict[str, str] = Field(default_factory=dict, description="Who settled a mark, by its label.")
    ocr_pages: tuple[int, ...] = Field(default=(), description="Pages that were read by OCR.")


class SingleNoteFile(NoteForm):
    """A file with one note."""

    schema_version: Literal[1] = 1


class NotesFile(Frozen):
    """A file with several notes, as `grantcheck show --format json` prints them."""

    schema_version: Literal[1] = 1
    notes: tuple[NoteForm, ...] = Field(max_length=600)
