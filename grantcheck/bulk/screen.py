"""The combinations of facts that a rule may be about, and what the screen says of each.

The screen settles *not applicable* and *holds* alone; everything else is for the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from grantcheck.bulk.conditions import as_sql, comparable_sql
from grantcheck.bulk.fact_text import SaidField, fact_text
from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.sql import name
from grantcheck.engine.decision import decisions
from grantcheck.engine.uses import comparisons_of
from grantcheck.rules.condition import All, Comparison, Condition, FieldRef, Not
from grantcheck.rules.rule import Rule
from grantcheck.rules.vocabulary import Field, FieldType, Vocabulary

HOLDS, ASK, NOTHING = "h", "c", "n"
"""What is said of a combination: the rule holds, the engine is asked, or the rule does not apply."""


@dataclass(frozen=True)
class Screen:
    """One rule over the tables of a batch."""

    rule: Rule
    kinds: Mapping[str, Kind]
    vocabulary: Vocabulary

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """The rule's facts, in their order."""
        return tuple(self.rule.file.facts)

    def kind(self, alias: str) -> Kind:
        """The kind of a fact of the rule."""
        return self.kinds[self.rule.file.facts[alias]]

    def table(self, alias: str) -> str:
        """The table that holds the fact, by the name it has in the query."""
        return CASE if self.kind(alias).rows is None else f"f{self.aliases.index(alias)}"

    def column(self, ref: FieldRef) -> str:
        """The column of a field."""
        return f"{self.table(ref.alias)}.{self.kind(ref.alias).column(ref.name)}"

    @property
    def may_be_several(self) -> bool:
        """Whether a case may have more than one combination."""
        return any(self.kind(alias).rows is not None for alias in self.aliases)

    @property
    def positions(self) -> list[str]:
        """The number of each fact within its kind; 0 of a kind that a case has once."""
        return [f"{self.table(a)}.n" if self.kind(a).rows is not None else "0" for a in self.aliases]

    def compared(self, ref: FieldRef) -> str:
        """The value of a field as rules compare it."""
        column = self.column(ref)
        return comparable_sql(column) if self._field(ref).type is FieldType.TEXT else column

    def _field(self, ref: FieldRef) -> Field:
        return self.vocabulary.kinds[self.rule.file.facts[ref.alias]].fields[ref.name]

    def combinations(self, *, every: bool) -> str:
        """FROM and WHERE: the combinations that exist; unless `every`, without those that surely do not apply."""
        tables = [CASE]
        where: list[str] = []
        for alias in self.aliases:
            kind = self.kind(alias)
            if kind.rows is None:
                where += [] if kind.exists == "TRUE" else [f"{CASE}.{kind.there}"]
            else:
                tables.append(
                    f"JOIN {name(kind.table)} {self.table(alias)} ON {self.table(alias)}.row = {CASE}.row"
                )
        where += self._no_fact_twice()
        if not every:
            where += self._in_its_years()
            where += [self._not_false(part) for part in _parts(self.rule.applies)]
        return f"FROM {' '.join(tables)}" + (f" WHERE {' AND '.join(where)}" if where else "")

    def _in_its_years(self) -> list[str]:
        """Outside the budget years of the rule, it applies to nothing."""
        years = self.rule.file.effective
        if years is None:
            return []
        first = [] if years.from_year is None else [f"{CASE}.budget_year >= {years.from_year}"]
        return first + ([] if years.until_year is None else [f"{CASE}.budget_year <= {years.until_year}"])

    def _no_fact_twice(self) -> list[str]:
        pairs = [
            (one, other)
            for at, one in enumerate(self.aliases)
            for other in self.aliases[at + 1 :]
            if self.kind(one).name == self.kind(other).name
        ]
        return [
            "FALSE" if self.kind(one).rows is None else f"{self.table(one)}.n <> {self.table(other)}.n"
            for one, other in pairs
        ]

    def _not_false(self, part: Condition) -> str:
        """A condition that keeps what is true or undecided; plain where it is always decided, so that joins are quick."""
        sql = as_sql(part, self.compared)
        if isinstance(part, Comparison):
            fields = [ref for ref in (part.left, part.right) if isinstance(ref, FieldRef)]
            if not any(self._field(ref).optional for ref in fields):
                return sql
        return f"{sql} IS NOT FALSE"

    @property
    def said(self) -> str:
        """What the screen says of a combination, as SQL."""
        applies = as_sql(self.rule.applies, self.compared)
        needs = [f"{self.column(ref)} IS NOT NULL" for ref in self.rule.needs]
        settled = as_sql(All(tuple(Not(one) for one in decisions(self.rule))), self.compared)
        ready = " AND ".join([f"{applies} IS TRUE", *needs, f"{settled} IS TRUE"])
        without = NOTHING if self.rule.is_observation else HOLDS
        return f"CASE WHEN {applies} IS FALSE THEN '{NOTHING}' WHEN {ready} THEN '{without}' ELSE '{ASK}' END"

    def everything(self, rows: str) -> str:
        """A query of every combination of the cases in a table of `row`s, and what is said of it."""
        some = f"{CASE}.row IN (SELECT row FROM {rows})"
        found = self.combinations(every=True)
        joined = f"{found} {'AND' if ' WHERE ' in found else 'WHERE'} {some}"
        return f"SELECT {CASE}.row, {self.said}, {', '.join(self.positions)} {joined}"

    def looked(self) -> str:
        """A query of the combinations: the case's row, the facts' numbers, what is said, and the fields read."""
        fields = [f"{self.compared(ref)} AS {name(str(ref))}" for ref in self.read]
        return f"SELECT {CASE}.row, {self.numbers}, {self.said} AS said{''.join(', ' + one for one in fields)} {self.combinations(every=False)}"

    def asked(self) -> str:
        """A query of what the screen leaves open: each set of values once, since rules see nothing but values."""
        fields = ", ".join(name(str(ref)) for ref in self.read)
        some = f"FROM looked WHERE said = '{ASK}'"
        different = f"SELECT DISTINCT {fields} {some}" if fields else f"SELECT 1 {some} LIMIT 1"
        return f"SELECT row_number() OVER () - 1 AS k, * FROM ({different})"

    def same_facts(self, asked: str, looked: str) -> str:
        """The condition that a row of `looked` is one of those that a row of `asked` stands for."""
        same = [
            f"{asked}.{name(str(ref))} IS NOT DISTINCT FROM {looked}.{name(str(ref))}" for ref in self.read
        ]
        return " AND ".join([f"{looked}.said = '{ASK}'", *same])

    @property
    def numbers(self) -> str:
        """The facts' numbers, as the columns `n0`, `n1` and so on."""
        return ", ".join(f"{position} AS n{at}" for at, position in enumerate(self.positions))

    @cached_property
    def read(self) -> tuple[FieldRef, ...]:
        """The fields that decide the outcome."""
        return tuple(sorted(set(self.rule.fields_read()), key=str))

    def engine_text(self, number: str) -> str:
        """The facts of a combination as the engine's JSON, from the columns of `looked`.

        Args:
            number: the SQL of the combination's number, from 0.
        """
        many = len(self.aliases)
        return " || ', ' || ".join(
            fact_text(
                self.rule.file.facts[alias],
                f"({number} * {many} + {at + 1})",
                number,
                [self._said_field(ref) for ref in self.read if ref.alias == alias],
            )
            for at, alias in enumerate(self.aliases)
        )

    def _said_field(self, ref: FieldRef) -> SaidField:
        field = self._field(ref)
        return SaidField(
            ref.name,
            name(str(ref)),
            is_text=field.type is FieldType.TEXT,
            is_optional=field.optional,
            is_compared=ref in self._compared_fields,
        )

    @cached_property
    def _compared_fields(self) -> frozenset[FieldRef]:
        sides = (side for one in comparisons_of(self.rule) for side in (one.left, one.right))
        return frozenset(side for side in sides if isinstance(side, FieldRef))


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.inner if isinstance(condition, All) else (condition,)
