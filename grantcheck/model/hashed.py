"""A file by its place and content."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class Hashed(Frozen):
    """A file that the result depends on."""

    path: str
    sha256: str


class RuleParameterValue(Frozen):
    """What a parameter of a rule is set to."""

    rule: str
    name: str
    value: int | str
    """Whole kroner, a year, a count or a text."""
    default: int | str
    means: Text
    source: str | None
    """Where an office set it; None where the rule's own default is in force."""


class Parameter(Hashed):
    """A file that decided the outcomes, and who stands behind what it says."""

    title: Text | None = None
    source: str | None = None
    """As the file itself names it; None where it names none."""
    values: tuple[RuleParameterValue, ...] = ()
    """Of a rule file: what its parameters are set to."""
