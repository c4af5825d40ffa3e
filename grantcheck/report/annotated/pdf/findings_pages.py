"""The pages behind the note that list every finding, those without a place too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grantcheck.report.annotated.marks import Mark, headline, told
from grantcheck.report.annotated.pdf.colours import GREY, INK, WHITE, colour_of
from grantcheck.report.annotated.pdf.drawing import Drawing
from grantcheck.report.annotated.pdf.letters import width, wrapped

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.report.annotated.pdf.drawing import Colour

A4 = (595.0, 842.0)
_MARGIN = 48.0
_INDENT = 30.0
_TITLE, _HEAD, _BODY = 15.0, 9.5, 8.5
_LEADING = 1.32
_BETWEEN = 9.0


@dataclass
class FindingsPage:
    """A page of the list as a drawing, with its text."""

    drawing: Drawing = field(default_factory=lambda: Drawing(*A4))
    lines: list[str] = field(default_factory=list)
    starts: list[tuple[Mark, float]] = field(default_factory=list)
    """Where each finding begins, from the bottom of the page."""


@dataclass
class _Pages:
    language: Language
    pages: list[FindingsPage] = field(default_factory=list)
    _y: float = 0

    def heading(self, title: str, about: Sequence[str]) -> None:
        self._turn()
        self._line(title, _TITLE, INK, _MARGIN, bold=True)
        for text in about:
            self._paragraph(text, _BODY, GREY, _MARGIN)
        self._y -= _BETWEEN

    def mark(self, mark: Mark) -> None:
        lines = list(told(mark, self.language))
        if self._y - self._height(lines[:1]) < _MARGIN:
            self._turn()
        page = self.pages[-1]
        number = str(mark.number)
        page.starts.append((mark, self._y))
        wide = width(number, _HEAD, bold=True) + 7
        baseline = self._y - _HEAD
        corners = (_MARGIN, baseline - 2.6, _MARGIN + wide, baseline + _HEAD - 0.6)
        page.drawing.filled(corners, colour_of(mark))
        page.drawing.text((_MARGIN + 3.5, baseline), number, _HEAD, WHITE, bold=True)
        title = headline(mark, self.language).removeprefix(f"{mark.number}. ")
        self._paragraph(title, _HEAD, colour_of(mark), _MARGIN + _INDENT, bold=True)
        for text in lines:
            self._paragraph(text, _BODY, INK, _MARGIN + _INDENT)
        self._y -= _BETWEEN

    def _height(self, lines: Sequence[str]) -> float:
        return 2 * _HEAD * _LEADING + sum(1 for text in lines for _ in self._wrapped(text)) * _BODY * _LEADING

    def _wrapped(self, text: str) -> Iterator[str]:
        return wrapped(text, _BODY, A4[0] - 2 * _MARGIN - _INDENT)

    def _paragraph(self, text: str, size: float, colour: Colour, left: float, *, bold: bool = False) -> None:
        for line in wrapped(text, size, A4[0] - _MARGIN - left, bold=bold):
            if self._y - size * _LEADING < _MARGIN:
                self._turn()
            self._line(line, size, colour, left, bold=bold)

    def _line(self, text: str, size: float, colour: Colour, left: float, *, bold: bool = False) -> None:
        page = self.pages[-1]
        page.drawing.text((left, self._y - size), text, size, colour, bold=bold)
        page.lines.append(text)
        self._y -= size * _LEADING

    def _turn(self) -> None:
        self.pages.append(FindingsPage())
        self._y = A4[1] - _MARGIN


def findings_pages(
    marks: Sequence[Mark], title: str, about: Sequence[str], language: Language
) -> list[FindingsPage]:
    """The list under its title; as many pages as it takes, one at least."""
    pages = _Pages(language)
    pages.heading(title, about)
    for mark in marks:
        pages.mark(mark)
    return pages.pages
