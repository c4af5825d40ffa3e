"""A mistake in a data file or a setting, said so that its author can mend it."""

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


class Unfit(ValueError):
    """What is wrong with a value and what to do, told where nobody knows yet where the value stands."""

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"{problem} {remedy}")

    def __reduce__(self) -> tuple[type[Unfit], tuple[str, str]]:
        return (Unfit, (self.problem, self.remedy))


class SettingFault(ValueError):
    """A setting cannot be used.

    The text names where it was made (an option, a variable, a line of a file), what is wrong, and what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}: {problem} {remedy}")

    def __reduce__(self) -> tuple[type[SettingFault], tuple[str, str, str]]:
        return (SettingFault, (self.place, self.problem, self.remedy))
