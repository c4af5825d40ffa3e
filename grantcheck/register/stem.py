"""A light stem of Danish words: enough to see one word in its forms, too little to take two words for one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from grantcheck.register.title_words import IRREGULAR

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_BENDINGS = ("ernes", "erne", "ene", "ens", "ets", "ers", "en", "er", "et", "es", "e", "s")
"""Plural, definite form and genitive, the longest first."""
_FORMATIONS = ("ering", "elser", "else", "eringer", "ninger", "ning", "inger", "ing", "erer", "ator", "er")
"""What makes an action (mægling) or a person (mægler) of a verb, the longest first."""
_SHORTEST = 3
_REMEMBERED = 65_536
_SHORTEST_ROOT = 4
_LOST_VOWEL = re.compile(r"(?<=..)([^aeiouy\d])el$")
"""The "e" of "cykel" that "cykler" has not."""
_DOUBLED = re.compile(r"([^aeiouy\d])\1$")


def folded(text: str) -> str:
    """Text without differences that are none: case, Unicode form, accents, ae for æ, aa for å.

    >>> folded("Århus Café") == folded("AARHUS cafe")
    True
    """
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in apart if not unicodedata.combining(letter) and letter != "\xad")


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A folded word without plural, definite form and genitive.

    >>> stem("pladsernes") == stem("plads")
    True
    >>> stem("klubber") == stem("klub")
    True
    """
    word = IRREGULAR.get(word) or IRREGULAR.get(word.removesuffix("s")) or word
    while (shorter := _without(word, _BENDINGS, _SHORTEST)) != word:
        word = shorter
    return _LOST_VOWEL.sub(r"\1l", _DOUBLED.sub(r"\1", word))


@lru_cache(maxsize=_REMEMBERED)
def root(word: str) -> str:
    """What an action and the person who does it have in common; the stem where that would be too short.

    >>> root("maegling") == root("maegler")
    True
    """
    bare = word.removesuffix("s")
    for ending in sorted(_FORMATIONS, key=len, reverse=True):
        for bent in (ending, f"{ending}en", f"{ending}e", f"{ending}ne"):
            shorter = bare.removesuffix(bent)
            if shorter != bare and len(shorter) >= _SHORTEST_ROOT:
                return stem(shorter)
    return stem(word)


def _without(word: str, endings: tuple[str, ...], shortest: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word
