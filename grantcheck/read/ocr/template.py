"""What a scan of the template loses, and can be put back: known signs, headings over several lines, the side box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from grantcheck.read.layout.anchors import anchors
from grantcheck.read.layout.line import lines_of
from grantcheck.read.layout.page import Page
from grantcheck.read.numbers import is_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.anchors import Anchor
    from grantcheck.read.layout.word import Word

PRICE_LEVEL: Final = re.compile(r"p/[1lI|!\]]{1,2}")
"""What tesseract makes of "p/l", and is never sure of."""
_TOTAL: Final = re.compile(r"[TIl1|]alt")
_STEP: Final = 1.55
"""Lines of one heading are at most this many font sizes apart."""
_RIGHT_PART: Final = 0.6
_INDENT: Final = 8.0
_GAP: Final = 3.5
"""Lines of the box are at most this many font sizes apart."""
_BUDGET: Final = "Budget"


def as_printed(text: str) -> str:
    """A word of the template's own as the template prints it; any other as it was seen."""
    if PRICE_LEVEL.fullmatch(text):
        return "p/l"
    return "I alt" if _TOTAL.fullmatch(text) else text


def mark_headings(words: Sequence[Word]) -> None:
    """Make headings of tables bold, as they are in print: an image does not tell, and the layout goes by it."""
    lines = lines_of(words)
    for anchor in anchors(words):
        _mark(anchor, [line.words for line in lines])


def _mark(anchor: Anchor, lines: Sequence[Sequence[Word]]) -> None:
    first = anchor.line.words[0]
    last = anchor.line.baseline
    for words in lines:
        baseline = words[0].baseline
        if baseline < anchor.line.baseline:
            continue
        # a row of the table begins below the first heading, and has figures
        is_row = any(word.left < first.right or is_piece(word.text) for word in words)
        if baseline > anchor.line.baseline and (baseline - last > _STEP * anchor.size or is_row):
            return
        for word in words:
            word.bold = True
        last = baseline


def side_box(page: Page) -> Page | None:
    """The words of the box on the right, taken out of a page; it has none of the lines that frame it in print."""
    top = next((word for word in page.words if _opens_box(word, page)), None)
    if top is None:
        return None
    edge = top.left - _INDENT
    below = [word for word in page.words if word.baseline >= top.baseline - 1]
    end = min(
        [word.top for word in below if word.left < edge < word.right]
        + [anchor.top for anchor in anchors(below)],
        default=page.height,
    )
    inside = _without_gap([word for word in below if word.left >= edge and word.baseline < end])
    taken = {id(word) for word in inside}
    page.words = [word for word in page.words if id(word) not in taken]
    return Page(page.number, page.width, page.height, inside)


def _without_gap(words: Sequence[Word]) -> list[Word]:
    """The words from the top down to the first gap that is too large for a box."""
    kept: list[Word] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if kept and word.baseline - kept[-1].baseline > _GAP * word.size:
            break
        kept.append(word)
    return kept


def _opens_box(word: Word, page: Page) -> bool:
    return word.text == _BUDGET and word.left > _RIGHT_PART * page.width
