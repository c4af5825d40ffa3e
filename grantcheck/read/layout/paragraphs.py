"""Lines of running text to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from grantcheck.read.blocks import Paragraph
from grantcheck.read.layout.geometry import around
from grantcheck.read.layout.line import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.line import Line

_SAME_SIZE = 0.4
_LOOSE = 1.09
"""Lines of one paragraph are at most this much further apart than usual."""
_BLANK = 0.4
"""A blank is at most this share of the font size wide."""
_USUAL_STEPS = (1.0, 2.1)
_DEFAULT_STEP = 1.5
_OPENS = re.compile(r"(?:tabel\s+\d|(?:[•\-–*]|\d{1,2}\))\s)", re.IGNORECASE)
"""What always begins a paragraph of its own."""
_ENDED = re.compile(r"[.:;!?)»\"]$")


@dataclass(slots=True)
class Text:
    """A paragraph while it is being put together."""

    lines: list[Line]
    page: int
    last_page: int
    here: int = 1
    """How many of its lines stand on its first page."""

    @property
    def size(self) -> float:
        """Size of its letters."""
        return self.lines[-1].size

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def ended(self) -> bool:
        """Whether its last sentence has come to an end."""
        return bool(_ENDED.search(self.lines[-1].text))

    def paragraph(self, *, boxed: bool = False) -> Paragraph:
        """The finished paragraph."""
        place = around(self.lines[: self.here]).location(self.page)
        return Paragraph(folded(self.lines), place, self.page, self.bold, boxed)


def add_line(text: Text, line: Line, page: int) -> None:
    """Append a line of the same or the next page."""
    text.lines.append(line)
    text.last_page = page
    if page == text.page:
        text.here += 1


def usual_step(lines: Iterable[Sequence[Line]]) -> float:
    """How many font sizes lines that follow each other are apart most often."""
    steps = Counter(
        round((two.baseline - one.baseline) / two.size, 2)
        for page in lines
        for one, two in pairwise(page)
        if two.size and abs(two.size - one.size) <= _SAME_SIZE and one.bold == two.bold
    )
    low, high = _USUAL_STEPS
    likely = {step: count for step, count in steps.items() if low <= step <= high}
    return min(likely, key=lambda step: (-likely[step], step)) if likely else _DEFAULT_STEP


def goes_on(text: Text, line: Line, step: float, edge: float) -> bool:
    """Whether a line belongs to the paragraph above it.

    Args:
        text: the paragraph.
        line: the next line.
        step: how many font sizes lines of one paragraph are apart.
        edge: where text ends on the right.
    """
    last = text.lines[-1]
    first = line.words[0]
    if (line.bold or text.ended) and last.right + _BLANK * line.size + first.right - first.left < edge:
        # the word had room on the line above: the next heading or paragraph, not the rest of this one
        return False
    if abs(line.size - last.size) > _SAME_SIZE or line.bold != last.bold or _OPENS.match(line.text):
        return False
    return 0 < line.baseline - last.baseline <= step * _LOOSE * line.size


def runs_over(text: Text, line: Line) -> bool:
    """Whether a paragraph goes on with the first line of the next page."""
    last = text.lines[-1]
    if abs(line.size - last.size) > _SAME_SIZE or line.bold or last.bold or text.ended:
        return False
    return not _OPENS.match(line.text) and (
        line.text[:1].islower() or line.text[:1].isdigit() or last.text[-1:] in "-,"
    )
