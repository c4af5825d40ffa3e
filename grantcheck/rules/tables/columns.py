"""The columns of a decision table: which heading is a condition, which a threshold, and which is a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grantcheck.data.fault import DataFault
from grantcheck.data.validated import nearest_word
from grantcheck.model.text import Text
from grantcheck.rules.condition import FieldRef
from grantcheck.rules.tables.declared import OutputFile
from grantcheck.rules.tables.grid import Cell, Grid
from grantcheck.rules.tables.table import Input
from grantcheck.rules.vocabulary import Vocabulary

REMARK = "#"
"""A heading that begins so is of a column for readers."""
_MOST_FACTS = 2
_HEAD_IT = Text(
    en="Head the column by a field or a threshold, or begin its heading with #.",
    da="Giv kolonnen et felt eller en grænse som overskrift, eller begynd den med #.",
)


@dataclass(frozen=True)
class Columns:
    """The columns by their position."""

    inputs: Mapping[int, Input]
    outputs: Mapping[int, str]


def askable(facts: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, Input]:
    """The fields of a rule that a table can ask, as the rule writes them."""
    return {
        f"{alias}.{name}": Input(FieldRef(alias, name), declared)
        for alias, kind in facts.items()
        for name, declared in vocabulary.kinds[kind].fields.items()
        if declared.type.comparable
    }


def columns_of(grid: Grid, fields: Mapping[str, Input], outputs: Mapping[str, OutputFile]) -> Columns:
    """The columns that the headings name; those that name nothing are left out."""
    named = {at: str(cell.written) for at, cell in enumerate(grid.headings)}
    return Columns(
        inputs={at: fields[name] for at, name in named.items() if name in fields},
        outputs={at: name for at, name in named.items() if name in outputs},
    )


def column_faults(
    grid: Grid, fields: Mapping[str, Input], outputs: Mapping[str, OutputFile]
) -> Iterator[DataFault]:
    """Everything that is wrong with the headings."""
    seen: set[str] = set()
    for cell in grid.headings:
        name = "" if cell.written is None else str(cell.written)
        yield from _heading_faults(cell, name, seen, {*fields, *outputs})
        seen.add(name)
    for cell in grid.beyond:
        yield cell.fault(
            Text(en="no heading stands above it.", da="der står ingen overskrift over den."), _HEAD_IT
        )
    first = grid.headings[0]
    for name in outputs:
        if name not in seen:
            yield first.fault(
                Text(en=f"there is no column '{name}'.", da=f"der er ingen kolonne '{name}'."),
                Text(
                    en="Add it, or take it out of 'outputs'.", da="Tilføj den, eller tag den ud af 'outputs'."
                ),
            )
    yield from _asked_faults(first, {fields[name].ref.alias for name in seen if name in fields})


def _heading_faults(cell: Cell, name: str, seen: set[str], known: set[str]) -> Iterator[DataFault]:
    if cell.problem is not None or not name:
        yield cell.fault(
            cell.problem or Text(en="the heading is empty.", da="overskriften er tom."), _HEAD_IT
        )
    elif name in seen:
        yield cell.fault(
            Text(en=f"the column '{name}' stands twice.", da=f"kolonnen '{name}' står to gange."),
            Text(en="Keep one of the two.", da="Behold den ene."),
        )
    elif name not in known and not name.startswith(REMARK):
        problem = Text(en=f"'{name}' is not a known column.", da=f"'{name}' er ikke en kendt kolonne.")
        yield cell.fault(problem, nearest_word(name, known))


def _asked_faults(first: Cell, aliases: set[str]) -> Iterator[DataFault]:
    if not aliases:
        yield first.fault(
            Text(en="no column is a condition.", da="ingen kolonne er en betingelse."),
            Text(
                en="Head a column by a field of the rule, such as note.budget_year.",
                da="Giv en kolonne et af reglens felter som overskrift, som note.budget_year.",
            ),
        )
    if len(aliases) > _MOST_FACTS:
        listed = ", ".join(sorted(aliases))
        yield first.fault(
            Text(
                en=f"the conditions are about more than two facts ({listed}).",
                da=f"betingelserne handler om mere end to slags oplysninger ({listed}).",
            ),
            Text(en="Make two tables of it.", da="Gør den til to tabeller."),
        )
