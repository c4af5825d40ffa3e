"""How a configuration names a control area, and the price series that serves it."""

from __future__ import annotations

from collections.abc import Iterable

from grantcheck.data.fault import Unfit
from grantcheck.data.validated import nearest

DEFAULT = "default"
"""Stands for every control area that is not named."""
SPELLINGS = {
    "service": "service",
    "capital": "capital",
    "anlæg": "capital",
    "transfers": "transfers",
    "overførsler": "transfers",
    DEFAULT: DEFAULT,
}
"""The words for control areas, English and Danish, and the word for all others."""


def area_word(spelled: str) -> str:
    """The area's one name here.

    Raises:
        Unfit: there is no such area.

    >>> area_word("Anlæg")
    'capital'
    """
    word = spelled.strip().lower()
    if word not in SPELLINGS:
        raise Unfit(f"'{spelled}' is not a control area.", nearest(word, SPELLINGS))
    return SPELLINGS[word]


def series_by_area(entries: Iterable[str]) -> dict[str, str]:
    """Entries `[AREA=]FILE` by area; without an area it is for every area.

    Raises:
        Unfit: an unknown area, an area without a series, or an area named twice.

    >>> series_by_area(["town.yaml", "capital=works.yaml"])
    {'default': 'town.yaml', 'capital': 'works.yaml'}
    """
    found: dict[str, str] = {}
    for entry in entries:
        before, equals, after = entry.partition("=")
        area = area_word(before) if equals else DEFAULT
        source = (after if equals else before).strip()
        if not source:
            raise Unfit(f"'{entry}' names no series.", "Write AREA=FILE, or FILE for every area.")
        if area in found:
            raise _twice(area, found[area], source)
        found[area] = source
    return found


def _twice(area: str, first: str, second: str) -> Unfit:
    if area == DEFAULT:
        problem = f"'{first}' and '{second}' are both for every control area."
        return Unfit(problem, f"Say which area one of them serves, as in 'capital={second}'.")
    return Unfit(f"'{area}' has two series, '{first}' and '{second}'.", "Keep one of the two.")
