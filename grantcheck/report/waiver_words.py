"""Waivers and the baseline in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report
    from grantcheck.model.waiver import ListedWaiver, Waiver
    from grantcheck.report.wording import Wording

_NAMED = 20
"""So many fixed entries of the baseline are named; JSON has all."""


def answer_of(finding: Finding, words: Wording) -> str:
    """Why the finding fails nothing; empty where nothing answers for it."""
    if finding.waiver is not None:
        return waiver_sentence(finding.waiver, words)
    return words.in_baseline if finding.baselined else ""


def waiver_sentence(waiver: Waiver, words: Wording) -> str:
    """Until when, why, and who says so."""
    case = words.waiver_case.format(number=waiver.case_number) if waiver.case_number else ""
    said = words.waived_until.format(
        expires=waiver.expires,
        reason=waiver.reason.rstrip("."),
        owner=waiver.owner,
        approver=waiver.approved_by,
        approved_on=waiver.approved_on,
        case=case,
    )
    return visible(said)


def lapsing_sentence(listed: ListedWaiver, words: Wording) -> str:
    """That a waiver will soon let nothing stand any more."""
    return words.waiver_lapses.format(
        scope=visible(listed.scope.named.en), expires=listed.waiver.expires, left=days_sentence(listed, words)
    )


def lapsing_sentences(report: Report, words: Wording) -> Iterator[str]:
    """A sentence for each waiver in use that lapses soon."""
    for listed in report.waivers.lapsing if report.waivers else ():
        yield lapsing_sentence(listed, words)


def days_sentence(listed: ListedWaiver, words: Wording) -> str:
    """How many days are left, or since when there are none."""
    days = listed.days_left
    if days < 0:
        return words.day_ago if days == -1 else words.days_ago.format(days=-days)
    return words.day_left if days == 1 else words.days_left.format(days=days) if days else words.last_day


def baseline_sentences(report: Report, words: Wording) -> Iterator[str]:
    """What became of the baseline; nothing where none is in use."""
    used = report.baseline
    if used is None:
        return
    yield words.baseline_in_use.format(entries=used.entries, found=used.found, fixed=len(used.fixed))
    if used.fixed:
        named = Counter(f"{one.rule} {visible(one.note)}" for one in used.fixed)
        told = [f"{name} ({count} ×)" if count > 1 else name for name, count in named.items()]
        rest = [f"+{len(told) - _NAMED}"] if len(told) > _NAMED else []
        yield words.baseline_fixed.format(findings=", ".join([*told[:_NAMED], *rest]))
