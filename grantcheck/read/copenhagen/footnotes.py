"""Marks of footnotes without a bracket: raised on the page, glued to a name or figure in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.read.lines import Line

_NOTE = re.compile(r"\s*(?P<mark>\d{1,2})[.:]?\s+[A-ZÆØÅ]\D")
_LONG_RUN = re.compile(r"(?<![\d.,])\d{5,}|\.\d{4,}|\)\d{1,2}(?!\S)")
"""Digits as no name has them: a mark behind a year, a grouped figure or a bracket."""
_ENDING = re.compile(r"[\dA-ZÆØÅ](?P<ending>\d{1,2})(?!\S)")


def footnote_marks(lines: Iterable[Line]) -> frozenset[str]:
    """The digits that lines begin with as footnotes do: "1 Opgjort i foråret"."""
    return frozenset(match["mark"] for line in lines if (match := _NOTE.match(line.text)))


def may_hold_mark(name: str, marks: frozenset[str]) -> bool:
    """Whether a number within a name may end with a footnote's mark.

    >>> may_hold_mark("Etape 21", frozenset({"1"})), may_hold_mark("Etape 2", frozenset({"2"}))
    (True, False)
    >>> may_hold_mark("Forløb 20271", frozenset())
    True
    """
    if _LONG_RUN.search(name):
        return True
    return any(match["ending"].endswith(tuple(marks)) for match in _ENDING.finditer(name)) if marks else False


def figure_may_hold_mark(printed: str, marks: frozenset[str]) -> bool:
    """Whether a figure may be a shorter one with a footnote's mark behind it."""
    digits = printed.lstrip("-−–")
    return any(digits.endswith(mark) and len(digits) > len(mark) for mark in marks)
