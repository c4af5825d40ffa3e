"""The cliff: the money that falls away year by year, as bars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from grantcheck.model.formatting import format_kroner

if TYPE_CHECKING:
    from grantcheck.model.money import Kroner
    from grantcheck.model.text import Language
    from grantcheck.model.years import Year

_INDENT = "  "
_GAP = "  "
_FALLS, _RISES = "█", "░"
"""Money that falls away, and savings that do."""


def cliff_lines(cliff: Mapping[Year, Kroner], language: Language, width: int) -> Iterator[Text]:
    """A line for each year, with a bar whose length is the share of the largest."""
    amounts = {year: format_kroner(amount, language) for year, amount in cliff.items()}
    label = max(map(len, amounts.values()), default=0)
    room = max(1, width - len(f"{_INDENT}0000{_GAP}{_GAP}") - label)
    largest = max(map(abs, cliff.values()), default=0)
    for year, amount in cliff.items():
        bar = (_FALLS if amount > 0 else _RISES) * _cells(amount, largest, room)
        line = Text.assemble(_INDENT, str(year), _GAP, amounts[year].rjust(label), _GAP, (bar, "cyan"))
        line.rstrip()
        yield line


def _cells(amount: int, largest: int, room: int) -> int:
    """How long a bar is, half up; whatever is not zero shows."""
    if not amount:
        return 0
    return max(1, (2 * abs(amount) * room + largest) // (2 * largest))
