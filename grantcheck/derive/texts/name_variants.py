"""Names that begin and end alike but differ in between: one thing under two names, or a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import Levenshtein, Postfix, Prefix

from grantcheck.derive.building import fact
from grantcheck.derive.figures import activities
from grantcheck.derive.texts.said import sentences, title_of
from grantcheck.derive.tracing import trace_row, trace_text
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import Note
from grantcheck.model.terms import TableKind

_WORD = re.compile(r"[^\W\d_]{8,}")
_INFLECTION = re.compile(r"(?:ernes|erne|enes|ene|ers|ens|ets|er|en|et|es|e|s)$")
_FEWEST_ALIKE = 3
"""Pairs with fewer letters alike at either end are not worth a fact."""
_MOST_WORDS = 400
"""Words of the text that are compared; a note has fewer, a long text would take long."""

Named = Mapping[str, tuple[str, Trace]]
"""By stem: the word as printed and its first place."""


def name_facts(note: Note) -> Iterator[Fact]:
    """A `name-pair` fact per word of a name and another word of the note that begins and ends like it."""
    names = _by_stem(_names(note))
    words = {stem: one for stem, one in _by_stem(_words(note)).items() if stem not in names}
    for stem, (printed, trace) in names.items():
        for other, (variant, place) in (*words.items(), *_later(names, stem)):
            start, end = _alike(stem, other)
            if min(start, end) >= _FEWEST_ALIKE:
                yield fact(
                    "name-pair",
                    {
                        "name": printed,
                        "variant": variant,
                        "same_start": start,
                        "same_end": end,
                        "edits": Levenshtein.distance(stem, other),
                        "between": max(len(stem), len(other)) - start - end,
                    },
                    traces=(trace, place),
                )


def _alike(one: str, other: str) -> tuple[int, int]:
    """Letters alike at the beginning, and of the rest at the end."""
    start = int(Prefix.similarity(one, other))
    return start, int(Postfix.similarity(one[start:], other[start:]))


def _later(names: Named, stem: str) -> list[tuple[str, tuple[str, Trace]]]:
    """The names behind this one, so that each pair is told once."""
    stems = list(names)
    return [(other, names[other]) for other in stems[stems.index(stem) + 1 :]]


def _by_stem(found: Iterable[tuple[str, Trace]]) -> dict[str, tuple[str, Trace]]:
    """Words by their stem, the first place of each; a word that ends in s may bear a second ending."""
    stems: dict[str, tuple[str, Trace]] = {}
    for word, trace in found:
        stem = _INFLECTION.sub("", _INFLECTION.sub("", word.casefold()))
        if len(stems) < _MOST_WORDS:
            stems.setdefault(stem, (word, trace))
    return stems


def _names(note: Note) -> Iterator[tuple[str, Trace]]:
    """The words of the title and of the activities' names."""
    title = title_of(note)
    if title is not None:
        yield from ((word, title.trace(word)) for word in _WORD.findall(title.text))
    for table in note.tables:
        if table.kind is not TableKind.PRIOR and not note.has_recognised(table):
            for row in activities(table):
                yield from ((word, trace_row(table, row)) for word in _WORD.findall(row.label))


def _words(note: Note) -> Iterator[tuple[str, Trace]]:
    for said in sentences(note):
        yield from (
            (word, trace_text("text", said.text, said.location, word)) for word in _WORD.findall(said.text)
        )
