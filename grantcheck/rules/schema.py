"""A rule file as it is written."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Text

RuleId = Annotated[str, Field(pattern=r"^GC\d{3}$|^[A-Z]{3,8}\d{3}$")]


class BranchFile(Frozen):
    """One way to break a rule; the first that fits decides severity, message and fix."""

    when: str
    severity: Severity | None = None
    message: Text | None = None
    fix: Text | None = None


class RuleTest(Frozen):
    """A situation with its outcome. Amounts in kroner; only the fields that the rule reads are needed."""

    name: str
    facts: dict[str, dict[str, Any] | list[dict[str, Any]]]
    """By alias; a list where there are several."""
    outcome: Outcome
    severity: Severity | None = None
    """Of the finding; tells branches apart."""


class RuleTestsFile(Frozen):
    """What a file of tests beside the rules may hold, named `*.test.yaml`."""

    rule: RuleId
    tests: tuple[RuleTest, ...]


class RuleFile(Frozen):
    """What a rule file may hold."""

    id: RuleId
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    severity: Severity | None
    """None for a rule that can only end as not verifiable."""
    title: Text
    rationale: Text
    reference: str
    reported_by_program: bool = False
    """For faults of the program itself, which no condition describes."""
    facts: dict[str, str] = Field(default_factory=dict)
    """Alias to kind; the rule is judged for every combination that `applies_when` selects."""
    applies_when: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    noted_when: tuple[str, ...] = ()
    broken_when: tuple[BranchFile, ...] = ()
    message: Text | None = None
    unverified: Text | None = None
    """Said where a need is missing, before the reasons."""
    evidence: tuple[str, ...] = ()
    """Aliases whose places are shown, in this order."""
    calculation: tuple[Text, ...] = ()
    fix: Text
    tests: tuple[RuleTest, ...] = ()

    @model_validator(mode="after")
    def _has_a_shape(self) -> Self:
        observation = self.severity is Severity.NOTE
        if observation and self.broken_when:
            raise ValueError("an observation (severity note) is never broken; use noted_when")
        if not observation and self.noted_when:
            raise ValueError("noted_when belongs to observations (severity note); use broken_when")
        if not self.reported_by_program and not self.facts:
            raise ValueError("a rule needs facts to judge")
        if (
            self.severity is not None
            and not observation
            and not self.broken_when
            and not self.reported_by_program
        ):
            raise ValueError("a check needs broken_when")
        return self
