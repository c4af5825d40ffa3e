"""Which of all the figures ever stated hold on a day: the last word on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Stated(NamedTuple):
    """A figure that a batch stated. A line is everything but year and amount."""

    batch: int
    line: int
    year: int
    amount: int
    permanent: bool

    @property
    def sign(self) -> int:
        """-1 for a cancellation, which stands beside what it cancels; else 1."""
        return sign_of(self.amount)


def sign_of(amount: int) -> int:
    """-1 for a cancellation; else 1.

    >>> sign_of(0), sign_of(-5)
    (1, -1)
    """
    return -1 if amount < 0 else 1


def in_force(batches: Iterable[Sequence[Stated]]) -> list[Stated]:
    """What holds after all batches, the earliest known first.

    A later batch that states a line and year again takes the place of the earlier figure of the same sign.
    Zero says that there is neither money nor a cancellation. What a later batch does not name stays.
    """
    last: dict[tuple[int, int, int], Stated] = {}
    for batch in batches:
        for one in batch:
            if not one.amount:
                last.pop((one.line, one.year, -1), None)
        for one in batch:
            last[one.line, one.year, sign_of(one.amount)] = one
    return list(last.values())
