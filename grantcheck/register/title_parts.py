"""A title taken apart into words that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from grantcheck.register.stem import folded, root, stem
from grantcheck.register.title_words import CONTINUATION, GENERAL, NUMBERS, STAGE, STOP

_WORD = re.compile(r"\d+|[^\W\d_]+")
_CODE = re.compile(r"(?<!\w)(?:[a-z]{2,3}\d{2,3}|oe\d{1,2})(?!\w)")
"""A note's code, "BU06" or "Ø6": each round numbers its notes anew."""
_YEARS = range(1990, 2100)
_HEADS = tuple(sorted((stem(word) for word in GENERAL), key=len, reverse=True))
_SHORTEST_FRONT = 4
_REMEMBERED = 65_536


class Kind(StrEnum):
    """What a word does in a title."""

    CONTENT = "content"
    GENERAL = "general"
    STAGE = "stage"
    NUMBER = "number"
    YEAR = "year"
    SILENT = "silent"
    """A stop word: it counts only as a part of a compound taken apart."""


WEIGHTS = {
    Kind.CONTENT: 10,
    Kind.GENERAL: 2,
    Kind.STAGE: 15,
    Kind.NUMBER: 10,
    Kind.YEAR: 5,
    Kind.SILENT: 0,
}


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A word of a title."""

    key: str
    """Its stem, or the figure it stands for."""
    text: str
    """Folded, otherwise as printed."""
    kind: Kind
    root: str

    @property
    def weight(self) -> int:
        """How much it tells of which grant it is."""
        return WEIGHTS[self.kind]


@lru_cache(maxsize=_REMEMBERED)
def words_of(title: str) -> tuple[Word, ...]:
    """The words of a title without codes, sorted, so that their order makes no difference."""
    plain = _CODE.sub(" ", folded(title))
    return tuple(sorted(word for text in _WORD.findall(plain) for word in _words_in(text)))


def telling(words: Iterable[Word]) -> bool:
    """Whether a name says what it is about, not only "drift" or "projekt"."""
    return any(word.kind is Kind.CONTENT for word in words)


def content_word(text: str) -> Word:
    """A word that is compared by its stem."""
    return Word(stem(text), text, Kind.CONTENT, root(text))


def _words_in(text: str) -> Iterator[Word]:
    if text in CONTINUATION:
        return
    if text.isdecimal() or text in NUMBERS:
        figure = NUMBERS.get(text, text.lstrip("0") or "0")
        yield Word(figure, text, Kind.YEAR if int(figure) in _YEARS else Kind.NUMBER, figure)
        return
    if text in STOP:
        yield Word(text, text, Kind.SILENT, text)
        return
    yield from _with_head_apart(text)


def _with_head_apart(text: str) -> Iterator[Word]:
    """A word as its front and a general head: "mægling" and "indsats"."""
    key = stem(text)
    if text in STAGE or key in _STAGES:
        yield Word(key, text, Kind.STAGE, key)
        return
    head = next((head for head in _HEADS if key.endswith(head)), None)
    if head is None:
        yield content_word(text)
        return
    front = text[: text.rindex(head)]
    if not front:
        yield Word(head, text, Kind.GENERAL, head)
    elif len(front) >= _SHORTEST_FRONT:
        yield content_word(front)
        yield Word(head, text[len(front) :], Kind.GENERAL, head)
    else:
        yield content_word(text)


_STAGES = frozenset(stem(word) for word in STAGE)
