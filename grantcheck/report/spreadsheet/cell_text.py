"""Text as a cell of a workbook holds it: visible, inert, and never longer than Excel takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_number
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language

MOST_CHARACTERS = 32_767
"""Of one cell, counted as Excel does: a sign outside the basic plane is two."""

_CUT = {
    "en": " … ({count} characters more do not fit in a cell; the JSON report has them all)",
    "da": " … (yderligere {count} tegn kan ikke stå i en celle; JSON-rapporten har dem alle)",
}


def cell_text(lines: str | Iterable[str], language: Language) -> str:
    r"""The text safe to show, each of several lines on its own; what is cut off is told.

    >>> cell_text(["=1+1", "a\x1bb"], "en")
    '=1+1\na␛b'
    """
    parts = [lines] if isinstance(lines, str) else lines
    text = "\n".join(visible(part) for part in parts)
    if _units(text) <= MOST_CHARACTERS:
        return text
    kept = _first(text, MOST_CHARACTERS - len(_cut(len(text), language)))
    return kept + _cut(len(text) - len(kept), language)


def _cut(count: int, language: Language) -> str:
    return _CUT[language].format(count=format_number(count, language))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _first(text: str, units: int) -> str:
    """The longest start of the text with at most so many units; no sign is cut in two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
