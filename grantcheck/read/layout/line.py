"""Words to lines, and lines to the text of a cell or paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from grantcheck.read.lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grantcheck.read.layout.word import Word

_SAME_BASELINE = 0.3
_TOUCHING = 0.06
"""A gap below this share of the font size is none: the file drew one word in two strokes."""
_MEASURE = re.compile(r"(?:^|\d)(?:m|km|cm|mm|dm)$")
_BLANK_WIDTH = 0.45


@dataclass(slots=True)
class Line:
    """Words on one baseline, from left to right."""

    words: list[Word]

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def baseline(self) -> float:
        """What its letters stand on."""
        first = self.words[0]
        if not first.raised:
            return first.baseline
        return next((word.baseline for word in self.words if not word.raised), first.baseline)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        first = self.words[0].size
        if all(word.size == first for word in self.words):
            return first
        weight: dict[float, int] = {}
        for word in self.words:
            weight[word.size] = weight.get(word.size, 0) + len(word.text)
        return max(weight, key=lambda size: (weight[size], size))

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        letters = sum(len(word.text) for word in self.words)
        return 2 * sum(len(word.text) for word in self.words if word.bold) > letters

    @property
    def text(self) -> str:
        """Its words, without footnote marks."""
        return text_of(self.words)

    @property
    def marks(self) -> list[str]:
        """Its footnote marks."""
        return [
            word.text
            for word, before in zip(self.words, [None, *self.words], strict=False)
            if _is_mark(word, before)
        ]


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words in lines, from top to bottom; a footnote mark stays with the word that bears it."""
    lines: list[Line] = []
    raised: list[Word] = []
    for word in sorted(words, key=attrgetter("baseline")):
        if word.raised:
            raised.append(word)
        elif lines and word.baseline - lines[-1].words[0].baseline <= _SAME_BASELINE * min(
            word.size, lines[-1].words[0].size
        ):
            lines[-1].words.append(word)
        else:
            lines.append(Line([word]))
    for mark in raised:
        below = [line for line in lines if line.top - mark.size <= mark.baseline <= line.baseline]
        if below:
            min(below, key=lambda line: line.baseline - mark.baseline).words.append(mark)
        else:
            lines.append(Line([mark]))
    for line in lines:
        line.words.sort(key=attrgetter("left"))
    return lines


def text_of(words: Sequence[Word]) -> str:
    """Words of one line as text; footnote marks are left out, and words drawn in two strokes joined."""
    text = ""
    end = 0.0
    for word, before in zip(words, [None, *words], strict=False):
        if _is_mark(word, before):
            continue
        apart = word.left - end > _TOUCHING * word.size
        text += f" {word.text}" if text and apart and not word.raised else word.text
        end = word.right
    return text


def _is_mark(word: Word, before: Word | None) -> bool:
    """Whether a raised word is a footnote's mark, and not the power of a measure as in m2."""
    return word.raised and not (before is not None and _MEASURE.search(before.text[-3:]))


def phrases(line: Line) -> list[list[Word]]:
    """The words of a line in runs that only blanks part."""
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and word.left - max(other.right for other in runs[-1]) <= _BLANK_WIDTH * word.size:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def folded(lines: Iterable[Line]) -> str:
    """The text of lines as one, hyphenation joined."""
    return joined(line.text for line in lines)
