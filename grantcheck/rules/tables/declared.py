"""A decision table as a rule file declares it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text
from grantcheck.rules.vocabulary import FieldType

HitPolicy = Literal["unique", "first"]
NoRow = Literal["not_verifiable", "not_applicable"]
DecimalMark = Literal[",", "."]
OutputType = Literal[FieldType.MONEY, FieldType.YEAR, FieldType.COUNT, FieldType.FLAG, FieldType.TEXT]


class OutputFile(Frozen):
    """What a column of thresholds holds."""

    type: OutputType
    means: Text


class TableFile(Frozen):
    """A table of thresholds beside the rule file: CSV or Excel, a row for each situation."""

    file: Annotated[str, Field(pattern=r"\.(csv|xlsx)$")]
    """The path from the rule file."""
    sheet: str | None = None
    """Of an Excel file; where it has one sheet only, that one."""
    hit: HitPolicy
    """`unique`: no two rows may fit one situation. `first`: the first row that fits counts."""
    no_row: NoRow = "not_verifiable"
    """How the rule ends where no row fits."""
    unit: Annotated[int, Field(ge=1)] = 1
    """Kroner that an amount of 1 in the table stands for, such as 1000."""
    decimal: DecimalMark | None = None
    """How decimals are written; the other mark then stands for thousands. Without it: whole numbers only."""
    outputs: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], OutputFile], Field(min_length=1)
    ]
    """The columns of thresholds by their heading; every other column is headed by a field such as note.budget_year."""
