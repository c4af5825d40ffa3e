"""Lines with their places, and how words that a line break cut come together again."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation
from grantcheck.read.numbers import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GROUP = rf"(?<=\d)[{GAPS}](?=\d{{3}}(?!\d))"
_WORD = re.compile(rf"(?:\S|{_GROUP})+")
_BLANKS = re.compile(rf"(?:(?!{_GROUP})\s)+")
_HYPHENS = "-\u2010\u2011\u00ad\ufffe"
_SOFT = "\u00ad\ufffe"
_SUSPENDING = frozenset({"og", "eller", "samt", "og/eller"})
_SQUEEZED_AWAY = frozenset(_HYPHENS)
_WITHOUT_HYPHENS = str.maketrans("", "", _HYPHENS)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank."""

    text: str
    line: int
    column: int

    @property
    def location(self) -> LineLocation:
        """Where it stands in the file."""
        return LineLocation(line=self.line, column=self.column)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, counted from 1."""

    number: int
    text: str
    after_break: bool = False
    """Whether a page began between this line and the one before."""

    @property
    def stripped(self) -> str:
        """The text without blanks around it."""
        return self.text.strip()

    @property
    def location(self) -> LineLocation:
        """Where its first word stands."""
        indent = len(self.text) - len(self.text.lstrip())
        return LineLocation(line=self.number, column=indent + 1)

    def words(self) -> list[Word]:
        """Its words, in order."""
        return [Word(match[0], self.number, match.start() + 1) for match in _WORD.finditer(self.text)]


def split_lines(text: str) -> list[Line]:
    """The lines of a text; a form feed marks the line it stands in as the first of its page."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [Line(number, row.replace("\f", " "), "\f" in row) for number, row in enumerate(rows, start=1)]


def squeezed(text: str) -> str:
    """What a line break cannot change: letters in lower case, without blanks and hyphens.

    >>> squeezed("Borgerrå- dgiverud- valget")
    'borgerrådgiverudvalget'
    """
    return "".join(text.lower().split()).translate(_WITHOUT_HYPHENS)


def squeezed_places(text: str) -> tuple[str, list[int]]:
    """The squeezed text, and where each of its characters stands in `text`."""
    places = [
        at for at, character in enumerate(text) if character not in _SQUEEZED_AWAY and not character.isspace()
    ]
    return "".join(text[at].lower()[0] for at in places), places


def one_blank(text: str) -> str:
    r"""The text with one blank between words; what parts the thousands of a figure stays.

    >>> one_blank(" 1\u00a0250   i alt ")
    '1\xa0250 i alt'
    """
    return _BLANKS.sub(" ", text).strip()


def glue(before: str, after: str) -> str:
    """What stands between two parts when a line break goes: `before` is returned with its hyphen kept or not.

    >>> glue("vi-", "dereføre"), glue("Børne-", "og"), glue("2026-", "2029"), glue("hos", "byen")
    ('vi', 'Børne- ', '2026-', 'hos ')
    """
    if not before or not after:
        return before
    if before[-1] not in _HYPHENS:
        return before + " "
    if before[-2:-1].strip() == "":
        return before + " "
    first_word = after.split(maxsplit=1)[0]
    if first_word.strip(",.;") in _SUSPENDING:
        return before + " "
    if before[-1] in _SOFT or (before[-2].isalpha() and after[0].islower()):
        return before[:-1]
    return before


def joined(parts: Iterable[str]) -> str:
    """Parts of several lines as one text."""
    text = ""
    for part in parts:
        clean = one_blank(part)
        if clean:
            text = glue(text, clean) + clean
    return text


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text without its line breaks, and the way back to the lines."""

    text: str
    starts: tuple[int, ...]
    words: tuple[Word, ...]
    breaks: frozenset[int]
    """Where in the text a line begins."""

    def location(self, at: int) -> LineLocation:
        """The place in the file of a character of the text."""
        if not self.words:
            return LineLocation(line=1, column=1)
        index = max(0, bisect_right(self.starts, at) - 1)
        word = self.words[index]
        within = min(max(0, at - self.starts[index]), len(word.text) - 1)
        return LineLocation(line=word.line, column=word.column + within)


def passage(lines: Sequence[Line]) -> Passage:
    """The lines as one text."""
    pieces: list[str] = []
    length = 0
    starts: list[int] = []
    words: list[Word] = []
    breaks: set[int] = set()
    for line in lines:
        for index, word in enumerate(line.words()):
            if pieces:
                last = pieces[-1]
                new = glue(last, word.text) if index == 0 else last + " "
                length += len(new) - len(last)
                pieces[-1] = new
            if index == 0:
                breaks.add(length)
            starts.append(length)
            words.append(word)
            pieces.append(word.text)
            length += len(word.text)
    return Passage("".join(pieces), tuple(starts), tuple(words), frozenset(breaks))
