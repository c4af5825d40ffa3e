"""Compounds that one title writes together and the other apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grantcheck.register.stem import stem
from grantcheck.register.title_parts import Kind, Word, content_word

_LINKS = ("", "s", "e", "es", "er", "n")
"""What Danish puts between the parts of a compound."""
_SHORTEST_PART = 5
_SHORTEST_REST = 3


@dataclass(frozen=True, slots=True)
class Parting:
    """A compound beside the words of the other title that it is made of."""

    whole: Word
    parts: tuple[Word, ...]
    rest: Word | None = None
    """What of the compound the other title does not say."""


def parted(whole: Word, others: Sequence[Word]) -> Parting | None:
    """A word as the words of the other title: all of it, or the front or the end of it; None where neither."""
    if whole.kind is not Kind.CONTENT:
        return None
    parts = _cover(whole.text, others)
    if len(parts) > 1:
        return Parting(whole, parts)
    return next((found for part in others if (found := _partly(whole, part)) is not None), None)


def _cover(text: str, others: Sequence[Word]) -> tuple[Word, ...]:
    """The words that make up `text` one after the other, at least one of them telling; empty where none do."""
    key = stem(text)
    for index, part in enumerate(others):
        remaining = (*others[:index], *others[index + 1 :])
        if part.kind is not Kind.SILENT and part.key == key:
            return (part,)
        for front in _fronts(part):
            if len(front) < len(text) and text.startswith(front):
                rest = _cover(text[len(front) :], remaining)
                if rest:
                    return (part, *rest)
    return ()


def _fronts(part: Word) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form + link for form in (part.text, part.key) for link in _LINKS))


def _partly(whole: Word, part: Word) -> Parting | None:
    if part.kind is not Kind.CONTENT or len(part.key) < _SHORTEST_PART or whole.key == part.key:
        return None
    if whole.key.endswith(part.key):
        rest = whole.key.removesuffix(part.key)
    elif whole.key.startswith(part.key):
        rest = whole.key.removeprefix(part.key)
    else:
        return None
    return Parting(whole, (part,), content_word(rest)) if len(rest) >= _SHORTEST_REST else None
