"""Where the values of a structured file stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation
from grantcheck.read.structured.validation import place_of

if TYPE_CHECKING:
    from grantcheck.data.marked_yaml import KeyPath, Marked


@dataclass(frozen=True, slots=True)
class Places:
    """A value of the file, and the way to those below it."""

    marked: Marked
    at: KeyPath = ()

    def below(self, *keys: str | int) -> Places:
        """The value at these keys; the nearest one around it where it is not written."""
        return Places(self.marked, (*self.at, *keys))

    @property
    def line(self) -> int:
        """Its line."""
        return self.marked.line(place_of(self.marked.values, self.at))

    @property
    def here(self) -> LineLocation:
        """Its place."""
        return LineLocation(line=self.line, column=1)
