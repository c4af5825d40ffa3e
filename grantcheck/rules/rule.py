"""A rule ready to be judged: conditions parsed, names checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from grantcheck.model.outcome import Severity
from grantcheck.model.text import Text
from grantcheck.rules.condition import All, Any, Condition, FieldRef, Not, asked_of, fields_of
from grantcheck.rules.pack import Pack
from grantcheck.rules.parameter import ParameterInForce
from grantcheck.rules.schema import RuleFile
from grantcheck.rules.tables.table import DecisionTable
from grantcheck.rules.vocabulary import Vocabulary


@dataclass(frozen=True)
class Branch:
    """One way to break a rule."""

    when: Condition
    severity: Severity
    message: Text
    fix: Text


@dataclass(frozen=True)
class Rule:
    """A checked rule. Fields of conditions are known to exist; money constants are in øre."""

    file: RuleFile
    path: Path
    applies: Condition
    needs: tuple[FieldRef, ...]
    noted: Condition
    """For observations: what is worth a note; always true where the file does not say."""
    branches: tuple[Branch, ...]
    tables: tuple[DecisionTable, ...] = ()
    """A row of each is among the facts that the rule joins, under the alias of the table."""
    parameters: tuple[ParameterInForce, ...] = ()
    """With their values, which stand in the conditions and messages already."""

    @property
    def id(self) -> str:
        """The stable number, such as GC103."""
        return self.file.id

    @property
    def is_observation(self) -> bool:
        """Whether it can only be noted."""
        return self.file.severity is Severity.NOTE

    @property
    def broken(self) -> Condition:
        """Whether any branch is broken."""
        return Any(tuple(branch.when for branch in self.branches))

    @property
    def holds(self) -> Condition:
        """Whether no branch is broken."""
        return All(tuple(Not(branch.when) for branch in self.branches))

    @property
    def join(self) -> Condition:
        """That the rows of its tables are those of the very facts at hand; never undecided."""
        return All(tuple(table.join for table in self.tables))

    @property
    def selects(self) -> Condition:
        """What picks the combinations of facts that the rule is about: rows of tables, then `applies_when`."""
        own = self.applies.inner if isinstance(self.applies, All) else (self.applies,)
        return All((*(table.join for table in self.tables), *own)) if self.tables else self.applies

    def fields_read(self) -> Iterator[FieldRef]:
        """Every field that decides the outcome, with repeats."""
        yield from self._read

    def fields_missed(self) -> Iterator[FieldRef]:
        """The fields whose absence leaves the rule open: those it needs, and those it compares to apply."""
        yield from self._missed

    @cached_property
    def _read(self) -> tuple[FieldRef, ...]:
        decide = (fields_of(condition) for condition in (self.noted, self.broken))
        return (*fields_of(self.selects), *self.needs, *chain.from_iterable(decide))

    @cached_property
    def _missed(self) -> tuple[FieldRef, ...]:
        asked = set(asked_of(self.applies))
        return (*self.needs, *(ref for ref in fields_of(self.applies) if ref not in asked))


@dataclass(frozen=True)
class OffRule:
    """A rule that an office turned off."""

    rule: Rule
    reason: str
    place: str
    """Where the office says so."""


@dataclass(frozen=True)
class RuleBook:
    """All rules in force, in the order of their numbers, with the words they use."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    sha256: str
    """Of all rule files and the vocabulary, by name and content."""
    packs: tuple[Pack, ...] = ()
    """Where the rules come from, the base first."""
    off: tuple[OffRule, ...] = ()
    """Rules that are not among `rules` because an office turned them off."""

    @property
    def judged(self) -> tuple[Rule, ...]:
        """The rules that conditions decide."""
        return tuple(rule for rule in self.rules if not rule.file.reported_by_program)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule in force of that number, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def off_rule(self, rule_id: str) -> OffRule | None:
        """The rule of that number that was turned off, or None."""
        return next((off for off in self.off if off.rule.id == rule_id), None)
