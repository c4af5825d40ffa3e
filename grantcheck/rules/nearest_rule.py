"""Which rule somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile


def nearest_rule(wanted: str, known: Iterable[str]) -> str:
    """The number most like `wanted`: a longer common beginning is nearer, as rules are numbered by subject.

    >>> nearest_rule("gc299", ["GC101", "GC208", "GC999"])
    'GC208'
    """
    return min(known, key=lambda rule: _distance(wanted.upper(), rule))


def _distance(wanted: str, known: str) -> tuple[int, float]:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(wanted, known, strict=False))
    return -len(list(alike)), -SequenceMatcher(None, wanted, known).ratio()
