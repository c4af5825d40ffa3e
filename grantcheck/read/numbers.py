"""The grammar of printed figures, and what a run of them can mean.

A figure that breaks over lines ("13.40" + "0") is put together again only where nothing else is possible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_MINUS = "-−–"
_SIGN = r"[\-−–]"
GAPS = "\u00a0\u202f\u2009"
"""Blanks that part the thousands of a figure: no line breaks at the first two, and no column ends at any."""
_GROUPED = re.compile(rf"{_SIGN}?[1-9]\d{{0,2}}(?:(?:\.\d{{3}})+|(?:[{GAPS}]\d{{3}})+)(?:,\d+)?")
_PLAIN = re.compile(rf"{_SIGN}?(?:0|[1-9]\d*)(?:,\d+)?")
_INNER = rf"[\d.,\-−–/{GAPS}]*"
_PIECE = re.compile(rf"[\-−–+(]*{_INNER}\d{_INNER}[)*\-−–]*|[\-−–.,]")
_WITHOUT_GROUPS = str.maketrans("", "", f".{GAPS}")
_LONGEST = 30
"""No figure is longer; a longer word is text."""
_LONG_PLAIN = re.compile(rf"{_SIGN}?\d{{4,}}(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A well-formed figure, as printed and as a value."""

    printed: str
    value: Decimal

    @property
    def decimals(self) -> int:
        """Digits after the comma."""
        return len(self.printed.partition(",")[2].rstrip(")*"))

    @property
    def grouped(self) -> bool:
        """Whether its thousands are set apart."""
        return any(mark in self.printed for mark in f".{GAPS}")

    @property
    def ungrouped(self) -> bool:
        """Whether four digits or more stand without a thousands separator."""
        return bool(_LONG_PLAIN.fullmatch(self.printed))


def is_piece(word: str) -> bool:
    """Whether a word may be a figure or a part of one.

    >>> [is_piece(word) for word in ("205", "13.40", "-", "2021-2022", "U", "p/l")]
    [True, True, True, True, False, False]
    """
    return len(word) <= _LONGEST and bool(_PIECE.fullmatch(word))


def parse_figure(text: str) -> Figure | None:
    """The figure that `text` is, or None where it is not well formed.

    The template writes a minus before the figure. Brackets are how accounts write a negative figure, and how notes
    write one that is part of another; a minus behind may belong to what follows. Neither is decided here.

    >>> parse_figure("−1.250").value, parse_figure("-").value, parse_figure("13.40")
    (Decimal('-1250'), Decimal('0'), None)
    """
    if len(text) == 1 and text in _MINUS:
        return Figure(text, Decimal(0))
    if not (_GROUPED.fullmatch(text) or _PLAIN.fullmatch(text)):
        return None
    negative = text[0] in _MINUS
    value = _value(text[1:] if negative else text)
    return Figure(text, value.copy_negate() if negative else value)


def _value(digits: str) -> Decimal:
    return Decimal(digits.translate(_WITHOUT_GROUPS).replace(",", "."))
