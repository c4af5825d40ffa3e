"""What a page gives before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.read.layout.ruling import Ruling
    from grantcheck.read.layout.word import Word


@dataclass(slots=True)
class Page:
    """Words and rulings of a page as displayed."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)
    gapped: bool = False
    """Whether blanks part the thousands of figures, so that a part of one looks like a figure of its own."""
    cut_off: tuple[float, ...] = ()
    """Baselines of lines that go on beyond the edge of the page."""
