"""Where in the rows of a list each thing stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.structured.headings import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.read.structured.headings import Headings
    from grantcheck.read.structured.mapping import LongFormat
    from grantcheck.read.structured.mapping_file import MappingText
    from grantcheck.register.imports.mapping import AllocationMapping


@dataclass(frozen=True, slots=True)
class Filter:
    """A column and the words by which rows are taken, or left out."""

    column: int
    words: frozenset[str]
    takes: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The positions of the columns, from 0."""

    fields: Mapping[str, tuple[int, ...]]
    years: tuple[tuple[int, int], ...]
    """Year and position; empty where each row holds one year."""
    long: tuple[int, int] | None
    """The positions of year and amount, where each row holds one year."""
    sign: int | None
    filters: tuple[Filter, ...]


def layout_of(headings: Headings, mapping: AllocationMapping, text: MappingText) -> Layout:
    """The positions of what a mapping names.

    Raises:
        StructuredFault: the mapping names a column that the list does not have.
    """
    fields = {
        name: tuple(headings.column(header, text, ("columns", name)) for header in headers)
        for name, headers in mapping.columns
        if headers is not None
    }
    long = mapping.long
    return Layout(
        fields=fields,
        years=() if long else _years(headings, mapping, text),
        long=None if long is None else _long(headings, long, text),
        sign=None if mapping.sign is None else headings.column(mapping.sign.column, text, ("sign", "column")),
        filters=(
            *_filters(headings, mapping.only, text, ("only",), takes=True),
            *_filters(headings, mapping.leave_out, text, ("leave_out",), takes=False),
        ),
    )


def _long(headings: Headings, long: LongFormat, text: MappingText) -> tuple[int, int]:
    return (
        headings.column(long.year, text, ("long", "year")),
        headings.column(long.amount, text, ("long", "amount")),
    )


def _years(headings: Headings, mapping: AllocationMapping, text: MappingText) -> tuple[tuple[int, int], ...]:
    said = headings.years() if mapping.years is None else mapping.years
    by_header = said if isinstance(said, dict) else {str(year): year for year in said}
    if not by_header:
        raise text.fault(
            ("years",),
            "No column is headed with a year. Name the columns in 'years', or use 'long'.",
            "Ingen kolonne har et år som overskrift. Angiv kolonnerne i 'years', eller brug 'long'.",
        )
    found: dict[int, int] = {}
    for header, year in by_header.items():
        if year in found:
            raise text.fault(
                ("years",), f"Two columns are for {year}. Keep one.", f"To kolonner er for {year}. Behold én."
            )
        found[year] = headings.column(header, text, ("years", header))
    return tuple(sorted(found.items()))


def _filters(
    headings: Headings,
    said: Mapping[str, tuple[str, ...]],
    text: MappingText,
    at: KeyPath,
    *,
    takes: bool,
) -> list[Filter]:
    return [
        Filter(headings.column(header, text, (*at, header)), frozenset(map(folded, words)), takes)
        for header, words in said.items()
    ]
