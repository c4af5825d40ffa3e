"""Where sentences end, in a language full of abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_STOP = re.compile(r"[.!?](?=\s+[A-ZÆØÅ0-9\"»(]|\s?$)")
_WORD_BEFORE = re.compile(r"\S{1,12}$")
_NEVER_LAST = frozenset(
    {
        "mio.",
        "mill.",
        "mia.",
        "ca.",
        "f.eks.",
        "bl.a.",
        "nr.",
        "pkt.",
        "jf.",
        "hhv.",
        "dvs.",
        "inkl.",
        "ekskl.",
    }
    | {
        "evt.",
        "kgs.",
        "vedr.",
        "pr.",
        "t.",
        "fx.",
        "stk.",
        "kap.",
        "m.fl.",
        "sml.",
        "tlf.",
        "d.",
        "maks.",
        "min.",
    }
)
"""Abbreviations that something must follow; "kr.", "mv." and "pct." may end a sentence."""
_NEXT = re.compile(r"\S")
_LONGEST = 2_000
"""No sentence is longer; what is behind has no bearing on its beginning."""
_UPPER = re.compile(r"\s+[A-ZÆØÅ\"»(]|\s*$")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a text begin."""

    text: str
    starts: tuple[int, ...]

    def index(self, at: int) -> int:
        """The number of the sentence that a character stands in, from 0."""
        return max(0, bisect_right(self.starts, at) - 1)

    def sentence(self, index: int) -> str:
        """A sentence, without blanks around it."""
        start = self.starts[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.text[start : min(following, start + _LONGEST)].strip()


def split_sentences(text: str) -> Sentences:
    """The sentences of running text; a full stop after an abbreviation or before a figure ends none."""
    starts = [0]
    for stop in _STOP.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, stop.end() - 12), stop.end())
        word = before[0].lower().lstrip("(") if before else ""
        if word in _NEVER_LAST:
            continue
        if word in {"kr.", "t.kr.", "mv.", "pct.", "m.v."} and not _UPPER.match(text, stop.end()):
            continue
        if re.fullmatch(r"\d{1,2}\.", word) and not _UPPER.match(text, stop.end()):
            continue
        following = _NEXT.search(text, stop.end())
        if following:
            starts.append(following.start())
    return Sentences(text, tuple(starts))
