"""The check boxes of the districts."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from grantcheck.read.lines import squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.lines import Line

_CHECKED = "☒☑✓✔✗✘"
_EMPTY = "☐□"
_ANY = f"{_CHECKED}{_EMPTY}\ufffd"
"""Boxes, and the sign for one that belongs to no label for certain."""
_LONGEST = 5_000
"""Characters; a longer text holds more than check boxes."""
_BOX = re.compile(rf"[{_CHECKED}{_EMPTY}]")
_ITEM = re.compile(rf"[{_CHECKED}{_EMPTY}]|[^{_CHECKED}{_EMPTY}]+")


def read_districts(lines: Sequence[Line], districts: Sequence[str]) -> dict[str, bool | None]:
    """Each district's mark; None where it cannot be told which box is its.

    A box belongs to the one label before it. Where a text has all boxes of a line after all its labels, they
    can be attributed only if they are alike.
    """
    marks: dict[str, bool | None] = dict.fromkeys(districts)
    text = " ".join(line.stripped for line in lines)
    if len(text) > _LONGEST:
        return marks
    items = [item for chunk in _ITEM.findall(text) for item in _items(chunk, districts)]
    groups = [
        (kind, [value for _, value in group]) for kind, group in groupby(items, key=lambda item: item[0])
    ]
    named = [value for kind, values in groups if kind == "label" for value in values]
    if len(set(named)) < len(named) or (groups and groups[0][0] != "label"):
        return marks
    for (kind, labels), (next_kind, boxes) in pairwise(groups):
        if kind == "label" and next_kind == "box" and len(labels) == len(boxes) and len(set(boxes)) == 1:
            marks |= dict.fromkeys(labels, boxes[0] == "checked")
    return marks


def without_marks(text: str, districts: Sequence[str]) -> str:
    """What a text says beside districts and their boxes.

    >>> without_marks("Bydækkende: ☒ Valby ☐ Se kortet.", ["Bydækkende", "Valby"])
    'Se kortet.'
    """
    names = "|".join(re.escape(name) for name in sorted(districts, key=len, reverse=True))
    label = rf"(?:{names})" if names else r"(?!)"
    marked = rf"(?<!\w){label}(?!\w)[\s:]*(?=[{_ANY}]|{label}|$)|[{_ANY}]"
    return " ".join(re.sub(marked, " ", text).split())


def _items(chunk: str, districts: Sequence[str]) -> list[tuple[str, str]]:
    """The districts named in a chunk between boxes, or the box it is; anything else is `unknown`."""
    if _BOX.fullmatch(chunk):
        return [("box", "checked" if chunk in _CHECKED else "empty")]
    rest = squeezed(chunk).replace(":", "")
    by_squeezed = {squeezed(district): district for district in districts}
    found: list[tuple[str, str]] = []
    while rest:
        name = max((name for name in by_squeezed if rest.startswith(name)), key=len, default=None)
        if name is None:
            return [*found, ("unknown", chunk)]
        found.append(("label", by_squeezed[name]))
        rest = rest[len(name) :]
    return found
