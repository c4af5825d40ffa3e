"""How a finding stands in a report: its mark, its word, its colour and its rank."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome, Severity

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.report.wording import Wording


class Standing(Enum):
    """From the gravest to the least; the name is the field of the wording, the values are mark and style."""

    ERROR = ("✗", "bold red")
    WARNING = ("!", "bold yellow")
    NOT_VERIFIABLE = ("?", "bold magenta")
    NOTE = ("i", "bold blue")
    WAIVED = ("~", "cyan")
    BASELINED = ("=", "dim")
    HOLDS = ("✓", "green")
    NOT_APPLICABLE = ("–", "dim")

    @property
    def mark(self) -> str:
        """One character that tells the standing without colour."""
        return self.value[0]

    @property
    def style(self) -> str:
        """How mark, rule and word are printed where there is colour."""
        return self.value[1]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Standing).index(self)

    @property
    def in_full(self) -> bool:
        """Whether the finding is shown with evidence; the others take one line."""
        return self not in {Standing.BASELINED, Standing.HOLDS, Standing.NOT_APPLICABLE}

    def word(self, words: Wording) -> str:
        """The standing in words."""
        word: str = getattr(words, self.name.lower())
        return word


_OF_OUTCOME = {
    Outcome.NOT_VERIFIABLE: Standing.NOT_VERIFIABLE,
    Outcome.NOTED: Standing.NOTE,
    Outcome.HOLDS: Standing.HOLDS,
    Outcome.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}


def standing(finding: Finding) -> Standing:
    """How the finding stands; what a waiver or the baseline answers for stands apart, and fails nothing."""
    if finding.waiver is not None:
        return Standing.WAIVED
    return Standing.BASELINED if finding.baselined else own_standing(finding)


def own_standing(finding: Finding) -> Standing:
    """How it stands by itself, whatever answers for it; a broken check without severity counts as an error."""
    if finding.outcome is not Outcome.BROKEN:
        return _OF_OUTCOME[finding.outcome]
    return Standing.WARNING if finding.severity is Severity.WARNING else Standing.ERROR
