"""What a mapping says of a list of grants: which column is what, and what holds for all of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from grantcheck.data.fault import DataFault
from grantcheck.model.frozen import Frozen
from grantcheck.model.terms import ControlArea
from grantcheck.read.structured.form import FormYear, Unit
from grantcheck.read.structured.mapping import Header, LongFormat, SheetForm
from grantcheck.read.structured.mapping_file import given_form

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.data.marked_yaml import Marked


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


Headers = Annotated[tuple[Header, ...], BeforeValidator(_as_list), Field(min_length=1, max_length=6)]
"""A heading, or several whose cells are joined."""
Words = Annotated[tuple[Header, ...], BeforeValidator(_as_list), Field(min_length=1)]
ORE = "øre"


class AllocationColumns(Frozen):
    """The headings of the columns."""

    grant: Headers | None = None
    title: Headers | None = None
    agreement: Headers | None = None
    control_area: Headers | None = None
    committee: Headers | None = None
    appropriation: Headers | None = None
    activity: Headers | None = None
    price_level: Headers | None = None
    permanent: Headers | None = None


class Constants(Frozen):
    """What holds for every row, where no column says it."""

    grant: str | None = None
    title: str | None = None
    agreement: str | None = None
    control_area: ControlArea | None = None
    committee: str | None = None
    appropriation: str | None = None
    activity: str | None = None
    price_level: FormYear | Literal["current"] | None = None
    permanent: StrictBool | None = None


class Sign(Frozen):
    """The column whose words say which amounts are to be taken with the opposite sign."""

    column: Header
    positive: Words
    negative: Words


class AllocationMapping(SheetForm):
    """Which column of a list of grants is what."""

    unit: Unit | Literal["øre"]
    """Kroner for each unit, or `øre`."""
    covers: tuple[FormYear, FormYear] | None = None
    """The first and the last year that the list says something of; else those that it names."""
    columns: AllocationColumns
    constants: Constants = Constants()
    years: dict[Header, FormYear] | tuple[FormYear, ...] | None = None
    long: LongFormat | None = None
    sign: Sign | None = None
    control_areas: dict[str, ControlArea] = Field(default_factory=dict)
    """The list's own words for control areas."""
    only: dict[Header, Words] = Field(default_factory=dict)
    """Rows are taken where each of these columns holds one of its words."""
    leave_out: dict[Header, Words] = Field(default_factory=dict)
    """Rows are left out where one of these columns holds one of its words."""
    repeated: Literal["refuse", "add"] = "refuse"
    """What becomes of rows that differ in nothing but the amount."""


def given_allocation_mapping(path: Path) -> tuple[AllocationMapping, Marked]:
    """The mapping that the user named, and its text.

    Raises:
        DataFault: it has a mistake.
    """
    mapping, marked = given_form(path, AllocationMapping)
    for field in ("grant", "agreement"):
        if getattr(mapping.columns, field) is None and getattr(mapping.constants, field) is None:
            raise DataFault(
                path,
                marked.line(("columns",)),
                f"Neither 'columns' nor 'constants' has '{field}', by which rows are told apart.",
                "Add it.",
            )
    if mapping.years is not None and mapping.long is not None:
        raise DataFault(
            path,
            marked.line(("long",)),
            "'years' names a column for each year, 'long' one for all.",
            "Keep one of the two.",
        )
    if mapping.covers is not None and mapping.covers[0] > mapping.covers[1]:
        raise DataFault(
            path, marked.line(("covers",)), "'covers' ends before it begins.", "Write it as [first, last]."
        )
    return mapping, marked
