"""What of a note's lines is running text: neither headings nor tables nor the footnotes of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.note import Unread
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.claims import amounts_seen, read_claims
from grantcheck.read.copenhagen.doubts import AMBIGUOUS, unread
from grantcheck.read.copenhagen.sentences import split_sentences
from grantcheck.read.copenhagen.statements import read_statements
from grantcheck.read.lines import Line, passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from grantcheck.data.wording import Statements
    from grantcheck.model.note import Claim, Statement

_FOOTNOTE = re.compile(r"\s*(?:\(?\d{1,2}\)|\d{1,2}[.:]?(?=\s+[A-ZÆØÅ]\D)|[¹²³⁴⁵⁶⁷⁸⁹]+\)?|\*+\)?)\s*\S")
_UNIT = re.compile(
    r"(?:1\.000|t\.|mio\.)?\s?kr\.?,?(?:\s(?:\d{4}|løbende) p/l)?|(?:\d{4}|løbende) p/l", re.IGNORECASE
)
"""The heading of a table that was not seen as one."""
_FOOTNOTE_LINES = 6
"""Lines that a footnote may take."""
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_NOT_SEARCHED = Text(
    en="An amount stands where a part of the note was not read; it was not taken.",
    da="Et beløb står, hvor en del af notatet ikke blev læst; det er ikke taget med.",
)


@dataclass(frozen=True, slots=True)
class TableRoom:
    """Lines that belong to a table: caption, rows, footnotes. Counted by index, the end excluded."""

    start: int
    end: int
    read: bool = True
    """Whether all of them were understood; what else stands there is not searched, and told of."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """What the running text says, and what of it was not read for certain."""

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    unread: tuple[Unread, ...]


def footnotes_end(lines: Sequence[Line], start: int, end: int, *, broken: bool) -> int:
    """Where the footnotes end that stand right behind a table.

    Args:
        lines: the note's lines.
        start: index of the first line behind the table.
        end: index that they do not pass.
        broken: whether a footnote may take several lines, until one that ends a sentence.
    """
    at = start
    while True:  # ends: each round goes past a line
        while at < end and not lines[at].stripped:
            at += 1
        if at >= end or not _FOOTNOTE.match(lines[at].text):
            return at
        at += _footnote_length(lines[at : min(at + _FOOTNOTE_LINES, end)]) if broken else 1


def _footnote_length(lines: Sequence[Line]) -> int:
    for count, line in enumerate(lines, start=1):
        if _SENTENCE_END.search(line.text):
            return count
        if count < len(lines) and _FOOTNOTE.match(lines[count].text):
            return count
    return 1


def pieces(lines: Sequence[Line], start: int, end: int, tables: Iterable[TableRoom]) -> list[Sequence[Line]]:
    """The running text between two indexes, cut where a table stands in it."""
    found: list[Sequence[Line]] = []
    at = start
    for table in sorted(tables, key=lambda table: table.start):
        if table.end <= at or table.start >= end:
            continue
        found.append(lines[at : max(at, table.start)])
        at = max(at, table.end)
    found.append(lines[at : max(at, end)])
    bare = [[line for line in piece if not _UNIT.fullmatch(line.stripped)] for piece in found]
    return [piece for piece in bare if any(line.stripped for line in piece)]


def read_text(texts: Iterable[Sequence[Line]], budget_year: int | None, words: Statements) -> TextReading:
    """The claims and statements of pieces of running text; no phrase goes over from one to the next."""
    claims: list[Claim] = []
    statements: list[Statement] = []
    told: list[Unread] = []
    sentence = 0
    for lines in texts:
        text = passage(lines)
        sentences = split_sentences(text.text)
        found = read_claims(text, sentences, sentence, budget_year, words)
        claims += found.claims
        told += found.unread
        statements += read_statements(text, sentences, words)
        sentence += len(sentences.starts)
    return TextReading(tuple(claims), tuple(statements), tuple(told))


def not_searched(texts: Iterable[Sequence[Line]]) -> Iterator[Unread]:
    """A word on the first amount in each text that nobody searches."""
    for lines in texts:
        text = passage(lines)
        seen = next(iter(amounts_seen(text.text)), None)
        if seen is not None:
            yield unread(AMBIGUOUS, "claims", _NOT_SEARCHED, text.location(seen), text.text[seen : seen + 80])
