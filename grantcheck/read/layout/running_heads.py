"""Running heads and feet: the outermost lines of a page that number it or stand on every page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.page import Page

_NUMBERED = re.compile(
    r"(?:.{0,80}?[\s|–-])?(?:(?:side|page)\s+\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?|\d{1,4}\s*(?:/|af|of)\s*\d{1,4})",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]?")
_DIGITS = re.compile(r"\d+")
_HEAD = 0.1
"""A running head stands in this share of the page at the top, a foot in as much at the bottom."""
_FEWEST_PAGES = 3
_APART = 1.8
"""The number of a page is at least so many font sizes away from the text."""


def take_heads(pages: Sequence[Page]) -> list[list[Line]]:
    """The running heads of each page; their words are taken out of the page."""
    edges = [_edges(page) for page in pages]
    often = Counter(_shape(line) for lines in edges for line in lines)
    heads: list[list[Line]] = []
    for page, lines in zip(pages, edges, strict=True):
        found = [line for line in lines if _is_head(page, line, often)]
        used = {id(word) for line in found for word in line.words}
        page.words = [word for word in page.words if id(word) not in used]
        heads.append(found)
    return heads


def _edges(page: Page) -> list[Line]:
    """The first line of a page and its last, where they stand in its margins."""
    top = [word for word in page.words if word.baseline < _HEAD * page.height]
    bottom = [word for word in page.words if word.baseline > (1 - _HEAD) * page.height]
    return [*lines_of(top)[:1], *lines_of(bottom)[-1:]]


def _is_head(page: Page, line: Line, often: Counter[str]) -> bool:
    text = line.text
    if _NUMBERED.fullmatch(text):
        return True
    if _BARE.fullmatch(text):
        return _stands_apart(page, line) and (line.baseline > page.height / 2 or len(line.words) == 1)
    return often[_shape(line)] >= _FEWEST_PAGES


def _stands_apart(page: Page, line: Line) -> bool:
    """Whether nothing stands close to a number; the last figure of a table is no number of a page."""
    own = {id(word) for word in line.words}
    return all(
        id(word) in own or abs(word.baseline - line.baseline) > _APART * max(word.size, line.size)
        for word in page.words
    )


def _shape(line: Line) -> str:
    """A line's text with its digits made alike, and where it stands."""
    return f"{_DIGITS.sub('0', line.text)}@{round(line.baseline)}"
