"""A decision table ready to be asked: rows of spans and thresholds, and how a rule joins the row that fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grantcheck.model.fact import Value
from grantcheck.model.text import Text
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Known, Not
from grantcheck.rules.tables.declared import HitPolicy, NoRow
from grantcheck.rules.tables.grid import Cell
from grantcheck.rules.tables.spans import Span
from grantcheck.rules.vocabulary import Field, FieldType, Kind

NO_ROW = "no_row"
"""The flag that says that no row fits, for certain."""
ROW = "row"
"""The row that fits, in words."""
_KIND, _GIVEN = "table ", "given_"


@dataclass(frozen=True, slots=True)
class Input:
    """A column of conditions: the field it asks."""

    ref: FieldRef
    field: Field


@dataclass(frozen=True, slots=True)
class Row:
    """A row: when it fits, and the thresholds it gives."""

    cells: tuple[Cell, ...]
    spans: tuple[Span, ...]
    """One for each input of the table."""
    asked: tuple[Cell, ...]
    """Where each stands."""
    values: Mapping[str, Value]
    """By output; amounts in øre."""
    places: Mapping[str, Cell]
    """Where each stands."""

    @property
    def number(self) -> int:
        """As the file counts, from 1."""
        return self.cells[0].row

    @property
    def text(self) -> str:
        """The row as it is written."""
        return " | ".join(cell.shown for cell in self.cells)

    def fits(self, asked: Sequence[Value | None]) -> bool | None:
        """Whether it fits these values of the inputs; None where a missing one decides."""
        found = [span.fits(value) for span, value in zip(self.spans, asked, strict=True)]
        return False if False in found else None if None in found else True


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A table of one rule."""

    rule: str
    alias: str
    path: Path
    shown_path: str
    """As findings name it, the same on every machine."""
    hit: HitPolicy
    no_row: NoRow
    inputs: tuple[Input, ...]
    outputs: Mapping[str, Field]
    headings: tuple[Cell, ...]
    rows: tuple[Row, ...]

    @property
    def kind(self) -> str:
        """The kind of the facts that are rows of this table."""
        return f"{_KIND}{self.rule} {self.alias}"

    def given(self, number: int) -> FieldRef:
        """The field of such a fact that holds what input `number` was when the row was looked up."""
        return FieldRef(self.alias, f"{_GIVEN}{number + 1}")

    @property
    def join(self) -> Condition:
        """That a row was looked up for the very facts at hand; never undecided."""
        return All(tuple(self._same(number) for number in range(len(self.inputs))))

    @property
    def applies(self) -> tuple[Condition, ...]:
        """What the rule must ask beyond its own conditions before it applies."""
        if self.no_row == "not_verifiable":
            return ()
        return (Comparison(FieldRef(self.alias, NO_ROW), "==", 0),)

    def words(self) -> Kind:
        """The kind with its fields."""
        given = {
            self.given(number).name: Field(
                type=asked.field.type, optional=asked.field.optional, means=asked.field.means
            )
            for number, asked in enumerate(self.inputs)
        }
        no_row = Field(
            type=FieldType.FLAG,
            means=Text(
                en=f"no row of the table {self.shown_path} fits",
                da=f"ingen række i tabellen {self.shown_path} passer",
            ),
        )
        row = Field(
            type=FieldType.SENTENCE,
            optional=True,
            means=Text(en="the row that fits", da="den række, der passer"),
        )
        means = Text(en=f"a row of the table {self.shown_path}", da=f"en række i tabellen {self.shown_path}")
        return Kind(means=means, fields={**given, NO_ROW: no_row, ROW: row, **self.outputs})

    def _same(self, number: int) -> Condition:
        asked, given = self.inputs[number], self.given(number)
        same = Comparison(asked.ref, "==", given)
        if not asked.field.optional:
            return same
        there, looked_up = Known(asked.ref), Known(given)
        return Any((All((there, looked_up, same)), All((Not(there), Not(looked_up)))))


def is_reserved(name: str) -> bool:
    """Whether a fact that is a row of a table has the field anyway."""
    return name in {NO_ROW, ROW} or name.startswith(_GIVEN)


def is_table_row(kind: str) -> bool:
    """Whether facts of this kind are rows of a table."""
    return kind.startswith(_KIND)
