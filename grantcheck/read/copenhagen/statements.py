"""Sentences that say that a grant continues or expires."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grantcheck.model.note import Statement
from grantcheck.model.terms import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.read.copenhagen.sentences import Sentences
    from grantcheck.read.lines import Passage

# How Danish notes say it. A continuation counts where the note asks for it, or where an agreement is named
# that granted it; "så samarbejdet kan fortsætte" is neither.
_CONTINUES = re.compile(
    r"\b(?:viderefør\w*|forlæng(?:e|es|else|elsen|er|et|ede)\b|fortsættelse\w*|fortsæt(?:te|tes|ter)\b)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\bikke\b|\buden at\b", re.IGNORECASE)
_NEGATION_REACH = 25
_ASKS = re.compile(
    r"\b(?:anmodes|anmoder|ansøges|ansøger|søges|ønskes|ønsker|foreslås|foreslår|indstilles)\b", re.IGNORECASE
)
_AGREEMENT = re.compile(
    r"\b(?:budget(?:aftalen?|tet|forliget)?|overførselssag(?:en)?|aftalen?|augustindstilling(?:en)?|juniindstilling(?:en)?)"
    r"\s+(?:for\s+|om\s+budget\s+|fra\s+|i\s+)?(?P<year>20\d{2})\b|\bB(?P<short>\d{2})\b",
    re.IGNORECASE,
)
_YEAR = r"(?P<year>20\d{2})"
_END = r"(?:udløb(?:er|e|et)?|ophør(?:er|e|te)?|løb(?:er|e)|slutter|afslut(?:tes|tet|ter)|bortfald(?:er|e|t))"
_LAST_OF = (
    rf"(?:(?:med|ved|pr\.)\s+(?:udgangen|slutningen)\s+af|ved\s+udløbet\s+af|ultimo|til\s+og\s+med|til\s+udgangen\s+af"
    rf"|(?:den\s+)?31\.\s*(?:december|12\.?)|31/12(?:\s|-))\s*{_YEAR}"
)
_BETWEEN = r"(?:\s+(?!ikke\b)[\wæøå]+){0,4}?\s+"
_EXPIRES = (
    (re.compile(rf"\b{_END}{_BETWEEN}{_LAST_OF}", re.IGNORECASE), 0, 0),
    (re.compile(rf"\b{_END}{_BETWEEN}(?:fra|fra og med)\s+{_YEAR}(?!\s?[-–]\s?\d)", re.IGNORECASE), -1, -1),
    (
        re.compile(
            rf"\b(?:udløb(?:er|e)?|ophør(?:er|e)?|bortfald(?:er|e)?){_BETWEEN}i\s+{_YEAR}(?!\s?[-–]\s?\d)",
            re.IGNORECASE,
        ),
        -1,
        0,
    ),
)
"""A pattern, and the earliest and latest last funded year it admits, counted from the year it names."""


def read_statements(section: Passage, sentences: Sentences) -> tuple[Statement, ...]:
    """What a section's sentences say about a grant's life."""
    found = [
        statement
        for index in range(len(sentences.starts))
        for statement in _statements(section, sentences.starts[index], sentences.sentence(index))
    ]
    return tuple(found)


def _statements(section: Passage, start: int, sentence: str) -> Iterator[Statement]:
    continues = _CONTINUES.search(sentence)
    if continues and not _negated(sentence, continues):
        agreement = _AGREEMENT.search(sentence)
        asks = _ASKS.search(sentence)
        if agreement or asks:
            yield Statement(
                kind=StatementKind.CONTINUES,
                text=sentence,
                agreement_year=None if agreement is None or asks else _agreement_year(agreement),
                location=section.location(start + continues.start()),
            )
    for pattern, earliest, latest in _EXPIRES:
        match = pattern.search(sentence)
        if match and not _negated(sentence, match):
            year = int(match["year"])
            yield Statement(
                kind=StatementKind.EXPIRES,
                text=sentence,
                first_reading=year + earliest,
                last_reading=year + latest,
                location=section.location(start + match.start()),
            )
            return


def _agreement_year(agreement: re.Match[str]) -> int:
    return int(agreement["year"]) if agreement["year"] else 2000 + int(agreement["short"])


def _negated(sentence: str, match: re.Match[str]) -> bool:
    around = sentence[max(0, match.start() - _NEGATION_REACH) : match.end() + _NEGATION_REACH]
    return bool(_NEGATED.search(around))
