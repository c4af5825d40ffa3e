"""Dated rules: what becomes of the rulings of a rule in the budget years that they are about.

The engine judges every rule; here the rulings of rules outside their years are taken out again, so that engine and
reference need not know of years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grantcheck.engine.ruling import Ruling
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Text
from grantcheck.model.years import Year
from grantcheck.rules.effective import Effective, Standing
from grantcheck.rules.rule import Rule

_BUDGET_YEAR = "budget_year"


@dataclass(frozen=True)
class CaseYears:
    """The budget years that the facts of a case are about."""

    case: Case
    facts: Sequence[Fact]
    chosen: Year | None = None
    """The budget year whose rules are asked for, whatever the case is about."""

    def of_case(self) -> Year | None:
        """The year of the case as a whole; None where it is not known, or there are several."""
        if self.chosen is not None:
            return self.chosen
        if self.case.note is not None:
            return self.case.note.budget_year
        years = {grant.budget_year for grant in self.case.expiring or ()}
        return years.pop() if len(years) == 1 else None

    def of(self, ruling: Ruling) -> Year | None:
        """The year of one ruling: grants of a register expire in different rounds."""
        if self.chosen is not None or self.case.note is not None:
            return self.of_case()
        found = (self.facts[at].fields.get(_BUDGET_YEAR) for at in ruling.facts)
        return next((year for year in found if isinstance(year, int)), None)


@dataclass(frozen=True)
class Dated:
    """The rulings of a rule, told apart by its years."""

    rulings: tuple[Ruling, ...]
    """All of them."""
    counted: tuple[Ruling, ...]
    """Those of years in which it judges."""
    forthcoming: tuple[Ruling, ...] = ()
    """What would be broken if the rule were in force already."""
    outside: Text | None = None
    """Why it does not judge the case, in a sentence."""
    undated: Text | None = None
    """Why nobody can tell whether it judges, in a sentence."""


def dated(rule: Rule, rulings: Sequence[Ruling], years: CaseYears) -> Dated:
    """The rulings of the rule that count, and what is to be said of the others."""
    effective = rule.file.effective
    if effective is None:
        return Dated(tuple(rulings), tuple(rulings))
    stands = [(effective.standing(years.of(ruling)), ruling) for ruling in rulings]
    of = {standing: tuple(ruling for each, ruling in stands if each is standing) for standing in Standing}
    return Dated(
        rulings=tuple(rulings),
        counted=of[Standing.IN_FORCE],
        forthcoming=tuple(one for one in of[Standing.NOT_YET] if one.outcome is Outcome.BROKEN),
        outside=_outside(effective, years.of_case()) if not of[Standing.IN_FORCE] else None,
        undated=_undated(effective) if of[Standing.UNKNOWN] else None,
    )


def _outside(effective: Effective, year: Year | None) -> Text | None:
    """None where the year is one of the rule's, or not known: then its rulings alone decide."""
    if effective.standing(year) in {Standing.IN_FORCE, Standing.UNKNOWN}:
        return None
    span = effective.span
    return Text(
        en=f"The rule is in force {span.en}, not in {year}.", da=f"Reglen gælder {span.da}, ikke i {year}."
    )


def _undated(effective: Effective) -> Text:
    span = effective.span
    return Text(
        en=f"The rule is in force {span.en}, and the budget year of the note is not known.",
        da=f"Reglen gælder {span.da}, og notatets budgetår kendes ikke.",
    )
