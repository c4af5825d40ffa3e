"""Tesseract's table of words: one line each, with a box in dots and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from grantcheck.read.ocr.template import PRICE_LEVEL, as_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = 12
_WORD: Final = "5"
"""The level of words; lines, paragraphs and blocks have lower ones."""
_LEAST_SURE: Final = 30.0
"""Below this, what is seen is mostly dirt and rulings."""
_MOST_WORDS: Final = 20_000
_RULINGS: Final = frozenset("|_—–-=~.,'`´‘’“”\"[]{}()<>/\\«»:;•·*^°¬")


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in dots of the image, from its top left corner."""

    text: str
    left: int
    top: int
    width: int
    height: int
    line: tuple[str, ...]
    """Tesseract's own block, paragraph and line."""

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height


def words_seen(table: str) -> list[SeenWord]:
    """The words of a table; lines that are none, and words that are hardly seen, are left out."""
    found: list[SeenWord] = []
    for line in table.splitlines():
        fields = line.split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD:
            continue
        found += _word(fields)
        if len(found) >= _MOST_WORDS:
            break
    return found


def _word(fields: list[str]) -> Iterator[SeenWord]:
    text = "".join(character for character in fields[11] if character.isprintable()).strip()
    try:
        left, top, width, height = map(int, fields[6:10])
        sure = float(fields[10])
    except ValueError:
        return
    if (
        (sure < _LEAST_SURE and not PRICE_LEVEL.fullmatch(text))
        or min(left, top) < 0
        or min(width, height) <= 0
        or _is_dirt(text)
    ):
        return
    yield SeenWord(as_printed(text), left, top, width, height, tuple(fields[2:5]))


def _is_dirt(text: str) -> bool:
    """Signs that rulings are taken for; a lone hyphen may be a zero and stays."""
    return text not in {"-", "–", "−"} and all(character in _RULINGS for character in text)
