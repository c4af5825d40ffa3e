"""All rulings on a case to one outcome per rule, and the findings behind them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from grantcheck.engine.ruling import CaseRulings, Ruling
from grantcheck.judge.dating import CaseYears, Dated, dated
from grantcheck.judge.finding import Speaker
from grantcheck.judge.reasoning import Reasoner
from grantcheck.judge.tracer import Tracer
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.finding import Finding
from grantcheck.model.forthcoming import Forthcoming
from grantcheck.model.location import LineLocation, Location, PageLocation, SheetLocation
from grantcheck.model.outcome import Outcome
from grantcheck.model.text import Language
from grantcheck.model.years import Year
from grantcheck.rules.rule import Rule, RuleBook

REPORTED = frozenset({Outcome.BROKEN, Outcome.NOTED, Outcome.NOT_VERIFIABLE})
"""The outcomes that are findings; the others are only counted."""

GRAVEST_FIRST = (Outcome.BROKEN, Outcome.NOT_VERIFIABLE, Outcome.NOTED, Outcome.HOLDS)


@dataclass(frozen=True)
class Verdict:
    """One case judged: exactly one outcome per rule."""

    outcomes: dict[str, Outcome]
    findings: tuple[Finding, ...]
    forthcoming: tuple[Forthcoming, ...] = ()


def verdict(
    case: Case,
    facts: Sequence[Fact],
    judged: CaseRulings,
    book: RuleBook,
    language: Language,
    budget_year: Year | None = None,
    *,
    traced: AbstractSet[Outcome] = frozenset(),
) -> Verdict:
    """The outcomes and findings of a case; `findings` also hold a line for every rule that found nothing.

    Rules are those of `budget_year`, or of the case's own year. Findings that end as one of `traced` carry the
    conditions behind them.
    """
    speaker = Speaker(case, facts, book.vocabulary, language)
    if judged.fault is not None:
        return _faulted(speaker, book, judged.fault)
    years = CaseYears(case, facts, budget_year)
    by_rule: dict[str, list[Ruling]] = {rule.id: [] for rule in book.rules}
    for ruling in judged.rulings:
        by_rule[ruling.rule].append(ruling)
    seen = [(rule, dated(rule, by_rule[rule.id], years)) for rule in book.rules]
    tracer = Tracer(Reasoner(case.name, facts, book.vocabulary, language), traced)
    findings = [
        tracer.with_trace(finding, rule, rulings)
        for rule, one in seen
        for finding, rulings in _findings(speaker, rule, one)
    ]
    to_come = [speaker.forthcoming(rule, ruling) for rule, one in seen for ruling in one.forthcoming]
    return Verdict(
        outcomes={rule.id: dated_outcome(rule, one) for rule, one in seen},
        findings=tuple(sorted(findings, key=_order)),
        forthcoming=tuple(sorted(to_come, key=_order)),
    )


def outcome_of(rule: Rule, rulings: Sequence[Ruling]) -> Outcome:
    """The outcome of a rule for a whole case: the gravest of its places, *not applicable* where it has none."""
    if rule.file.reported_by_program:
        return Outcome.HOLDS
    found = {ruling.outcome for ruling in rulings}
    return next((outcome for outcome in GRAVEST_FIRST if outcome in found), Outcome.NOT_APPLICABLE)


def dated_outcome(rule: Rule, seen: Dated) -> Outcome:
    """The outcome of a rule for a whole case, as far as its years are known."""
    counted = [ruling.outcome for ruling in seen.counted]
    if seen.undated is not None and Outcome.BROKEN not in counted:
        return Outcome.NOT_VERIFIABLE
    return outcome_of(rule, seen.counted)


def _findings(speaker: Speaker, rule: Rule, seen: Dated) -> list[tuple[Finding, Sequence[Ruling]]]:
    """Each finding with the rulings that it stands for."""
    reported: list[tuple[Finding, Sequence[Ruling]]] = [
        (speaker.finding(rule, one), (one,)) for one in seen.counted if one.outcome in REPORTED
    ]
    if seen.undated is not None:
        reported.append((speaker.undated(rule, seen.undated), seen.rulings))
    if reported:
        return reported
    return [(speaker.silent(rule, outcome_of(rule, seen.counted), seen.outside), seen.rulings)]


def _faulted(speaker: Speaker, book: RuleBook, fault: str) -> Verdict:
    """A case lost to a fault: nothing about it was verified."""
    outcomes = {
        rule.id: Outcome.BROKEN if rule.file.reported_by_program else Outcome.NOT_VERIFIABLE
        for rule in book.rules
    }
    findings = [speaker.fault(rule, fault) for rule in book.rules if rule.file.reported_by_program]
    return Verdict(outcomes, tuple(findings))


def _order(finding: Finding) -> tuple[str, tuple[int, ...], str]:
    location = finding.evidence[0].location if finding.evidence else LineLocation(line=0, column=0)
    return finding.rule, _place(location), finding.fingerprint


def _place(location: Location) -> tuple[int, ...]:
    """A key in reading order: down the page or sheet, then across."""
    match location:
        case PageLocation(page=page, bbox=(left, top, _, _)):
            return page, top, left
        case SheetLocation(cell=cell):
            column = cell.rstrip("0123456789")
            return int(cell[len(column) :] or 0), len(column), *map(ord, column)
        case _:
            return tuple(location.model_dump().values())
