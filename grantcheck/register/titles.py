"""How alike two titles of grants are, from 0 to 100, and what they share and do not share.

The words weigh by what they tell (`title_parts.WEIGHTS`). The score is the weight of the words that both titles
have, in per cent of the weight of all. Where each title says something that the other does not, or they differ
in a figure, a stage ("drift", "anlæg") or a denial ("uden"), they are two grants that sound alike: then the
score is at most `APART`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from grantcheck.register.compounds import parted
from grantcheck.register.title_parts import WEIGHTS, Kind, Word, words_of

APART = 55
"""The most that titles of two grants which only sound alike can score."""
_SAME, _COMPOUND, _SAME_ROOT, _MISSPELT = 100, 95, 90, 85
_SHORTEST_MISSPELT = 8
_SHORTEST_ROOT = 4
_REMEMBERED = 131_072


class Difference(StrEnum):
    """Why two titles are not of one grant, however much they share."""

    NUMBER = "number"
    YEAR = "year"
    STAGE = "stage"
    WORDS = "words"
    """Each says something that the other does not."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two titles beside each other."""

    score: int
    shared: tuple[str, ...] = ()
    """Stems that both have."""
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    def swapped(self) -> Likeness:
        """The same with the sides exchanged."""
        return Likeness(self.score, self.shared, self.only_right, self.only_left, self.differences)


@lru_cache(maxsize=_REMEMBERED)
def likeness(left: str, right: str) -> Likeness:
    """How alike two titles are; the order of the two, of their words, case and Unicode form make no difference.

    >>> likeness("Mæglingsindsats", "Mæglerindsats").score
    92
    >>> likeness("Svømmehal, etape 1", "Svømmehal, etape 2").score
    55
    """
    ours, theirs = words_of(left), words_of(right)
    keys = [word.key for word in ours], [word.key for word in theirs]
    if not any(word.weight for word in (*ours, *theirs)):
        return Likeness(100 if keys[0] == keys[1] else 0)
    if keys[1] < keys[0]:
        return _Comparison(list(theirs), list(ours)).likeness().swapped()
    return _Comparison(list(ours), list(theirs)).likeness()


@dataclass
class _Comparison:
    """Two titles while their words are paired off: what is left are the words without a counterpart."""

    left: list[Word]
    right: list[Word]
    shared: list[str] = field(default_factory=list)
    alike: int = 0
    """Weight of the words that are paired, both sides, times how alike they are in per cent."""
    paired: int = 0
    """Weight of the words that are paired, both sides."""

    def likeness(self) -> Likeness:
        self._pair(_of_one_stem, _SAME)
        self._pair(_of_one_root, _SAME_ROOT)
        self._pair(_misspelt, _MISSPELT)
        self._take_apart()
        self._pair(_of_one_stem, _COMPOUND)
        left, right = _loud(self.left), _loud(self.right)
        differences = tuple(_differences(left, right))
        total = self.paired + _open_weight(left, right) + _open_weight(right, left)
        score = (2 * self.alike + total) // (2 * total)  # a half goes up
        return Likeness(
            min(score, APART) if differences else score,
            tuple(sorted(self.shared)),
            tuple(word.key for word in left),
            tuple(word.key for word in right),
            differences,
        )

    def _pair(self, fits: Callable[[Word, Word], bool], per_cent: int) -> None:
        for word in tuple(self.left):
            other = next((other for other in self.right if fits(word, other)), None)
            if other is not None:
                self._take([word], [other], per_cent)

    def _take_apart(self) -> None:
        for wholes, others in ((self.left, self.right), (self.right, self.left)):
            for whole in tuple(wholes):
                found = parted(whole, others)
                if found is None:
                    continue
                wholes.remove(whole)
                for part in found.parts:
                    others.remove(part)
                if found.rest is not None:
                    wholes.append(found.rest)
                self._count([whole, *found.parts], _COMPOUND)

    def _take(self, left: list[Word], right: list[Word], per_cent: int) -> None:
        for word in left:
            self.left.remove(word)
        for word in right:
            self.right.remove(word)
        self._count([*left, *right], per_cent)

    def _count(self, words: list[Word], per_cent: int) -> None:
        weight = sum(word.weight for word in words)
        if not weight:
            return
        self.paired += weight
        self.alike += weight * per_cent
        self.shared.append(words[0].key)


def _of_one_stem(one: Word, other: Word) -> bool:
    return one.key == other.key and one.kind is other.kind


def _of_one_root(one: Word, other: Word) -> bool:
    if one.kind is not Kind.CONTENT or other.kind is not Kind.CONTENT:
        return False
    return len(one.root) >= _SHORTEST_ROOT and one.root == other.root


def _misspelt(one: Word, other: Word) -> bool:
    """Whether a letter is missing or two are exchanged. One letter for another makes another word too often."""
    if one.kind is not Kind.CONTENT or other.kind is not Kind.CONTENT or one.text[0] != other.text[0]:
        return False
    if min(len(one.text), len(other.text)) < _SHORTEST_MISSPELT:
        return False
    exchanged = len(one.text) == len(other.text)
    if exchanged and sorted(one.text) != sorted(other.text):
        return False
    return OSA.distance(one.text, other.text, score_cutoff=1) == 1


def _loud(words: Iterable[Word]) -> list[Word]:
    return sorted(word for word in words if word.weight)


def _open_weight(words: list[Word], others: list[Word]) -> int:
    """The weight of words without a counterpart; a general word counts in full where the other has one too."""
    both_general = any(word.kind is Kind.GENERAL for word in others)
    return sum(
        WEIGHTS[Kind.CONTENT] if word.kind is Kind.GENERAL and both_general else word.weight for word in words
    )


def _differences(left: list[Word], right: list[Word]) -> Iterable[Difference]:
    kinds = [{word.kind for word in side} for side in (left, right)]
    either, both = kinds[0] | kinds[1], kinds[0] & kinds[1]
    if Kind.NUMBER in either:
        yield Difference.NUMBER
    if Kind.YEAR in both:
        yield Difference.YEAR
    if Kind.STAGE in either:
        yield Difference.STAGE
    if Kind.CONTENT in both:
        yield Difference.WORDS
