"""A mistake in a data file, said so that its author can mend it."""

from __future__ import annotations

from pathlib import Path


class DataFault(ValueError):
    """A rule, profile or other data file cannot be used.

    The text names file and line, what is wrong, and what to do.
    """

    def __init__(self, path: Path, line: int, problem: str, remedy: str) -> None:
        self.path, self.line, self.problem, self.remedy = path, line, problem, remedy
        super().__init__(f"{path}:{line}: {problem} {remedy}")

    def __reduce__(self) -> tuple[type[DataFault], tuple[Path, int, str, str]]:
        return (DataFault, (self.path, self.line, self.problem, self.remedy))
