"""What a mapping file says: which column of a sheet is what, and how its figures are written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from grantcheck.model.frozen import Frozen
from grantcheck.read.structured.form import FormYear, Unit


def _as_text(value: object) -> object:
    """A heading such as 2026 is a number in YAML."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Header = Annotated[str, BeforeValidator(_as_text)]
"""The heading of a column, as it stands in the sheet."""
Position = Annotated[int, Field(strict=True, ge=1, le=1_000)]


class NumberFormat(Frozen):
    """How figures in text cells are written."""

    decimal: Literal[",", "."] = ","
    thousands: Literal["", ".", ",", " "] = "."


class Columns(Frozen):
    """The headings of the columns."""

    code: Header | None = None
    title: Header | None = None
    subtitle: Header | None = None
    budget_year: Header | None = None
    department: Header | None = None
    categories: Header | None = Field(None, description="Lists the marked categories, set apart by ';'.")
    districts: Header | None = Field(None, description="Lists the marked districts, set apart by ';'.")
    activity: Header | None = None
    agreement: Header | None = Field(None, description="The agreement of a prior row; else its activity.")
    control_area: Header | None = None
    committee: Header | None = None
    appropriation: Header | None = None
    direction: Header | None = None
    total: Header | None = None
    kind: Header | None = Field(None, description="Tells requests from prior allocations.")
    unit: Header | None = None
    price_level: Header | None = None


class LongFormat(Frozen):
    """A row for each year: the column of the year, and the column of the amount."""

    year: Header
    amount: Header


class Kinds(Frozen):
    """What the column `kind` says of a row."""

    request: tuple[str, ...] = ("request", "ønske", "forslag")
    prior: tuple[str, ...] = ("prior", "tidligere", "tidligere afsat")


class PriorRows(Frozen):
    """Where the prior allocations stand: on a sheet of their own, or in columns beside the request."""

    sheet: str | None = None
    header_row: Position | None = None
    columns: Columns = Columns()
    """Where they differ from those of the request."""
    years: dict[Header, FormYear] | tuple[FormYear, ...] | None = None
    long: LongFormat | None = None
    unit: Unit | None = None
    price_level: FormYear | Literal["current"] | None = None


class SheetForm(Frozen):
    """How a CSV or Excel file is written, whatever its columns hold."""

    sheet: str | None = Field(
        None, description="The sheet of an Excel file; its one visible sheet if left out."
    )
    header_row: Position = 1
    encoding: Literal["utf-8", "utf-16", "windows-1252", "iso-8859-1"] = "utf-8"
    delimiter: Literal[";", ",", "\t", "|"] | None = None
    number_format: NumberFormat | None = None
    decimals: Annotated[int, Field(strict=True, ge=0, le=6)] = Field(
        0, description="Most decimals of a number that Excel stores."
    )


class Mapping(SheetForm):
    """Which column is what."""

    unit: Unit | None = None
    price_level: FormYear | Literal["current"] | None = None
    budget_year: FormYear | None = None
    department: str | None = None
    columns: Columns
    years: dict[Header, FormYear] | tuple[FormYear, ...] | None = Field(
        None,
        description="Years by heading, or the years that are headings; else every heading that is a year.",
    )
    long: LongFormat | None = None
    category_marks: dict[Header, str] = Field(
        default_factory=dict, description="Columns that hold a mark, with the category that each is for."
    )
    kinds: Kinds = Kinds()
    prior: PriorRows | None = None
