"""What every output format is: a value in, the finished text out."""

from __future__ import annotations

from typing import Protocol, TypeVar

Shown_contra = TypeVar("Shown_contra", contravariant=True)


class Format(Protocol[Shown_contra]):
    """Turns a value (a report, the documents read, a rule) into the text that standard output gets."""

    def rendered(self, shown: Shown_contra) -> str:
        """The whole text, ending with a line break."""
        ...
