"""What keeps a structured file from being read, said so that its author can mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from grantcheck.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

MISTAKE = "mistake"
"""Problem code: the content is not what a structured note holds."""
MAPPING_NEEDED = "mapping-needed"
MAPPING_MISTAKE = "mapping-mistake"
DAMAGED = "damaged"
ENCRYPTED = "encrypted"
TOO_LARGE = "too-large"

_ALIKE = 0.5
_LISTED = 15


class StructuredFault(ValueError):
    """A structured file cannot be read; a finding on that file, never the end of the run."""

    def __init__(self, problem: str, en: str, da: str, line: int | None = None) -> None:
        super().__init__(en)
        self.problem = problem
        self.line = line or 1
        self.said = Text(en=en, da=da)
        """The fault without its line."""
        at_en, at_da = ("", "") if line is None else (f"line {line}: ", f"linje {line}: ")
        self.detail = Text(en=at_en + en, da=at_da + da)


def nearest(word: str, allowed: Iterable[str]) -> Text:
    """A remedy that names the allowed word most like `word`, or the allowed words.

    >>> nearest("tabels", ["tables", "title"]).en
    "Did you mean 'tables'?"
    """
    choices = [choice for choice in dict.fromkeys(allowed) if choice]
    by_folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=_ALIKE)
    if close:
        return Text(en=f"Did you mean '{by_folded[close[0]]}'?", da=f"Mente du '{by_folded[close[0]]}'?")
    if not choices:
        return Text(en="Nothing is allowed here.", da="Her må intet stå.")
    listed = ", ".join(choices[:_LISTED]) + (", …" if len(choices) > _LISTED else "")
    return Text(en=f"Allowed here: {listed}.", da=f"Tilladt her: {listed}.")
