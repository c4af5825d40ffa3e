"""Words that a template prints around figures: before a year, a table's number, a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from grantcheck.model.frozen import Frozen


class Template(Frozen):
    """The words of one template; each may have several, and the first is the template's own."""

    budget: tuple[str, ...]
    """Before the budget year, in the side box and in running heads."""
    table: tuple[str, ...]
    """Before a table's number."""
    page: tuple[str, ...]
    """Before the number of a page."""
    page_of: tuple[str, ...]
    """Between the number of a page and how many there are."""
    current_prices: tuple[str, ...]
    """Before the word for prices, where each year stands in its own."""
    source: str

    @cached_property
    def budget_year(self) -> re.Pattern[str]:
        """A line that states the budget year and nothing else."""
        return re.compile(rf"{_either(self.budget)}\s+(\d{{4}})")

    @cached_property
    def running_head(self) -> re.Pattern[str]:
        """A line with the number of a page, and perhaps the budget year."""
        before = rf"(?:{_either(self.budget)}\s+(?P<year>\d{{4}})\s+|{_either(self.page)}\s+)?"
        between = rf"\s?(?:/|{_either(self.page_of)})\s?"
        return re.compile(rf"{before}(?P<page>\d{{1,3}}){between}(?P<pages>\d{{1,3}})")

    @cached_property
    def caption(self) -> re.Pattern[str]:
        """A line that begins a numbered caption."""
        pattern = rf"{_either(self.table)}\s+(?P<number>\d{{1,2}})\s*[.:]\s*(?P<rest>.*)"
        return re.compile(pattern, re.IGNORECASE)

    @cached_property
    def in_current_prices(self) -> re.Pattern[str]:
        """A heading without blanks that states current prices."""
        return re.compile(rf"\(?(?P<current>{_either(self.current_prices)})(?:p/l|pl|priser)\)?")


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
