"""Findings as rows of a table: message, severity, amounts and places, written by the database."""

from __future__ import annotations

from dataclasses import dataclass

from grantcheck.bulk.facts.kind import CASE
from grantcheck.bulk.screen import Screen
from grantcheck.bulk.sql import chosen, first_of, literal, name, quoted
from grantcheck.bulk.wording import SqlWording
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Language
from grantcheck.rules.condition import All, Any, Comparison, Condition, FieldRef, Not
from grantcheck.rules.vocabulary import FieldType

COLUMNS = {
    "row": "BIGINT",
    "note": "VARCHAR",
    "grant": "VARCHAR",
    "budget_year": "BIGINT",
    "rule": "VARCHAR",
    "outcome": "VARCHAR",
    "severity": "VARCHAR",
    "message": "VARCHAR",
    "found": "DECIMAL(20, 2)",
    "expected": "DECIMAL(20, 2)",
    "difference": "DECIMAL(20, 2)",
    "facts": "VARCHAR",
    "proposal_columns": "VARCHAR[]",
    "register_rows": "BIGINT[]",
}
"""What is told of a finding. `found`, `expected` and `difference` are kroner, or years and counts as they are."""

ORDER = ["row", "rule", "n0", "n1", "n2", "n3"]
_MOST_FACTS = 4


@dataclass(frozen=True)
class FindingRows:
    """The findings of one rule in a batch, from the tables `looked` and `ruled`."""

    screen: Screen
    language: Language

    def sql(self) -> str:
        """A query with the columns of the findings, and the numbers of their facts to put them in order."""
        rule, words = self.screen.rule, SqlWording(self.screen, self.language)
        said = rule.file.message or rule.file.title
        messages = [(at, words.filled(branch.message)) for at, branch in enumerate(rule.branches)]
        message = first_of(
            [(f"r.outcome = {quoted(Outcome.NOT_VERIFIABLE.value)}", words.unverified())],
            chosen("r.branch", messages, words.filled(said)),
        )
        severity = chosen(
            "r.branch",
            [(at, literal(branch.severity.value)) for at, branch in enumerate(rule.branches)],
            literal(rule.file.severity.value if rule.file.severity else None),
        )
        found, expected = self._sides()
        numbers = [f"l.n{at}" if at < len(self.screen.aliases) else "0" for at in range(_MOST_FACTS)]
        columns = [
            f'{CASE}.row', f'{CASE}.code AS note', f'{CASE}."grant"', f"{CASE}.budget_year",
            f"{quoted(rule.id)} AS rule", "r.outcome", f"{severity} AS severity", f"{message} AS message",
            f"{found} AS found", f"{expected} AS expected", f"({found}) - ({expected}) AS difference",
            f"{self._facts()} AS facts", f"{self._places('columns', 'VARCHAR')} AS proposal_columns",
            f"{self._places('register_rows', 'BIGINT')} AS register_rows",
            *(f"{number} AS n{at}" for at, number in enumerate(numbers)),
        ]  # fmt: skip
        return f"SELECT {', '.join(columns)} FROM looked l JOIN ruled r ON r.k = l.rowid {self._joins()}"

    def _joins(self) -> str:
        joins = [f"JOIN {CASE} ON {CASE}.row = l.row"]
        for at, alias in enumerate(self.screen.aliases):
            kind, table = self.screen.kind(alias), self.screen.table(alias)
            if kind.rows is not None:
                joins.append(
                    f"JOIN {name(kind.table)} {table} ON {table}.row = l.row AND {table}.n = l.n{at}"
                )
        return " ".join(joins)

    def _sides(self) -> tuple[str, str]:
        """The two sides of the comparison that decided: of the first true one of the broken branch."""
        found: list[tuple[str, str]] = []
        expected: list[tuple[str, str]] = []
        for at, branch in enumerate(self.screen.rule.branches):
            for one in _comparisons(branch.when):
                if isinstance(one.right, FieldRef) and self._is_number(one.left):
                    condition = f"r.branch = {at} AND {self._holds(one)}"
                    found.append((condition, self._in_units(one.left)))
                    expected.append((condition, self._in_units(one.right)))
        nothing = "CAST(NULL AS DECIMAL(20, 2))"
        return first_of(found, nothing), first_of(expected, nothing)

    def _holds(self, one: Comparison) -> str:
        right = one.right
        symbol = {"==": "=", "!=": "<>"}.get(one.operator, one.operator)
        other = self.screen.column(right) if isinstance(right, FieldRef) else literal(right)
        return f"{self.screen.column(one.left)} {symbol} {other}"

    def _in_units(self, ref: FieldRef) -> str:
        """Kroner of øre; years and counts as they are."""
        number = f"CAST({self.screen.column(ref)} AS DECIMAL(20, 2))"
        return f"CAST({number} * 0.01 AS DECIMAL(20, 2))" if self._type(ref) is FieldType.MONEY else number

    def _is_number(self, ref: FieldRef) -> bool:
        return self._type(ref) in {FieldType.MONEY, FieldType.YEAR, FieldType.COUNT}

    def _type(self, ref: FieldRef) -> FieldType:
        kind = self.screen.vocabulary.kinds[self.screen.rule.file.facts[ref.alias]]
        return kind.fields[ref.name].type

    def _facts(self) -> str:
        """The quantities that the rule reads, as JSON; what is missing is left out."""
        pairs = ", ".join(f"{quoted(str(ref))}: {self.screen.column(ref)}" for ref in self.screen.read)
        return f"CAST(to_json({{{pairs}}}) AS VARCHAR)" if pairs else "'{}'"

    def _places(self, which: str, of_type: str) -> str:
        """The places of the facts that the rule takes its evidence from, each once."""
        empty = f"CAST([] AS {of_type}[])"
        lists = []
        for alias in self.screen.rule.file.evidence:
            kind = self.screen.kind(alias)
            places = (kind.columns if which == "columns" else kind.register_rows).replace(
                "{t}", self.screen.table(alias)
            )
            lists.append(f"coalesce(CAST({places} AS {of_type}[]), {empty})")
        if len(lists) <= 1:
            return f"list_sort({lists[0] if lists else empty})"
        return f"list_sort(list_distinct(list_concat({', '.join(lists)})))"


def _comparisons(condition: Condition) -> list[Comparison]:
    match condition:
        case Comparison():
            return [condition]
        case Not(inner):
            return _comparisons(inner)
        case All(parts) | Any(parts):
            return [one for part in parts for one in _comparisons(part)]
        case _:
            return []
