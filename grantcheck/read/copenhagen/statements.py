"""Sentences that say that a grant continues or expires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.note import Statement
from grantcheck.model.terms import StatementKind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from grantcheck.data.wording import Statements
    from grantcheck.read.copenhagen.sentences import Sentences
    from grantcheck.read.lines import Passage

_NEGATION_REACH = 25
_CENTURY = 2000


def read_statements(section: Passage, sentences: Sentences, words: Statements) -> tuple[Statement, ...]:
    """What a section's sentences say about a grant's life, in the words of a profile."""
    found = [
        statement
        for index in range(len(sentences.starts))
        for statement in _statements(section, sentences.starts[index], sentences.sentence(index), words)
    ]
    return tuple(found)


def _statements(section: Passage, start: int, sentence: str, words: Statements) -> Iterator[Statement]:
    said = words.plainly
    continues = said["continues"].search(sentence)
    if continues and not _negated(sentence, continues, words):
        agreement = said["agreement"].search(sentence)
        asks = said["asks"].search(sentence)
        if agreement or asks:
            yield Statement(
                kind=StatementKind.CONTINUES,
                text=sentence,
                agreement_year=None if agreement is None or asks else _agreement_year(agreement),
                location=section.location(start + continues.start()),
            )
    for ending in words.ends:
        match = ending.finds.search(sentence)
        if match and not _negated(sentence, match, words):
            year = int(match["year"])
            yield Statement(
                kind=StatementKind.EXPIRES,
                text=sentence,
                first_reading=year + ending.earliest,
                last_reading=year + ending.latest,
                location=section.location(start + match.start()),
            )
            return


def _agreement_year(agreement: re.Match[str]) -> int:
    year, short = agreement["year"], agreement.groupdict().get("short")
    return int(year) if year or not short else _CENTURY + int(short)


def _negated(sentence: str, match: re.Match[str], words: Statements) -> bool:
    around = sentence[max(0, match.start() - _NEGATION_REACH) : match.end() + _NEGATION_REACH]
    return bool(words.plainly["negated"].search(around))
