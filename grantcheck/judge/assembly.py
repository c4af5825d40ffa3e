"""Verdicts on all cases to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from grantcheck.derive.figures import YearAmounts, net_amounts, request_of
from grantcheck.derive.history import granted_amounts
from grantcheck.judge.answered import counted_outcomes
from grantcheck.judge.expiring_money import committees_of
from grantcheck.judge.verdict import REPORTED, Verdict
from grantcheck.model.case import Case
from grantcheck.model.document import Document
from grantcheck.model.expiring_money import ExpiringMoney
from grantcheck.model.finding import Finding
from grantcheck.model.hashed import Hashed, Parameter
from grantcheck.model.judged_by import JudgedBy, Scope
from grantcheck.model.outcome import Outcome
from grantcheck.model.report import (
    NoteHeading,
    PackInUse,
    Report,
    RuleOff,
    RuleSet,
    Summary,
    YearAmount,
)
from grantcheck.model.years import Year
from grantcheck.rules.rule import RuleBook
from grantcheck.version import __version__


@dataclass(frozen=True)
class Judged:
    """A case with its verdict."""

    case: Case
    verdict: Verdict


def assembled(  # noqa: PLR0913 - one parameter for each part of the report
    documents: Sequence[Document],
    judged: Sequence[Judged],
    book: RuleBook,
    parameters: Sequence[Parameter],
    as_of: date,
    by: JudgedBy,
    *,
    scope: Scope | None = None,
    show_all: bool,
    expiring: ExpiringMoney | None = None,
    budget_year: Year | None = None,
) -> Report:
    """The report on all cases; the same input gives the same report."""
    ordered = sorted(judged, key=lambda one: (one.case.name, one.case.document.source.path))
    return Report(
        grantcheck_version=__version__,
        as_of=as_of.isoformat(),
        budget_year=budget_year,
        inputs=tuple(Hashed(path=d.source.path, sha256=d.source.sha256) for d in documents),
        rules=_rule_set(book),
        parameters=tuple(parameters),
        judged_by=by,
        scope=scope,
        summary=_summary(_within(documents, scope), judged, book),
        notes=tuple(_heading(one.case) for one in ordered),
        expiring=expiring,
        findings=tuple(finding for one in ordered for finding in _listed(one.verdict, show_all=show_all)),
        forthcoming=tuple(to_come for one in ordered for to_come in one.verdict.forthcoming),
    )


def _within(documents: Sequence[Document], scope: Scope | None) -> Sequence[Document]:
    return documents if scope is None else [one for one in documents if one.source.path in scope.judged]


def _listed(verdict: Verdict, *, show_all: bool) -> list[Finding]:
    return [finding for finding in verdict.findings if show_all or finding.outcome in REPORTED]


def _rule_set(book: RuleBook) -> RuleSet:
    of_pack = Counter(rule.path.parent for rule in book.rules)
    return RuleSet(
        count=len(book.rules),
        sha256=book.sha256,
        packs=tuple(
            PackInUse(name=one.name, version=one.version, title=one.title, rules=of_pack[one.folder])
            for one in book.packs
        ),
        off=tuple(
            RuleOff(
                rule=off.rule.id,
                name=off.rule.file.name,
                title=off.rule.file.title,
                reason=off.reason,
                source=off.place,
            )
            for off in book.off
        ),
    )


def _summary(documents: Sequence[Document], judged: Sequence[Judged], book: RuleBook) -> Summary:
    counts = Counter(each for one in judged for each in counted_outcomes(one.verdict))
    return Summary(
        documents=len(documents),
        held=counts[Outcome.HOLDS],
        broken=counts[Outcome.BROKEN],
        noted=counts[Outcome.NOTED],
        not_applicable=counts[Outcome.NOT_APPLICABLE],
        not_verifiable=counts[Outcome.NOT_VERIFIABLE],
        waived=counts["waived"],
        baselined=counts["baselined"],
        turned_off=len(book.off) * len(judged),
        unread=sum(_unread(document) for document in documents),
    )


def _unread(document: Document) -> int:
    """What was seen but not read: entries of the notes, or the whole file."""
    return sum(len(note.unread) for note in document.notes) if document.notes else 1


def _heading(case: Case) -> NoteHeading:
    note = case.note
    request = request_of(note) if note else None
    return NoteHeading(
        note=case.name,
        path=case.document.source.path,
        title=note.title if note else None,
        subtitle=note.subtitle if note else None,
        department=note.department if note else None,
        committees=committees_of(note) if note else (),
        budget_year=note.budget_year if note else None,
        asked=_years(net_amounts(request)) if request else (),
        granted=_years(granted_amounts(case.allocations)),
    )


def _years(amounts: YearAmounts) -> tuple[YearAmount, ...]:
    return tuple(YearAmount(year=year, amount=amount) for year, amount in amounts.items())
