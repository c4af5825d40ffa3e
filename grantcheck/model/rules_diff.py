"""What a change of rules or of settings does to the outcomes of notes."""

from __future__ import annotations

from grantcheck.model.frozen import Frozen
from grantcheck.model.outcome import Outcome, Severity


class AmountChange(Frozen):
    """An amount that a rule looks at, where it is another than before."""

    field: str
    """As the rule writes it, such as `allowed.at_most`."""
    means: str
    old: int | None
    """In øre; None where it is missing."""
    new: int | None
    difference: int | None
    """New less old; None where one of the two is missing."""
    shown: str
    """All three in words."""


class PlaceChange(Frozen):
    """A place of a note for which a rule says something else than before."""

    place: str
    """In words; empty for what is about the note as a whole."""
    old: Outcome | None
    """None where nothing was told of the place: the rule held there, or did not apply."""
    new: Outcome | None
    old_severity: Severity | None = None
    new_severity: Severity | None = None
    message: str = ""
    """What the new finding says, or where there is none the old one."""
    amounts: tuple[AmountChange, ...] = ()


class OutcomeChange(Frozen):
    """A rule that ends otherwise for a note, or says something else of its places."""

    note: str
    path: str
    rule: str
    title: str
    old: Outcome | None
    """None where there is no such rule."""
    new: Outcome | None
    places: tuple[PlaceChange, ...] = ()


class RulesDiff(Frozen):
    """Two sets of rules and settings, tried on the same notes."""

    schema_version: int = 1
    old: str
    """As it was named."""
    new: str
    old_sha256: str
    """Of the rules."""
    new_sha256: str
    notes: int
    compared: int
    """Outcomes: rule × case, of rules on either side."""
    added: tuple[str, ...] = ()
    """Rules that only the new side has."""
    removed: tuple[str, ...] = ()
    changes: tuple[OutcomeChange, ...] = ()
