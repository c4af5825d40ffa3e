"""Why a rule came to its outcome: its conditions as a tree, with the values they were about."""

from __future__ import annotations

from typing import Literal

from grantcheck.model.evidence import Evidence
from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity

Role = Literal["applies_when", "needs", "noted_when", "broken_when"]


class Operand(Frozen):
    """One side of a condition: a field of a fact, or a constant of the rule."""

    field: str | None
    """As the rule writes it, such as `request.amount`; None for a constant."""
    means: str | None
    type: str
    value: int | str | None
    """As it is compared: øre, years, counts, 0 or 1, text. None where it is missing, or only shown."""
    shown: str | None
    """In words; None where it is missing."""
    missing: str | None = None
    """Why it is missing, where that is known."""


class Step(Frozen):
    """A condition, with its truth for the facts at hand."""

    kind: Literal["all", "any", "not", "known", "compared"]
    truth: bool | None
    """None: undecided, because a field is missing."""
    operator: str | None = None
    operands: tuple[Operand, ...] = ()
    inner: tuple[Step, ...] = ()


class Part(Frozen):
    """A line of the rule: one condition to apply, one need, or one way to break it."""

    role: Role
    severity: Severity | None = None
    """Of a way to break it."""
    step: Step


class Source(Frozen):
    """Where the values of one fact stand."""

    alias: str
    means: str
    evidence: tuple[Evidence, ...]


class Explanation(Frozen):
    """One rule and one combination of facts."""

    outcome: Outcome
    """*Not applicable* also for an observation with nothing to note."""
    severity: Severity | None
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    fingerprint: str


class Reasoning(Frozen):
    """One rule and one case: the combinations of facts that are told, and how many are not."""

    explanations: tuple[Explanation, ...] = ()
    further: int = 0
    """Combinations that were judged and are not listed."""
    unseen: int = 0
    """Combinations that were not looked at, because there are too many."""
    absent: tuple[str, ...] = ()
    """What the rule is about and the case has none of."""


class Explained(Frozen):
    """The outcome of one rule for one case, with its reasons."""

    rule: str
    title: str
    note: str
    path: str
    outcome: Outcome
    reasoning: Reasoning
    outside: str | None = None
    """Why the rule does not judge the case at all: its years; the reasons are as if it were in force."""
    fault: str | None = None
    """Why the case could not be judged at all."""
    by_program: bool = False
    """No condition describes the rule; the program itself reports it."""
