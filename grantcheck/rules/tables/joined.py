"""The tables that a rule file names, and the rule that joins their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault
from grantcheck.model.text import Text
from grantcheck.rules.condition import All, FieldRef, asked_of, fields_of
from grantcheck.rules.rule import Rule
from grantcheck.rules.tables.columns import askable
from grantcheck.rules.tables.reading import read_table
from grantcheck.rules.tables.table import ROW, DecisionTable, is_reserved

if TYPE_CHECKING:
    from grantcheck.data.marked_yaml import KeyPath, Marked
    from grantcheck.rules.schema import RuleFile
    from grantcheck.rules.vocabulary import Vocabulary


@dataclass(frozen=True)
class RuleTables:
    """The tables of one rule file, or what is wrong with them."""

    tables: tuple[DecisionTable, ...]
    faults: list[DataFault]
    warnings: tuple[DataFault, ...]

    @staticmethod
    def of(file: RuleFile, marked: Marked, vocabulary: Vocabulary) -> RuleTables:
        """The tables that the rule file names; the kinds of its facts are known."""
        faults = list(_name_faults(file, marked))
        if faults:
            return RuleTables((), faults, ())
        fields = askable(file.facts, vocabulary)
        read = [read_table(file.id, marked.path, *each, fields) for each in file.tables.items()]
        return RuleTables(
            tables=tuple(one.table for one in read if one.table is not None),
            faults=[fault for one in read for fault in one.faults],
            warnings=tuple(warning for one in read for warning in one.warnings),
        )


def with_thresholds(rule: Rule, tables: tuple[DecisionTable, ...]) -> Rule:
    """The rule with its tables: it needs the thresholds that it compares, and shows the rows they come from.

    Where no row fits, it is not verifiable, or does not apply, as each table says.
    """
    own = rule.applies.inner if isinstance(rule.applies, All) else (rule.applies,)
    applies = All((*own, *(condition for table in tables for condition in table.applies)))
    decided = (rule.noted, rule.broken)
    compared = {ref for one in decided for ref in fields_of(one)} - {
        ref for one in decided for ref in asked_of(one)
    }
    thresholds = [
        FieldRef(table.alias, name)
        for table in tables
        for name in table.outputs
        if FieldRef(table.alias, name) in compared
    ]
    aliases = [table.alias for table in tables]
    shown = [f"{{{alias}.{ROW}}}" for alias in aliases]
    said = {line.en for line in rule.file.calculation}
    file = rule.file.model_copy(
        update={
            "evidence": tuple(dict.fromkeys((*rule.file.evidence, *aliases))),
            "calculation": (
                *rule.file.calculation,
                *(Text(en=row, da=row) for row in shown if not any(row in line for line in said)),
            ),
        }
    )
    needs = tuple(dict.fromkeys((*rule.needs, *thresholds)))
    return replace(rule, file=file, applies=applies, needs=needs, tables=tables)


def unused(rule: Rule) -> Iterator[str]:
    """The aliases of tables of which no condition names a threshold."""
    read = {ref for one in (rule.applies, rule.noted, rule.broken) for ref in fields_of(one)}
    for table in rule.tables:
        if not any(FieldRef(table.alias, name) in read for name in table.outputs):
            yield table.alias


def _name_faults(file: RuleFile, marked: Marked) -> Iterator[DataFault]:
    def fault(at: KeyPath, problem: Text, remedy: Text) -> DataFault:
        told = Text(en=f"{file.id}: {problem.en}", da=f"{file.id}: {problem.da}")
        return DataFault(marked.path, marked.line(at), told, remedy)

    for alias, table in file.tables.items():
        if alias in file.facts:
            yield fault(
                ("tables", alias),
                Text(
                    en=f"'{alias}' is a fact and a table.", da=f"'{alias}' er både en oplysning og en tabel."
                ),
                Text(en="Give the table another alias.", da="Giv tabellen et andet navn."),
            )
        if table.sheet is not None and not table.file.endswith(".xlsx"):
            yield fault(
                ("tables", alias, "sheet"),
                Text(en="only an Excel file has sheets.", da="kun en Excel-fil har ark."),
                Text(en="Take the line out.", da="Tag linjen ud."),
            )
        for name in table.outputs:
            if is_reserved(name):
                yield fault(
                    ("tables", alias, "outputs", name),
                    Text(en=f"'{name}' is a word of the program.", da=f"'{name}' er et af programmets ord."),
                    Text(en="Give the threshold another name.", da="Giv grænsen et andet navn."),
                )
