"""What goes wrong in choosing series, said so that whoever chose can mend it."""

from __future__ import annotations


class SeriesNotFound(FileNotFoundError):
    """No file and no series has the name; `remedy` says what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


class SeriesChoiceFault(ValueError):
    """Two series were chosen for the same money; the message says which, and the remedy."""
