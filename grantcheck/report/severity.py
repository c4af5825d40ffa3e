"""The severities of a rule: its own, and those of its branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.outcome import SEVERITY_ORDER
from grantcheck.report.standing import Standing

if TYPE_CHECKING:
    from grantcheck.model.outcome import Severity
    from grantcheck.report.wording import Wording
    from grantcheck.rules.rule import Rule


def severities(rule: Rule) -> list[Severity]:
    """What a finding of the rule can be, the gravest first; none where it can only end as not verifiable."""
    found: set[Severity | None] = {branch.severity for branch in rule.branches} or {rule.file.severity}
    return [severity for severity in SEVERITY_ORDER if severity in found]


def severity_word(rule: Rule, words: Wording) -> str:
    """The severities in words."""
    standings = [Standing[severity.name] for severity in severities(rule)]
    return " / ".join(stands.word(words) for stands in standings) or words.not_verifiable


def severity_style(rule: Rule) -> str:
    """The style of the gravest."""
    found = severities(rule)
    return Standing[found[0].name].style if found else Standing.NOT_VERIFIABLE.style
