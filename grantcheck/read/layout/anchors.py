"""Rows of year headings: where a table announces itself, ruled or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import Line, lines_of, phrases
from grantcheck.read.layout.word import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 2
_CLOSE = 1.7
"""Lines of one heading are at most this many font sizes apart."""
_CUT_YEAR = re.compile(r"(?:1|2|19|20|19\d|20\d)")
_REST = re.compile(r"\d{1,3}")
_ALIGNED = 3.0
_BESIDE = 0.8
"""Lines closer than this many font sizes stand beside each other, not below."""
_NEXT = 3


@dataclass(slots=True)
class Anchor:
    """The year headings of a table."""

    years: list[Word]
    line: Line

    @property
    def left(self) -> float:
        """Where the first year begins."""
        return self.years[0].left

    @property
    def size(self) -> float:
        """Size of its letters."""
        return self.years[0].size

    @property
    def top(self) -> float:
        """Upper edge of the years."""
        return min(year.top for year in self.years)

    @property
    def bottom(self) -> float:
        """Lower edge of the years."""
        return max(year.bottom for year in self.years)


def anchors(words: Sequence[Word]) -> list[Anchor]:
    """The rows of year headings among words, from top to bottom."""
    lines = lines_of(words)
    found: list[Anchor] = []
    for number, line in enumerate(lines):
        years = consecutive_years([run[0] for run in phrases(line) if len(run) == 1])
        if len(years) < _FEWEST:
            years = consecutive_years(_mended(line, lines[number + 1 : number + 1 + _NEXT]))
        if len(years) >= _FEWEST:
            found.append(Anchor(years, line))
    return found


def consecutive_years(words: Sequence[Word]) -> list[Word]:
    """The longest run of years that follow each other, each one after the last."""
    best: list[Word] = []
    run: list[Word] = []
    for word in words:
        if not word.is_year:
            run = []
            continue
        run = [*run, word] if run and int(word.text) == int(run[-1].text) + 1 else [word]
        if len(run) > len(best):
            best = run
    return best


def _mended(line: Line, following: Sequence[Line]) -> list[Word]:
    """Years of a line that broke within: '202' with a '6' under it."""
    heads = [word for word in line.words if _CUT_YEAR.fullmatch(word.text)]
    if len(heads) < _FEWEST:
        return []
    below = [
        word
        for other in following
        for word in other.words
        if _BESIDE * line.size < word.baseline - line.baseline <= _CLOSE * line.size
    ]
    mended = []
    for word in heads:
        rest = next((other for other in below if _under(word, other)), None)
        if rest is not None and _REST.fullmatch(rest.text):
            mended.append(
                Word(
                    word.text + rest.text,
                    min(word.left, rest.left),
                    word.top,
                    max(word.right, rest.right),
                    rest.bottom,
                    word.baseline,
                    word.size,
                    word.bold,
                )
            )
    return mended


def _under(word: Word, other: Word) -> bool:
    offsets = (word.right - other.right, word.centre - other.centre, word.left - other.left)
    return min(map(abs, offsets)) <= _ALIGNED
