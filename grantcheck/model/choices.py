"""What an office chooses about amounts: whose price series, and how an earlier level is taken and compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea

Editions = Literal["agree", "in-force"]
"""`agree`: where editions of a rate differ, a verdict stands only if it is the same under each.
`in-force`: the edition in force on the day of the audit decides alone."""

EarlierLevel = Literal["last", "mean", "per-year"]
"""The earlier level of a grant: its last funded year, the mean of its years, or each year for itself."""

Tolerance = Literal["printed-unit"] | Kroner
"""How far an amount may be off: what its printed unit allows, or so many whole kroner."""

SERIES_SUFFIXES = (".yaml", ".yml")
"""What the names of series files end in."""


COPENHAGEN = "copenhagen"
"""The profile that is used where none is named."""


def is_folder(source: str) -> bool:
    """Whether a pack or a profile is named by its folder, and not as one that is installed or shipped.

    >>> is_folder("ours/"), is_folder("town")
    (True, False)
    """
    return "/" in source or "\\" in source or source in {".", ".."}


def is_series_path(source: str) -> bool:
    """Whether a series is a file, by its ending or a slash of either kind; all else is the name of one.

    >>> is_series_path("town-service"), is_series_path("town.yaml"), is_series_path("series/town")
    (False, True, True)
    """
    return source.endswith(SERIES_SUFFIXES) or "/" in source or "\\" in source


@dataclass(frozen=True)
class SeriesChoice:
    """Which price series serves a control area."""

    area: ControlArea | None
    """None: every area that no other choice names."""
    source: str
    """The path of a series file, or the name of a shipped series."""


@dataclass(frozen=True)
class AmountChoices:
    """Everything that is chosen about amounts."""

    series: tuple[SeriesChoice, ...] = ()
    editions: Editions = "agree"
    earlier_level: EarlierLevel = "last"
    tolerance: Tolerance = "printed-unit"

    def series_for(self, area: ControlArea | None) -> str | None:
        """The series for a control area: its own, or else the one for every area; None where there is none.

        >>> AmountChoices((SeriesChoice(None, "town.yaml"),)).series_for(ControlArea.CAPITAL)
        'town.yaml'
        """
        chosen = {choice.area: choice.source for choice in self.series}
        return chosen.get(area, chosen.get(None))
