"""What judged the notes of a report, and which of them."""

from __future__ import annotations

from typing import Literal

from grantcheck.model.frozen import Frozen

EngineName = Literal["durable", "reference"]
"""durable-rules, or the evaluator that checks it."""


class JudgedBy(Frozen):
    """The engine that decided the rules."""

    engine: EngineName = "durable"
    in_place_of: EngineName | None = None
    """The engine that would have judged and cannot be imported here."""


class Scope(Frozen):
    """Which files were judged, where not all that were read."""

    since: str
    """The revision, as the user named it."""
    commit: str
    """The commit that the files were compared with."""
    judged: tuple[str, ...]
    """The files that changed; all the others among the inputs were read beside them, and not judged."""
    settings_changed: tuple[str, ...] = ()
    """Rules and settings that changed too, which concern every note."""
