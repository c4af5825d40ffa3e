"""Text, amounts and days as the page prints them. Nothing from a note gets onto the page by another way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_kroner, format_number
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.html.words import page_words
from grantcheck.report.layout import NO_BREAK, glued
from grantcheck.report.visible import shortened, visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.report.formats.html.words import PageWords
    from grantcheck.report.wording import Wording

TITLE = 200
SENTENCE = 2_000
EXCERPT = 600

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "da": "januar februar marts april maj juni juli august september oktober november december",
}
_DAY = {"en": "{day} {month} {year}", "da": "{day}. {month} {year}"}


@lru_cache(maxsize=4096)
def _safe(text: str, limit: int) -> str:
    """Kept for a while: titles, remedies and paths come again with each finding."""
    return glued(shortened(visible(text), limit))


@dataclass(frozen=True)
class Telling:
    """Says things in one language."""

    language: Language

    @cached_property
    def words(self) -> PageWords:
        """The words of the page."""
        return page_words(self.language)

    @cached_property
    def wording(self) -> Wording:
        """The words of all reports."""
        return wording(self.language)

    def said(self, text: str, limit: int = SENTENCE) -> str:
        """Text from a note, a path or a rule: nothing in it hides or acts, and amounts stay on one line."""
        return _safe(text, limit)

    def kroner(self, amount: int) -> str:
        """Whole kroner, on one line."""
        return format_kroner(amount, self.language).replace(" ", NO_BREAK)

    def number(self, number: int) -> str:
        """A whole number, on one line."""
        return format_number(number, self.language).replace(" ", NO_BREAK)

    def day(self, day: str) -> str:
        """A day such as 2026-11-23 in words; as it is where it is none.

        >>> Telling("da").day("2026-11-23"), Telling("en").day("2026-11-23"), Telling("en").day("soon")
        ('23. november 2026', '23 November 2026', 'soon')
        """
        try:
            found = date.fromisoformat(day)
        except ValueError:
            return self.said(day, TITLE)
        month = _MONTHS[self.language].split()[found.month - 1]
        return _DAY[self.language].format(day=found.day, month=month, year=found.year)

    def capital(self, word: str) -> str:
        """The word as it begins a label."""
        return word[:1].upper() + word[1:]
