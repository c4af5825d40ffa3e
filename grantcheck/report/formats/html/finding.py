"""A finding on the page: what is wrong, the evidence of both sides, the calculation, who answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.model.location import WHOLE_FILE
from grantcheck.report.formats.html.telling import EXCERPT, SENTENCE, TITLE
from grantcheck.report.layout import glued
from grantcheck.report.standing import Standing, own_standing, standing
from grantcheck.report.visible import around_mark

if TYPE_CHECKING:
    from grantcheck.model.evidence import Evidence
    from grantcheck.model.finding import Finding
    from grantcheck.model.forthcoming import Forthcoming
    from grantcheck.model.waiver import Waiver
    from grantcheck.report.formats.html.telling import Telling

_SIDES = 12
"""So many places are shown; a finding on more names the others in its message."""

BASELINED = "baselined"
"""The class of what was known before."""
FORTHCOMING = "forthcoming"
"""The class of what rules will say that are not in force yet."""


@dataclass(frozen=True)
class SideView:
    """One side of a finding, as it stands in its source."""

    role: str
    is_prior: bool
    place: str
    before: str
    figure: str
    after: str
    amount: str
    """The figure as it was understood, with its year and price level; empty where there is none."""


@dataclass(frozen=True)
class WaiverView:
    """Who answers for a finding that may stand."""

    until: str
    reason: str
    by: str


@dataclass(frozen=True)
class FindingView:
    """Everything the page says of a finding."""

    anchor: str
    rule: str
    css: str
    """The standing as a class; the filters know it by that too."""
    mark: str
    stands: str
    title: str
    message: str
    fix: str
    sides: Sequence[SideView]
    more_sides: str
    calculation: Sequence[str]
    fingerprint: str
    waiver: WaiverView | None

    @property
    def has_evidence(self) -> bool:
        """Whether there is anything to open."""
        return bool(self.sides or self.calculation)


def css_of(finding: Finding) -> str:
    """How the finding is told from others: by its standing, or as waived."""
    return standing(finding).name.lower().replace("_", "-")


def finding_view(finding: Finding, anchor: str, telling: Telling) -> FindingView:
    """The finding in words."""
    stands = standing(finding)
    telling_sides = [side for side in finding.evidence if not _says_the_file_alone(side, finding.path)]
    sides = telling_sides[:_SIDES]
    hidden = len(telling_sides) - len(sides)
    message, title = finding.message or finding.title, finding.title or finding.name
    return FindingView(
        anchor=anchor,
        rule=telling.said(finding.rule, TITLE),
        css=css_of(finding),
        mark=stands.mark,
        stands=_stands(finding, stands, telling),
        title=telling.said(title, TITLE),
        message=telling.said(message) if message != title else "",
        fix=telling.said(finding.fix),
        sides=[_side(side, finding.path, telling) for side in sides],
        more_sides=telling.words.and_more.format(count=hidden) if hidden else "",
        calculation=[telling.said(step, SENTENCE) for step in finding.calculation],
        fingerprint=telling.said(finding.fingerprint, TITLE),
        waiver=_waiver(finding.waiver, telling) if finding.waiver else None,
    )


def forthcoming_view(to_come: Forthcoming, anchor: str, telling: Telling) -> FindingView:
    """What a rule will say, with the year from which it does."""
    view = finding_view(to_come, anchor, telling)
    return replace(
        view,
        css=FORTHCOMING,
        mark="»",
        stands=telling.wording.forthcoming,
        message=f"{telling.said(to_come.notice)} {view.message}".strip(),
    )


def _says_the_file_alone(evidence: Evidence, path: str) -> bool:
    return evidence.text == path and evidence.location == WHOLE_FILE


def _stands(finding: Finding, stands: Standing, telling: Telling) -> str:
    """What a waiver or the baseline answers for is still told by what it is."""
    word, own = stands.word(telling.wording), own_standing(finding)
    return word if stands is own else f"{own.word(telling.wording)}, {word}"


def _side(evidence: Evidence, path: str, telling: Telling) -> SideView:
    before, figure, after = ("", "", "")
    if evidence.text != path:
        before, figure, after = around_mark(evidence.text, evidence.mark, EXCERPT)
    role = telling.wording.roles.get(evidence.role) or telling.said(evidence.role, TITLE)
    return SideView(
        role=telling.capital(role),
        is_prior=evidence.role == "prior",
        place=telling.said(evidence.place, TITLE),
        before=glued(before),
        figure=figure,
        after=glued(after),
        amount=_understood(evidence, telling),
    )


def _understood(evidence: Evidence, telling: Telling) -> str:
    if evidence.amount is None:
        return ""
    level = evidence.price_level
    words = telling.wording
    parts = [telling.kroner(evidence.amount)]
    if evidence.year is not None:
        parts.append(str(evidence.year))
    if level == "current":
        parts.append(words.level_current)
    elif level is not None:
        parts.append(words.level_of_year.format(year=level))
    return ", ".join(parts)


def _waiver(waiver: Waiver, telling: Telling) -> WaiverView:
    words = telling.words
    by = words.waiver_by.format(
        owner=telling.said(waiver.owner, TITLE),
        approver=telling.said(waiver.approved_by, TITLE),
        day=telling.day(waiver.approved_on),
    )
    case = words.case.format(number=telling.said(waiver.case_number, TITLE)) if waiver.case_number else ""
    return WaiverView(
        until=words.waived_until.format(day=telling.day(waiver.expires)),
        reason=telling.said(waiver.reason),
        by="; ".join(part for part in (by, case) if part),
    )
