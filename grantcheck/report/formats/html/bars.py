"""Amounts beside bars. The bar says nothing that the row does not, so that it needs no words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.report.formats.html.telling import Telling

FULL = 100
"""The length of the longest bar."""


@dataclass(frozen=True)
class BarRow:
    """A label, an amount, and how long its bar is."""

    label: str
    amount: str
    length: int
    is_negative: bool = False


def bar_rows(amounts: Iterable[tuple[str, int]], telling: Telling) -> Sequence[BarRow]:
    """A row for each amount; the longest bar is `FULL`, and whatever is not zero shows."""
    listed = list(amounts)
    largest = max((abs(amount) for _, amount in listed), default=0)
    return [
        BarRow(label, telling.kroner(amount), _length(amount, largest), amount < 0)
        for label, amount in listed
    ]


def _length(amount: int, largest: int) -> int:
    return max(1, (2 * abs(amount) * FULL + largest) // (2 * largest)) if amount else 0
