"""What a report rests on, so that it can be made again and compared."""

from __future__ import annotations

from typing import Any, Literal

from grantcheck.model.finding import Finding
from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class RuleHash(Frozen):
    """One rule, with its decision tables, by its content."""

    rule: str
    sha256: str


class RegisterState(Frozen):
    """How far a register had come on the day of the audit."""

    batches: int
    """Imports that were known on the day."""
    last_batch: str | None
    """The hash of the file of the last of them."""


class Run(Frozen):
    """How the run was asked for; paths are as they were given, from the folder where it ran."""

    paths: tuple[str, ...]
    configuration: str | None
    """The configuration file."""
    settings: dict[str, Any]
    """The settings in force that bear on the result, as a configuration file names them."""
    show_all: bool
    trace: bool


class Record(Frozen):
    """Beside the hashes of inputs and parameters: rules one by one, versions, register, and the run itself."""

    rules: tuple[RuleHash, ...]
    vocabulary: str
    """The hash of the words that rules use."""
    versions: dict[str, str]
    """Of the program, the engine and what reads documents."""
    register_state: RegisterState | None = None
    """None where no register was in use."""
    run: Run | None = None
    """None where the audit was not started from the command line."""


ChangeKind = Literal["input", "rule", "parameter", "answer", "setting", "version", "engine", "day"]
"""What a report rests on; an *answer* is a file of waivers or a baseline, which changes no outcome."""


class RecordChange(Frozen):
    """One thing that two reports do not have in common."""

    kind: ChangeKind
    name: str
    title: Text | None = None
    was: str | None
    """None where it was not there."""
    now: str | None
    """None where it is not there any more."""


Cause = Literal["note", "rule", "parameters", "settings", "program", "day", "round"]
"""Why a finding differs; *round*: nothing of its own, so the other notes."""


class FindingChange(Frozen):
    """A finding that is new, is fixed, or says something else."""

    kind: Literal["new", "fixed", "changed"]
    before: Finding | None
    after: Finding | None
    causes: tuple[Cause, ...]

    @property
    def by_rules(self) -> bool:
        """Whether the note is as it was, and rules or parameters are not."""
        return "note" not in self.causes and bool({"rule", "parameters", "settings"} & set(self.causes))

    @property
    def finding(self) -> Finding:
        """The finding as it stands, or as it stood.

        Raises:
            ValueError: there is neither.
        """
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has a finding before or after it")
        return found


class ReportComparison(Frozen):
    """Two reports beside each other."""

    unchanged: int
    """Findings that are the same in both."""
    findings: tuple[FindingChange, ...]
    record: tuple[RecordChange, ...]
