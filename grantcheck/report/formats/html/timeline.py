"""The money of a note year by year as a drawing: what was granted, the gap, what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.amounts import folded

if TYPE_CHECKING:
    from grantcheck.model.report import NoteHeading, YearAmount
    from grantcheck.model.years import Year
    from grantcheck.report.formats.html.telling import Telling

_HEIGHT = 72
"""Of the drawing's bars, in its own units."""
_ABOVE, _BELOW = 20, 38
"""Room for the amounts, and for years and words."""
_NARROWEST, _LETTER, _MARGIN = 58, 7, 12
_MOST_YEARS = 40
"""A longer span is drawn with the years that have a figure alone."""


@dataclass(frozen=True)
class Bar:
    """One bar, or one empty place, with its words."""

    css: str
    """`granted`, `asked`, `gap` or `unread`."""
    x: int
    y: int
    width: int
    height: int
    centre: int
    label: str
    label_y: int
    year: str
    word: str


@dataclass(frozen=True)
class Timeline:
    """A drawing in units of its own, and the same in words."""

    width: int
    height: int
    base: int
    """Where the line stands that the bars rise from."""
    bars: Sequence[Bar]
    title: str
    said: str

    @property
    def year_y(self) -> int:
        """Where the years stand."""
        return self.height - _BELOW + 18

    @property
    def word_y(self) -> int:
        """Where the words below the years stand."""
        return self.height - _BELOW + 33


@dataclass(frozen=True)
class _Place:
    css: str
    year: Year
    amount: int | None


def timeline(heading: NoteHeading, name: str, telling: Telling) -> Timeline | None:
    """The drawing; None where no year has a figure."""
    granted, asked = _by_year(heading.granted), _by_year(heading.asked)
    gap = gap_years(granted, asked)
    places = _places(granted, asked, gap)
    if not places:
        return None
    labels = ["" if place.amount is None else telling.number(place.amount) for place in places]
    column = max(_NARROWEST, *(_LETTER * len(label) + _MARGIN for label in labels))
    above = max((place.amount or 0 for place in places), default=0)
    below = -min((place.amount or 0 for place in places), default=0)
    scale = max(above, 0) + max(below, 0) or 1
    base = _ABOVE + _HEIGHT * max(above, 0) // scale if above > 0 or below > 0 else _ABOVE + _HEIGHT
    lower = _ABOVE if below > 0 else 0
    bars = [
        _bar(place, label, number * column, column, base, scale, telling)
        for number, (place, label) in enumerate(zip(places, labels, strict=True))
    ]
    return Timeline(
        width=column * len(places),
        height=_ABOVE + _HEIGHT + lower + _BELOW,
        base=base,
        bars=bars,
        title=telling.words.timeline.format(note=name),
        said=_said(heading, gap, granted, asked, telling),
    )


def gap_years(granted: dict[Year, int | None], asked: dict[Year, int | None]) -> tuple[Year, ...]:
    """The years without money between the last granted and the first that is asked for.

    Empty where a figure on the way was not read: then nobody knows.
    """
    given = [year for year, amount in granted.items() if amount != 0]
    wanted = [year for year, amount in asked.items() if amount != 0]
    if not given or not wanted or granted[max(given)] is None or asked[min(wanted)] is None:
        return ()
    return tuple(range(max(given) + 1, min(wanted)))


def _by_year(amounts: Sequence[YearAmount]) -> dict[Year, int | None]:
    return {each.year: each.amount for each in sorted(amounts, key=lambda each: each.year)}


def _places(
    granted: dict[Year, int | None], asked: dict[Year, int | None], gap: Sequence[Year]
) -> list[_Place]:
    """Years with money or a figure that was not read, and what lies between; zeros at the ends are left out."""
    funded = {year for amounts in (granted, asked) for year, amount in amounts.items() if amount != 0}
    if not funded:
        return []
    first, last = min(funded), max(funded)
    years = range(first, last + 1) if last - first < _MOST_YEARS else sorted(funded)
    found: list[_Place] = []
    for year in years:
        here = [
            _Place("unread" if amounts[year] is None else css, year, amounts[year])
            for css, amounts in (("granted", granted), ("asked", asked))
            if amounts.get(year, 0) != 0
        ]
        found += here or [_Place("gap" if year in gap else "none", year, 0)]
    return found


def _bar(place: _Place, label: str, left: int, column: int, base: int, scale: int, telling: Telling) -> Bar:
    words = telling.words
    amount = place.amount or 0
    size = _HEIGHT if place.css in {"gap", "unread"} else _tall(amount, scale)
    above = amount >= 0
    top = base - size if above else base
    said = {
        "granted": words.granted_bar,
        "asked": words.asked_bar,
        "gap": words.gap,
        "unread": words.unread_bar,
    }
    return Bar(
        css=place.css,
        x=left + 8,
        y=max(top, _ABOVE) if above else top,
        width=column - 16,
        height=min(size, base - _ABOVE) if above else size,
        centre=left + column // 2,
        label={"gap": "0", "none": "0", "unread": "?"}.get(place.css, label),
        label_y=(max(top, _ABOVE) - 6) if above else base + size + 14,
        year=str(place.year),
        word=said.get(place.css, ""),
    )


def _tall(amount: int, scale: int) -> int:
    """Half up; whatever is not zero shows."""
    if not amount:
        return 0
    return max(2, (2 * abs(amount) * _HEIGHT + scale) // (2 * scale))


def _said(
    heading: NoteHeading,
    gap: Sequence[Year],
    granted: dict[Year, int | None],
    asked: dict[Year, int | None],
    telling: Telling,
) -> str:
    """The drawing in sentences."""
    words, wording = telling.words, telling.wording
    before = folded(heading.granted, wording, telling.language) or wording.none_granted
    wanted = folded(heading.asked, wording, telling.language) or wording.no_amount_read
    sentences = [
        f"{telling.capital(wording.granted_before)}: {before}.",
        f"{telling.capital(wording.asks_for)}: {wanted}.",
    ]
    both = [str(year) for year in asked if asked[year] and granted.get(year)]
    if gap:
        sentences.append(words.gap_said.format(years=", ".join(map(str, gap))))
    elif any(granted.values()) and any(asked.values()) and None not in {*granted.values(), *asked.values()}:
        sentences.append(words.no_gap)
    if both:
        sentences.append(words.overlap_said.format(years=", ".join(both)))
    return telling.said(" ".join(sentences))
