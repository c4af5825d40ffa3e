"""Running heads such as "Budget 2026 2/2": taken out of the text, and kept with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grantcheck.model.note import PageHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.template import Template
    from grantcheck.read.lines import Line

_BLANK_OF_PAGE = 3
"""Blank lines that a text has only between pages, within a table."""


@dataclass(frozen=True, slots=True)
class HeadedPage:
    """A running head and the budget year it states."""

    head: PageHead
    budget_year: int | None


def without_running_heads(lines: Sequence[Line], template: Template) -> tuple[list[Line], list[HeadedPage]]:
    """The other lines, those after a head marked as the first of their page."""
    kept: list[Line] = []
    heads: list[HeadedPage] = []
    broken = False
    blank = 0
    for line in lines:
        blank = 0 if line.stripped else blank + 1
        broken = broken or blank >= _BLANK_OF_PAGE or line.after_break
        match = template.running_head.fullmatch(line.stripped)
        if match and _plausible(match):
            year = int(match["year"]) if match["year"] else _split_year(kept, template)
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


def _split_year(kept: list[Line], template: Template) -> int | None:
    """The year of a head whose page numbers came on a line of their own; its line goes, too."""
    while kept and not kept[-1].stripped:
        kept.pop()
    match = template.budget_year.fullmatch(kept[-1].stripped) if kept else None
    if match is None:
        return None
    kept.pop()
    return int(match[1])
