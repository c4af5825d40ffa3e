"""Single edits of a note, and what each may change."""

from __future__ import annotations

from dataclasses import dataclass, field

BROKEN, OPEN, NOTED, HOLDS, SILENT = "broken", "not_verifiable", "noted", "holds", "not_applicable"

Edit = tuple[str, str]
"""What stands in the note, once, and what takes its place."""


@dataclass(frozen=True)
class Mutation:
    """An edit as somebody might make it by mistake."""

    name: str
    edits: tuple[Edit, ...]
    changes: dict[str, str] = field(default_factory=dict)
    """The outcome of every rule whose outcome or findings change; no other rule may change."""
    says: dict[str, str] = field(default_factory=dict)
    """Words that a finding of the rule must hold."""

    def __str__(self) -> str:
        return self.name

    def applied(self, text: str) -> str:
        """The note as edited; what is edited must stand there exactly once."""
        for old, new in self.edits:
            assert text.count(old) == 1, f"{self.name}: {text.count(old)} times in the note: {old!r}"
            text = text.replace(old, new)
        return text


def within(line: str, old: str, new: str, *, times: int = 1) -> Edit:
    """An edit of a part of a line that stands in it `times` times."""
    assert line.count(old) == times, f"{line.count(old)} times in {line!r}: {old!r}"
    return line, line.replace(old, new)


def scaled(line: str, figures: dict[str, str]) -> Edit:
    """An edit of all these figures of a line."""
    new = line
    for old, other in figures.items():
        assert old in new
        new = new.replace(old, other)
    return line, new
