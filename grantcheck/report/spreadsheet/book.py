"""A workbook in memory whose bytes depend on nothing but its content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

_INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Text stays text, whatever it starts with."""


def workbook_bytes(fill: Callable[[Workbook], None], day: date, title: str) -> bytes:
    """The .xlsx file of what `fill` writes; `day` stands for the time of its making."""
    stream = BytesIO()
    with Workbook(stream, dict(_INERT)) as book:
        book.set_properties({"title": title, "created": datetime.combine(day, time())})
        fill(book)
    return stream.getvalue()
