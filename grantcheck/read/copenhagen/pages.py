"""Running heads such as "Budget 2026 2/2": taken out of the text, and kept with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.model.note import PageHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.lines import Line

_HEAD = re.compile(
    r"(?:Budget\s+(?P<year>\d{4})\s+|Side\s+)?(?P<page>\d{1,3})\s?(?:/|af)\s?(?P<pages>\d{1,3})"
)
_BLANK_OF_PAGE = 3
"""Blank lines that a text has only between pages, within a table."""
_YEAR_ALONE = re.compile(r"Budget\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class HeadedPage:
    """A running head and the budget year it states."""

    head: PageHead
    budget_year: int | None


def without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[HeadedPage]]:
    """The other lines, those after a head marked as the first of their page."""
    kept: list[Line] = []
    heads: list[HeadedPage] = []
    broken = False
    blank = 0
    for line in lines:
        blank = 0 if line.stripped else blank + 1
        broken = broken or blank >= _BLANK_OF_PAGE or line.after_break
        match = _HEAD.fullmatch(line.stripped)
        if match and _plausible(match):
            year = int(match["year"]) if match["year"] else _split_year(kept)
            head = PageHead(page=int(match["page"]), pages=int(match["pages"]), location=line.location)
            heads.append(HeadedPage(head, year))
            broken = True
            continue
        kept.append(replace(line, after_break=True) if broken else line)
        broken = broken and not line.stripped
    return kept, heads


def _plausible(match: re.Match[str]) -> bool:
    """A fraction alone is a page number only if it can be one; behind "Budget 2026" it always is."""
    return bool(match["year"]) or 0 < int(match["page"]) <= int(match["pages"])


def _split_year(kept: list[Line]) -> int | None:
    """The year of a head whose page numbers came on a line of their own; its line goes, too."""
    while kept and not kept[-1].stripped:
        kept.pop()
    match = _YEAR_ALONE.fullmatch(kept[-1].stripped) if kept else None
    if match is None:
        return None
    kept.pop()
    return int(match[1])
