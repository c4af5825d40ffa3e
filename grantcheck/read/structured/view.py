"""How the rows of a sheet are read: the position of each column, and what the mapping says for all rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.read.structured.fault import StructuredFault
from grantcheck.read.structured.headings import folded
from grantcheck.read.structured.mapping import Columns

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf

    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.model.terms import PriceLevel
    from grantcheck.read.structured.headings import Headings
    from grantcheck.read.structured.mapping import LongFormat, PriorRows
    from grantcheck.read.structured.mapping_file import MappingFile

YearsSaid = dict[str, int] | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class View:
    """The columns of a sheet."""

    headings: Headings
    fields: MappingOf[str, int]
    """The position of each column, by what it holds."""
    years: MappingOf[int, int]
    """The position of each year's column."""
    long: tuple[int, int] | None
    """The positions of year and amount, where a row holds one year."""
    is_prior: bool | None
    """Whether all rows are prior allocations; None where a column tells."""
    unit: int | None
    price_level: PriceLevel | None
    marks: MappingOf[str, int] = field(default_factory=dict)
    """The position of each category's marks."""

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns with amounts."""
        total = (self.fields["total"],) if "total" in self.fields else ()
        return (*self.years.values(), *(self.long[1:] if self.long else ()), *total)


def request_view(headings: Headings, file: MappingFile) -> View:
    """The columns of the request.

    Raises:
        StructuredFault: the mapping names a column that the sheet does not have.
    """
    mapping = file.mapping
    beside = mapping.prior if mapping.prior and mapping.prior.sheet is None else None
    taken = set(_said_years(headings, beside.years, file, ("prior", "years")).values()) if beside else set()
    years = _years(headings, mapping.years, mapping.long, file, ("years",))
    return View(
        headings=headings,
        fields=_fields(headings, mapping.columns, file, ("columns",)),
        years={year: column for year, column in years.items() if column not in taken},
        long=_long(headings, mapping.long, file, ("long",)),
        is_prior=None if mapping.columns.kind else False,
        unit=mapping.unit,
        price_level=mapping.price_level,
        marks={
            label: headings.column(header, file, ("category_marks", header))
            for header, label in mapping.category_marks.items()
        },
    )


def prior_view(headings: Headings, file: MappingFile, prior: PriorRows) -> View:
    """The columns of prior allocations that have a sheet or columns of their own.

    Raises:
        StructuredFault: the mapping names a column that the sheet does not have.
    """
    own = _fields(headings, prior.columns, file, ("prior", "columns"))
    shared = {
        name: header for name, header in file.mapping.columns if header and name not in {"total", "kind"}
    }
    inherited = {
        name: column
        for name, header in shared.items()
        if (column := _position(headings, header)) is not None and name not in own
    }
    if prior.sheet is None:
        years = _said_years(headings, prior.years, file, ("prior", "years"))
    else:
        years = _years(headings, prior.years, prior.long, file, ("prior", "years"))
    fields = inherited | own
    if "code" not in fields:
        raise file.fault(
            ("prior",),
            "The prior allocations have no column for 'code'. Name it in 'columns'.",
            "De tidligere midler har ingen kolonne for 'code'. Angiv den i 'columns'.",
        )
    return View(
        headings=headings,
        fields=fields,
        years=years,
        long=_long(headings, prior.long, file, ("prior", "long")),
        is_prior=True,
        unit=prior.unit or file.mapping.unit,
        price_level=prior.price_level,
    )


def _position(headings: Headings, header: str) -> int | None:
    found = [index for index, text in enumerate(headings.texts) if folded(text) == folded(header)]
    return found[0] if len(found) == 1 else None


def _fields(headings: Headings, columns: Columns, file: MappingFile, at: KeyPath) -> dict[str, int]:
    return {
        name: headings.column(header, file, (*at, name)) for name, header in columns if header is not None
    }


def _long(
    headings: Headings, long: LongFormat | None, file: MappingFile, at: KeyPath
) -> tuple[int, int] | None:
    if long is None:
        return None
    return (
        headings.column(long.year, file, (*at, "year")),
        headings.column(long.amount, file, (*at, "amount")),
    )


def _years(
    headings: Headings, said: YearsSaid, long: LongFormat | None, file: MappingFile, at: KeyPath
) -> dict[int, int]:
    """The columns of the years; where the mapping names none, every heading that is a year."""
    if long is not None:
        return {}
    found = _said_years(headings, headings.years() if said is None else said, file, at)
    if not found:
        raise file.fault(
            at,
            "No column is headed with a year. Name the columns in 'years', or use 'long'.",
            "Ingen kolonne har et år som overskrift. Angiv kolonnerne i 'years', eller brug 'long'.",
        )
    return found


def _said_years(headings: Headings, said: YearsSaid, file: MappingFile, at: KeyPath) -> dict[int, int]:
    by_header = said if isinstance(said, dict) else {str(year): year for year in said or ()}
    found: dict[int, int] = {}
    for header, year in by_header.items():
        if year in found:
            raise _twice(file, at, year)
        found[year] = headings.column(header, file, (*at, header))
    return found


def _twice(file: MappingFile, at: KeyPath, year: int) -> StructuredFault:
    return file.fault(
        at, f"Two columns are for {year}. Keep one.", f"To kolonner er for {year}. Behold den ene."
    )
