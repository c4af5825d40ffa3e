"""From a declared table and its cells to a decision table; every mistake is told at its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from grantcheck.data.fault import DataFault, Unfit
from grantcheck.model.text import Text
from grantcheck.rules.tables.boxes import gaps, row_faults
from grantcheck.rules.tables.columns import Columns, column_faults, columns_of
from grantcheck.rules.tables.declared import TableFile
from grantcheck.rules.tables.figures import Notation, Written
from grantcheck.rules.tables.grid import Cell, grid_of
from grantcheck.rules.tables.spans import Span, span
from grantcheck.rules.tables.table import DecisionTable, Input, Row
from grantcheck.rules.vocabulary import Field, FieldType

Meaning = TypeVar("Meaning")

_EMPTY = Text(en="the cell is empty.", da="cellen er tom.")
_FILL = Text(
    en="Write a value; a condition that asks nothing is '-'.",
    da="Skriv en værdi; en betingelse, der intet spørger om, er '-'.",
)
_WRITE = Text(en="Write the value itself.", da="Skriv selve værdien.")
_NO_ROWS = Text(en="the table has no rows.", da="tabellen har ingen rækker.")
_ADD_ROW = Text(en="Write one below the headings.", da="Skriv en under overskrifterne.")


@dataclass(frozen=True)
class TableReading:
    """A table, or what is wrong with it."""

    table: DecisionTable | None
    faults: tuple[DataFault, ...] = ()
    warnings: tuple[DataFault, ...] = ()
    """Situations between the rows that none of them fits."""


def read_table(
    rule: str, rule_path: Path, alias: str, declared: TableFile, fields: Mapping[str, Input]
) -> TableReading:
    """The table `alias` of a rule, whose path starts at the rule file; `fields` are what it may ask."""
    try:
        grid = grid_of(rule_path.parent / declared.file, declared.sheet)
    except DataFault as fault:
        return TableReading(None, (fault,))
    found = tuple(column_faults(grid, fields, declared.outputs))
    if found:
        return TableReading(None, found)
    reader = _Rows(declared, columns_of(grid, fields, declared.outputs))
    rows = tuple(reader.row(cells) for cells in grid.rows)
    if not rows:
        return TableReading(None, (grid.headings[0].fault(_NO_ROWS, _ADD_ROW),))
    whole = tuple(row for row in rows if row is not None)
    if reader.faults:
        return TableReading(None, tuple(reader.faults))
    table = DecisionTable(
        rule=rule,
        alias=alias,
        path=rule_path.parent / declared.file,
        shown_path=f"{rule_path.parent.name}/{declared.file}",
        hit=declared.hit,
        no_row=declared.no_row,
        inputs=tuple(reader.columns.inputs.values()),
        outputs={
            name: Field(type=declared.outputs[name].type, optional=True, means=declared.outputs[name].means)
            for name in reader.columns.outputs.values()
        },
        headings=grid.headings,
        rows=whole,
    )
    return TableReading(table, tuple(row_faults(table)), tuple(gaps(table)))


@dataclass
class _Rows:
    """Reads rows; exists so that every cell is told about, and not only the first."""

    declared: TableFile
    columns: Columns
    faults: list[DataFault] = field(default_factory=list)

    def row(self, cells: Sequence[Cell]) -> Row | None:
        """The row, or None where a cell of it is wrong."""
        notation = Notation(self.declared.unit, self.declared.decimal)

        def condition(written: Written, of_type: FieldType) -> Span:
            return span(written, of_type, notation)

        spans = [
            self._read(cells[at], condition, asked.field.type) for at, asked in self.columns.inputs.items()
        ]
        values = {
            name: self._read(cells[at], notation.value, self.declared.outputs[name].type)
            for at, name in self.columns.outputs.items()
        }
        if None in spans or None in values.values():
            return None
        return Row(
            cells=tuple(cells),
            spans=tuple(one for one in spans if one is not None),
            asked=tuple(cells[at] for at in self.columns.inputs),
            values={name: value for name, value in values.items() if value is not None},
            places={name: cells[at] for at, name in self.columns.outputs.items()},
        )

    def _read(
        self, cell: Cell, meaning: Callable[[Written, FieldType], Meaning], of_type: FieldType
    ) -> Meaning | None:
        if cell.problem is not None or cell.written is None:
            self.faults.append(cell.fault(cell.problem or _EMPTY, _WRITE if cell.problem else _FILL))
            return None
        try:
            return meaning(cell.written, of_type)
        except Unfit as unfit:
            self.faults.append(cell.fault(unfit.said_problem, unfit.said_remedy))
            return None
