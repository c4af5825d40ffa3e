"""Findings that waivers let stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grantcheck.model.case import Case
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome
from grantcheck.model.waiver import WaiverScope, WaiverStanding

WAIVED_OUTCOMES = frozenset({Outcome.BROKEN, Outcome.NOT_VERIFIABLE})
"""What may make a run fail; nothing else needs a waiver."""


Found = tuple[Case, tuple[Finding, ...]]
"""What was found of one case."""


def with_waivers(
    found: Sequence[Found], standings: Sequence[WaiverStanding], *, whole: bool
) -> tuple[list[tuple[Finding, ...]], tuple[WaiverStanding, ...]]:
    """The findings of each case, those that a good waiver is for with it; and the waivers, counted.

    Of several waivers for one finding the first of the file stands. `whole` says that a whole round was read, so
    that a waiver for a note that is not there fits nothing.
    """
    counts: Counter[int] = Counter()
    by_rule: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(standings):
        by_rule[each.written.scope.rule].append(number)
    waived: list[tuple[Finding, ...]] = []
    for case, findings in found:
        answered = []
        for finding in findings:
            fitting = [n for n in by_rule[finding.rule] if _is_for(standings[n].written.scope, case, finding)]
            counts.update(fitting)
            good = next((standings[n].written.waiver for n in fitting if standings[n].good), None)
            answered.append(finding.model_copy(update={"waiver": good}) if good else finding)
        waived.append(tuple(answered))
    cases = [case for case, _ in found]
    return waived, tuple(
        replace(each, findings=counts[n] if whole or _seen(each.written.scope, cases) else None)
        for n, each in enumerate(standings)
    )


def _is_for(scope: WaiverScope, case: Case, finding: Finding) -> bool:
    return (
        finding.outcome in WAIVED_OUTCOMES
        and _is_about(scope, case)
        and (scope.grant is None or scope.grant in finding.grants)
        and (scope.finding is None or finding.fingerprint.startswith(scope.finding))
    )


def _is_about(scope: WaiverScope, case: Case) -> bool:
    if scope.note is not None and scope.note.casefold() != case.name.casefold():
        return False
    return scope.budget_year in {None, case.note.budget_year if case.note else None}


def _seen(scope: WaiverScope, cases: Iterable[Case]) -> bool:
    return scope.note is not None and any(_is_about(scope, case) for case in cases)
