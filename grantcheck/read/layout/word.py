"""Words of a page with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = re.compile(r"(?:19|20)\d\d")
UNREADABLE = "\ufffd"
"""Stands for a glyph that the file gives no character for."""


@dataclass(slots=True)
class Word:
    """A run of characters without a blank, in one style, on one baseline."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    raised: bool = False
    """Smaller and above the baseline of the word it follows, as a footnote mark is."""

    @property
    def centre(self) -> float:
        """The middle between left and right."""
        return (self.left + self.right) / 2

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing else."""
        return bool(_YEAR.fullmatch(self.text))
