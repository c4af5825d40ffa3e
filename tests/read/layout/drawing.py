"""Words and rulings as a page would give them, from rows written down."""

from __future__ import annotations

from grantcheck.read.layout.page import Page
from grantcheck.read.layout.ruling import Ruling
from grantcheck.read.layout.word import Word

SIZE = 8.0
WIDE = 0.5
"""Width of a letter as a share of the size."""


def words(
    x: float, y: float, text: str, *, right: bool = False, size: float = SIZE, bold: bool = False
) -> list[Word]:
    """The words of a text that begins (or ends) at x, on the baseline y."""
    step, blank = WIDE * size, 0.3 * size
    at = x - sum(len(part) for part in text.split(" ")) * step - text.count(" ") * blank if right else x
    found = []
    for part in text.split(" "):
        if part:
            end = at + len(part) * step
            found.append(Word(part, at, y - 0.8 * size, end, y + 0.2 * size, y, size, bold))
        at += len(part) * step + blank
    return found


def across(y: float, start: float, end: float) -> Ruling:
    return Ruling(horizontal=True, at=y, start=start, end=end)


def down(x: float, start: float, end: float) -> Ruling:
    return Ruling(horizontal=False, at=x, start=start, end=end)


def grid(xs: list[float], ys: list[float]) -> list[Ruling]:
    """Rulings of a table that is drawn in full."""
    return [across(y, xs[0], xs[-1]) for y in ys] + [down(x, ys[0], ys[-1]) for x in xs]


def page(found: list[Word], rulings: list[Ruling] | None = None, number: int = 1) -> Page:
    return Page(number, 595, 842, found, rulings or [])


def year_table(
    rows: list[tuple[str, list[str]]], *, top: float = 100, step: float = 12, years: int = 2026
) -> list[Word]:
    """A table without rulings: labels on the left, figures that end under the years."""
    ends = [250.0 + 50 * i for i in range(len(rows[0][1]))]
    found = words(50, top, "1.000 kr., 2026 p/l", bold=True)
    for i, end in enumerate(ends):
        found += words(end, top, str(years + i), right=True, bold=True)
    for number, (label, figures) in enumerate(rows, start=1):
        y = top + number * step
        found += words(50, y, label)
        for end, figure in zip(ends, figures, strict=True):
            found += words(end, y, figure, right=True) if figure else []
    return found
