"""One case in a hundred judged in full, held against the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from grantcheck.bulk.conditions import comparable_sql
from grantcheck.bulk.fact_text import SaidField, fields_text
from grantcheck.bulk.facts.kind import CASE, Kind
from grantcheck.bulk.screen import ASK, HOLDS, NOTHING, Screen
from grantcheck.bulk.sql import name
from grantcheck.engine.compiler import compile_book
from grantcheck.engine.containment import Contained, batches
from grantcheck.engine.decision import concluded
from grantcheck.engine.encoding import EncodedCase
from grantcheck.engine.reading import rulings_by_case
from grantcheck.engine.worker import Worker
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import RuleBook
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from grantcheck.engine.ruling import CaseRulings
    from grantcheck.engine.session import Firing

ONE_IN = 100
_SEED = 20_260_101
_SAID = {Outcome.HOLDS: HOLDS}

Place = tuple[str, int]
"""A fact of a case: its kind, and its number within it."""


class Sample:
    """Judges the sampled cases of each batch by all rules at once.

    Args:
        database: with the tables of a batch.
        book: the rules that are judged.
        screens: of those rules.
        kinds: what is derived.
    """

    def __init__(
        self,
        database: DuckDBPyConnection,
        book: RuleBook,
        screens: Sequence[Screen],
        kinds: Mapping[str, Kind],
    ) -> None:
        self.cases = 0
        """How many cases were judged in full."""
        self.differences: list[str] = []
        """Where the engine says other than the screen: a fault of the program."""
        self._database, self._book, self._screens, self._kinds = database, book, screens, kinds
        self._compiled = compile_book(book)
        self._rules = {rule.id: rule for rule in book.judged}
        self._contained = Contained(lambda: Worker(self._compiled.rulesets), self._read)

    def compare(self) -> None:
        """Judges the sampled cases of the batch in full."""
        self._database.execute(
            f"CREATE OR REPLACE TEMP TABLE sampled AS SELECT row FROM {CASE} "
            f"WHERE hash(row + {_SEED}) % {ONE_IN} = 0"
        )
        facts = self._facts()
        if not facts:
            return
        self.cases += len(facts)
        encoded = list(self._encoded(facts))
        rulings = [one for batch in batches(encoded) for one in self._contained.rulings(batch)]
        said = dict(zip(facts, rulings, strict=True))
        by_rule = self._by_rule(facts, said)
        for screen in self._screens:
            self._held_against(screen, by_rule[screen.rule.id])
        self.differences += [f"row {row}: {one.fault}" for row, one in said.items() if one.fault]

    def close(self) -> None:
        """End the engine."""
        self._contained.close()

    def _facts(self) -> dict[int, list[tuple[Place, str]]]:
        """The facts of each sampled case, without their numbers in the engine."""
        found: dict[int, list[tuple[Place, str]]] = {}
        for kind_name in sorted(self._compiled.uses):
            kind = self._kinds[kind_name]
            number, where = ("0", kind.there) if kind.rows is None else ("n", "TRUE")
            rows = self._database.execute(
                f"SELECT row, {number}, {fields_text(self._fields(kind))} FROM {name(kind.table)} "
                f"WHERE row IN (SELECT row FROM sampled) AND {where} ORDER BY row, 2"
            ).fetchall()
            for row, n, text in rows:
                found.setdefault(row, []).append(((kind_name, n), text))
        return found

    def _fields(self, kind: Kind) -> list[SaidField]:
        use, known = self._compiled.uses[kind.name], self._book.vocabulary.kinds[kind.name].fields
        fields = []
        for one in sorted(use.read):
            is_text = known[one].type is FieldType.TEXT
            column = comparable_sql(kind.column(one)) if is_text else kind.column(one)
            fields.append(SaidField(one, column, is_text, known[one].optional, one in use.compared))
        return fields

    @staticmethod
    def _encoded(facts: Mapping[int, Sequence[tuple[Place, str]]]) -> list[EncodedCase]:
        encoded, first = [], 1
        for number, one in enumerate(facts.values()):
            texts = tuple(
                (kind, f'{{"kind": "{kind}", "id": {first + at}, "case": {number}{text}}}')
                for at, ((kind, _), text) in enumerate(one)
            )
            encoded.append(EncodedCase(number, first, len(one), texts))
            first += len(one)
        return encoded

    def _read(self, batch: Sequence[EncodedCase], firings: Sequence[Firing]) -> list[CaseRulings]:
        return rulings_by_case(batch, firings, self._compiled.codes, self._rules, concluded)

    def _by_rule(
        self, facts: Mapping[int, Sequence[tuple[Place, str]]], said: Mapping[int, CaseRulings]
    ) -> dict[str, dict[int, dict[tuple[int, ...], str]]]:
        """What the engine says of each combination, by rule, row, and the facts' numbers."""
        found: dict[str, dict[int, dict[tuple[int, ...], str]]] = {
            screen.rule.id: {row: {} for row in facts} for screen in self._screens
        }
        for row, one in said.items():
            numbers = [number for (_, number), _ in facts[row]]
            for ruling in one.rulings:
                place = tuple([numbers[at] for at in ruling.facts])
                found[ruling.rule][row][place] = _SAID.get(ruling.outcome, ASK)
        return found

    def _held_against(self, screen: Screen, engine: Mapping[int, dict[tuple[int, ...], str]]) -> None:
        seen: dict[int, set[tuple[int, ...]]] = {}
        for row, screened, *numbers in self._database.execute(screen.everything("sampled")).fetchall():
            place = tuple(numbers)
            seen.setdefault(row, set()).add(place)
            self._check(row, screen.rule.id, screened, engine[row].get(place, NOTHING))
        for row, said in engine.items():
            for place in said.keys() - seen.get(row, set()):
                self._check(row, screen.rule.id, NOTHING, said[place])

    def _check(self, row: int, rule: str, screened: str, said: str) -> None:
        if screened != said:
            self.differences.append(f"row {row}, {rule}: the screen says {screened}, the engine {said}")
