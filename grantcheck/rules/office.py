"""What an office chooses about rules: packs of its own, severities, rules turned off, parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grantcheck.model.outcome import Severity
from grantcheck.rules.parameter import ParameterSet

SEVERITIES = ("severities",)
OFF = ("rules", "off")
PARAMETERS = ("rules", "parameters")
PACKS = ("rules", "packs")


@dataclass(frozen=True)
class TurnedOff:
    """Why an office turned a rule off, and where it says so."""

    reason: str
    place: str = ""


@dataclass(frozen=True)
class Office:
    """The choices of one office."""

    packs: tuple[str, ...] = ()
    """Folders (with a slash) and names of installed packs."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By the number of a rule, in place of its own."""
    off: Mapping[str, TurnedOff] = field(default_factory=dict)
    """By the number of a rule."""
    parameters: Mapping[str, Mapping[str, ParameterSet]] = field(default_factory=dict)
    """By the number of a rule, then by name."""
