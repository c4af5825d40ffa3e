"""A drawn note as a PDF with ruled tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawn.page import wrap
from ..drawn.words import CATEGORIES, PROSE
from ..pdf.files import line, pdf, text

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from .drawing import Draft, DrawnNote

_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 545, 790, 60
_SIZE, _SMALL = 9, 7
_A_LETTER = 0.56
"""Of the size of the letters: the width of one, rather too much than too little."""
_PROSE = 90
_IN_THE_FONT = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2212": "-"})
"""What the standard fonts have for signs that they lack."""
_FIGURE = 52


def write_pdf_file(path: Path, note: DrawnNote, rng: random.Random) -> None:
    """Writes the note as a PDF file of pages in A4."""
    path.write_bytes(_Pages(note, rng).written())


class _Pages:
    def __init__(self, note: DrawnNote, rng: random.Random) -> None:
        self.note, self.rng, self.truth = note, rng, note.truth
        self.pages: list[str] = []
        self.y = _TOP
        self.turn()

    def written(self) -> bytes:
        truth = self.truth
        self.say(f"{truth['code']} {truth['title']}", size=14, font="F2")
        if truth["subtitle"]:
            self.say(f"({truth['subtitle']})")
        self.section("Resume", PROSE)
        self.section("Indhold", PROSE)
        self.section("Økonomi", *self.note.economy)
        self.table(self.note.tables[0])
        self.side_box()
        self.turn()
        self.say("Administrativt bilag", size=12, font="F2")
        for table in self.note.tables[1:-1]:
            self.table(table)
        self.section("Øvrige tekniske oplysninger")
        self.section("Adresse")
        self.table(self.note.tables[-1])
        return pdf(*(page.translate(_IN_THE_FONT) for page in self.pages))

    def turn(self) -> None:
        """A new page."""
        self.pages.append("")
        self.y = _TOP
        if len(self.pages) > 1:
            self.say(f"Budget {self.truth['budget_year']} {len(self.pages)}/{len(self.pages)}")

    def room(self, needed: float) -> None:
        if self.y - needed < _BOTTOM:
            self.turn()

    def draw(self, content: str) -> None:
        self.pages[-1] += content

    def say(self, words: str, *, size: float = _SIZE, font: str = "F1") -> None:
        self.room(1.5 * size)
        self.draw(text(_LEFT, self.y, words, size, font))
        self.y -= 1.5 * size

    def section(self, heading: str, *texts: str) -> None:
        self.y -= _SIZE
        self.say(heading, size=11, font="F2")
        for one in texts:
            for words in wrap(self.rng, one, _PROSE):
                self.say(words)

    def table(self, draft: Draft) -> None:
        self.y -= _SIZE
        self.say(draft.truth["caption"], font="F2")
        figures = len(draft.truth["header"]) - draft.first_figure
        rest = (_RIGHT - _LEFT - figures * _FIGURE) / draft.first_figure
        widths = [rest] * draft.first_figure + [_FIGURE] * figures
        self.y += _SIZE
        for cells in (draft.truth["header"], *(row["cells"] for row in draft.truth["rows"])):
            self.row(cells, widths)
        self.y -= 2 * _SIZE

    def row(self, cells: list[str], widths: list[float]) -> None:
        wrapped = [
            wrap(self.rng, cell, max(int((width - 4) / (_SMALL * _A_LETTER)), 4))
            for cell, width in zip(cells, widths, strict=True)
        ]
        height = 1.3 * _SMALL * max(map(len, wrapped)) + 4
        self.room(height)
        self.draw(line(_LEFT, self.y, _RIGHT, self.y) + line(_LEFT, self.y - height, _RIGHT, self.y - height))
        x = float(_LEFT)
        for width, lines in zip(widths, wrapped, strict=True):
            self.draw(line(x, self.y, x, self.y - height))
            for at, words in enumerate(lines, 1):
                self.draw(text(x + 2, self.y - 1.3 * _SMALL * at, words, _SMALL))
            x += width
        self.draw(line(_RIGHT, self.y, _RIGHT, self.y - height))
        self.y -= height

    def side_box(self) -> None:
        self.y -= _SIZE
        self.say(f"Budget {self.truth['budget_year']}", font="F2")
        self.say(self.truth["department"])
        self.say("Kategorisering", font="F2")
        for label in CATEGORIES:
            self.row([label, "x" if self.truth["categories"][label] else ""], [300, _RIGHT - _LEFT - 300])
