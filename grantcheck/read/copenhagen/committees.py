"""Committees in the text of a row, whatever line breaks did to their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.lines import squeezed, squeezed_places

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class CommitteeFound:
    """A committee, and where in the text it stands."""

    name: str
    start: int
    end: int


def find_committees(text: str, names: Sequence[str]) -> list[CommitteeFound]:
    """The committees that stand in a text as whole words; the longer name where one holds the other."""
    printed, places = squeezed_places(text)
    found: list[CommitteeFound] = []
    for name in names:
        wanted = squeezed(name)
        at = printed.find(wanted)
        while at >= 0:
            start, end = places[at], places[at + len(wanted) - 1] + 1
            if _stands_alone(text, start, end):
                found.append(CommitteeFound(name, start, end))
            at = printed.find(wanted, at + 1)
    return sorted(
        (one for one in found if not any(_within(one, other) for other in found)), key=lambda one: one.start
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start == 0 or text[start - 1].isspace()
    after = end == len(text) or text[end].isspace()
    return before and after and text[start].isupper()


def _within(one: CommitteeFound, other: CommitteeFound) -> bool:
    return (
        other.start <= one.start
        and one.end <= other.end
        and (other.end - other.start) > (one.end - one.start)
    )
