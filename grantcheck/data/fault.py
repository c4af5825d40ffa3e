"""A mistake in a data file or a setting, said so that its author can mend it."""

from __future__ import annotations

from pathlib import Path

from grantcheck.model.text import Language, Text

Said = str | Text
"""A sentence in both languages, or in English only."""


def spoken(said: Said, language: Language) -> str:
    """The sentence in the language, or in English where there is no other.

    >>> spoken("Add it.", "da")
    'Add it.'
    """
    return said.spoken(language) if isinstance(said, Text) else said


def prefixed(prefix: str, said: Said) -> Said:
    """The sentence behind a prefix that is the same in every language, such as a rule's number.

    >>> prefixed("GC101", "It is open.")
    'GC101: It is open.'
    """
    if isinstance(said, Text):
        return Text(en=f"{prefix}: {said.en}", da=f"{prefix}: {said.da}")
    return f"{prefix}: {said}"


class DataFault(ValueError):
    """A rule, profile or other data file cannot be used.

    The text names file and line, what is wrong, and what to do.
    """

    def __init__(self, path: Path, line: int, problem: Said, remedy: Said) -> None:
        self.path, self.line, self.said_problem, self.said_remedy = path, line, problem, remedy
        super().__init__(self.told("en"))

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return spoken(self.said_problem, "en")

    @property
    def remedy(self) -> str:
        """What to do, in English."""
        return spoken(self.said_remedy, "en")

    def said(self, language: Language) -> tuple[str, str]:
        """What is wrong and what to do."""
        return spoken(self.said_problem, language), spoken(self.said_remedy, language)

    def told(self, language: Language) -> str:
        """File, line, what is wrong and what to do."""
        return " ".join((f"{self.path}:{self.line}:", *self.said(language)))

    def __reduce__(self) -> tuple[type[DataFault], tuple[Path, int, Said, Said]]:
        return (type(self), (self.path, self.line, self.said_problem, self.said_remedy))


class DataWarning(DataFault):
    """Something in a data file that its author should look at; the file can be used."""


class Unfit(ValueError):
    """What is wrong with a value and what to do, told where nobody knows yet where the value stands."""

    def __init__(self, problem: Said, remedy: Said) -> None:
        self.said_problem, self.said_remedy = problem, remedy
        super().__init__(f"{self.problem} {self.remedy}")

    @property
    def problem(self) -> str:
        """What is wrong, in English."""
        return spoken(self.said_problem, "en")

    @property
    def remedy(self) -> str:
        """What to do, in English."""
        return spoken(self.said_remedy, "en")

    def __reduce__(self) -> tuple[type[Unfit], tuple[Said, Said]]:
        return (Unfit, (self.said_problem, self.said_remedy))


class UnfitSetting(Unfit):
    """A setting that fits by itself and not what it is about; `key` is the setting, told where its place is known."""

    def __init__(self, key: tuple[str, ...], problem: str, remedy: str) -> None:
        self.key = key
        super().__init__(problem, remedy)


class SettingFault(ValueError):
    """A setting cannot be used.

    The text names where it was made (an option, a variable, a line of a file), what is wrong, and what to do.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        self.place, self.problem, self.remedy = place, problem, remedy
        super().__init__(f"{place}: {problem} {remedy}")

    def __reduce__(self) -> tuple[type[SettingFault], tuple[str, str, str]]:
        return (SettingFault, (self.place, self.problem, self.remedy))
