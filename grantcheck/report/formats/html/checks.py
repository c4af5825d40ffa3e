"""How each rule ended over all notes; a rule that never applied says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome
from grantcheck.report.formats.html.telling import TITLE

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.report.formats.html.telling import Telling
    from grantcheck.rules.rule import Rule

_GRAVEST_FIRST = (
    Outcome.BROKEN,
    Outcome.NOT_VERIFIABLE,
    Outcome.NOTED,
    Outcome.HOLDS,
    Outcome.NOT_APPLICABLE,
)


@dataclass(frozen=True)
class RuleRow:
    """A rule with its counts."""

    rule: str
    title: str
    reference: str
    broken: int
    not_verifiable: int
    noted: int
    held: int
    not_applicable: int
    waived: int

    @property
    def ran(self) -> bool:
        """Whether it applied to any note."""
        return bool(self.broken or self.not_verifiable or self.noted or self.held)


@dataclass(frozen=True)
class Checks:
    """The part of the page about rules."""

    rows: Sequence[RuleRow]
    said: str


def checks(findings: Iterable[Finding], rules: Sequence[Rule], telling: Telling) -> Checks:
    """A row for each rule in force. `findings` are those of every check, also of those that hold."""
    listed = list(findings)
    gravest: dict[tuple[str, str, str], Outcome] = {}
    for finding in listed:
        key = (finding.rule, finding.note, finding.path)
        gravest[key] = min(finding.outcome, gravest.get(key, finding.outcome), key=_GRAVEST_FIRST.index)
    counts = Counter((rule, outcome) for (rule, _, _), outcome in gravest.items())
    waived = Counter(finding.rule for finding in listed if finding.waiver)
    titles = {finding.rule: finding.title or finding.name for finding in listed}
    in_force = {rule.id: rule for rule in rules}
    rows = [
        _row(number, in_force.get(number), titles, counts, waived, telling)
        for number in sorted({*in_force, *titles})
    ]
    silent = sum(not row.ran for row in rows)
    said = telling.words.never_ran_said.format(count=silent, all=len(rows))
    return Checks(rows, said if silent else telling.words.every_rule_ran)


def _row(
    number: str,
    rule: Rule | None,
    titles: dict[str, str],
    counts: Counter[tuple[str, Outcome]],
    waived: Counter[str],
    telling: Telling,
) -> RuleRow:
    title = rule.file.title.spoken(telling.language) if rule else titles[number]
    return RuleRow(
        rule=telling.said(number, TITLE),
        title=telling.capital(telling.said(title, TITLE)),
        reference=telling.said(rule.file.reference, TITLE) if rule else "",
        broken=counts[number, Outcome.BROKEN],
        not_verifiable=counts[number, Outcome.NOT_VERIFIABLE],
        noted=counts[number, Outcome.NOTED],
        held=counts[number, Outcome.HOLDS],
        not_applicable=counts[number, Outcome.NOT_APPLICABLE],
        waived=waived[number],
    )
