"""A rule file as it is written."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from grantcheck.data.fault import Unfit
from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Language, Text
from grantcheck.rules.effective import BudgetYear, Effective
from grantcheck.rules.parameter import Declared
from grantcheck.rules.tables.declared import TableFile

RuleId = Annotated[str, Field(pattern=r"^GC\d{3}$|^[A-Z]{3,8}\d{3}$")]


class BranchFile(Frozen):
    """One way to break a rule; the first that fits decides severity, message and fix."""

    when: str
    """The condition under which the rule is broken in this way."""
    severity: Severity | None = None
    """Where it differs from the rule's own."""
    message: Text | None = None
    """Where it differs from the rule's own."""
    fix: Text | None = None
    """Where it differs from the rule's own."""


class RuleTest(Frozen):
    """A situation with its outcome. Amounts in kroner; only the fields that the rule reads are needed."""

    name: str
    """The situation as a sentence."""
    name_da: str | None = None
    """The same in Danish, for documentation."""
    facts: dict[str, dict[str, Any] | list[dict[str, Any]]]
    """By alias; a list where there are several."""
    outcome: Outcome
    """How the rule ends on these facts."""
    severity: Severity | None = None
    """Of the finding; tells branches apart."""
    budget_year: BudgetYear | None = None
    """For a rule with years of its own: the budget year of the situation; without it the rule is in force."""

    def named(self, language: Language) -> str:
        """The situation in the language, or in English where it has no other name."""
        return self.name_da or self.name if language == "da" else self.name


class RuleTestsFile(Frozen):
    """What a file of tests beside the rules may hold, named `*.test.yaml`."""

    rule: RuleId
    tests: tuple[RuleTest, ...]


class RuleFile(Frozen):
    """What a rule file may hold."""

    id: RuleId
    """The stable number; an office takes letters of its own, such as OFFICE001."""
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    """Small letters, figures and hyphens."""
    severity: Severity | None
    """None for a rule that can only end as not verifiable."""
    title: Text
    """A few words."""
    rationale: Text
    """Why the rule matters."""
    reference: str
    """The public source that the rule rests on."""
    effective: Effective | None = None
    """The budget years in which the rule judges; without it in every year."""
    reported_by_program: bool = False
    """For faults of the program itself, which no condition describes."""
    waivable: bool = True
    """Whether a waiver or a baseline may let a finding stand; false where it would hide that nothing was read."""
    parameters: Declared = Field(default_factory=dict)
    """What an office may set, written `parameter.name` in conditions and messages."""
    facts: dict[str, str] = Field(default_factory=dict)
    """Alias to kind; the rule is judged for every combination that `applies_when` selects."""
    tables: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], TableFile] = Field(default_factory=dict)
    """Tables of thresholds by alias; conditions name a threshold as alias.output."""
    applies_when: tuple[str, ...] = ()
    """Conditions that must all be true; else the rule is not applicable."""
    needs: tuple[str, ...] = ()
    """Fields without which the rule is not verifiable, as alias.field."""
    noted_when: tuple[str, ...] = ()
    """For observations: conditions that must all be true to be noted."""
    broken_when: tuple[BranchFile, ...] = ()
    """The ways to break a check; the first that is true counts."""
    message: Text | None = None
    """What a finding says; fields stand in braces, as {alias.field}."""
    unverified: Text | None = None
    """Said where a need is missing, before the reasons."""
    evidence: tuple[str, ...] = ()
    """Aliases whose places are shown, in this order."""
    calculation: tuple[Text, ...] = ()
    """The arithmetic, line by line; a line with an unknown field is left out."""
    fix: Text
    """What to do."""
    tests: tuple[RuleTest, ...] = ()
    """Situations with their outcome."""

    @model_validator(mode="after")
    def _has_a_shape(self) -> Self:
        observation = self.severity is Severity.NOTE
        if observation and self.broken_when:
            raise Unfit(
                Text(
                    en="an observation (severity note) is never broken.",
                    da="en iagttagelse (severity note) er aldrig brudt.",
                ),
                Text(en="Use noted_when.", da="Brug noted_when."),
            )
        if not observation and self.noted_when:
            raise Unfit(
                Text(
                    en="noted_when belongs to observations (severity note).",
                    da="noted_when hører til iagttagelser (severity note).",
                ),
                Text(en="Use broken_when.", da="Brug broken_when."),
            )
        if self.reported_by_program and self.effective:
            raise Unfit(
                Text(
                    en="a rule that the program reports is in force in every year.",
                    da="en regel, som programmet melder, gælder i alle år.",
                ),
                Text(en="Take 'effective' out.", da="Tag 'effective' ud."),
            )
        if not self.reported_by_program and not self.facts:
            raise Unfit(
                Text(en="a rule needs facts to judge.", da="en regel skal have oplysninger at bedømme."),
                Text(en="Name their kinds under 'facts'.", da="Angiv deres slags under 'facts'."),
            )
        if (
            self.severity is not None
            and not observation
            and not self.broken_when
            and not self.reported_by_program
        ):
            raise Unfit(
                Text(en="a check needs broken_when.", da="en kontrol skal have broken_when."),
                Text(en="Say what breaks it.", da="Skriv, hvad der bryder den."),
            )
        return self
