"""A drawn note as a text extractor leaves it: cell by cell, each cell wrapped to its column's width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawn.page import Writer, wrap
from ..drawn.words import CATEGORIES, DISTRICTS, PROSE

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from .drawing import Draft, DrawnNote

_WIDTHS = {1: [30], 2: [35, 16], 4: [35, 40, 30, 16]}
_FIGURES = 12
_PAGE = 90


def write_text_file(path: Path, note: DrawnNote, rng: random.Random) -> None:
    """Writes the note as UTF-8 text."""
    path.write_text(_Text(note, rng).written(), "utf-8")


class _Text:
    def __init__(self, note: DrawnNote, rng: random.Random) -> None:
        self.note, self.rng, self.truth = note, rng, note.truth
        self.writer = Writer(spaced=rng.random() < 0.3)

    def written(self) -> str:
        truth = self.truth
        self.writer.line(f"{truth['code']} {truth['title']}")
        if truth["subtitle"]:
            self.writer.line(f"({truth['subtitle']})")
        self.section("Resume", PROSE)
        self.section("Indhold", *[PROSE] * (1 + (self.note.more_prose or 0)))
        self.section("Økonomi", *self.note.economy)
        self.table(self.note.tables[0])
        self.footnotes(self.note.tables[:1])
        self.aside("economy")
        self.side_box()
        self.writer.parts.append(f"\n\n\nBudget {truth['budget_year']} 2/2\n\n")
        self.writer.line("Administrativt bilag")
        for table in self.note.tables[1:-1]:
            self.table(table)
        self.footnotes(self.note.tables[1:-1])
        self.aside("appendix")
        self.section("Øvrige tekniske oplysninger")
        self.aside("technical")
        self.districts()
        self.section("Adresse")
        self.table(self.note.tables[-1])
        self.aside("prior")
        return "".join(self.writer.parts)

    def section(self, heading: str, *texts: str) -> None:
        self.writer.line(heading)
        for text in texts:
            self.prose(text)
        self.writer.parts.append("\n")

    def prose(self, text: str) -> None:
        for line in wrap(self.rng, text, _PAGE):
            self.writer.line(line)

    def aside(self, part: str) -> None:
        if part in self.note.asides:
            self.prose(self.note.asides[part])

    def footnotes(self, tables: list[Draft]) -> None:
        for mark in sorted({mark for table in tables for mark in table.notes.values()}):
            self.prose(f"{mark} Opgjort af forvaltningen i foråret.")

    def table(self, draft: Draft) -> None:
        truth = draft.truth
        widths = [*_WIDTHS[draft.first_figure], *[_FIGURES] * (len(truth["header"]) - draft.first_figure)]
        self.writer.line(truth["caption"])
        rows = [truth["header"], *(self.cells(draft, index) for index in range(len(truth["rows"])))]
        for cells in rows:
            self.writer.row([wrap(self.rng, text, width) for text, width in zip(cells, widths, strict=True)])
        self.writer.parts.append("\n")

    def cells(self, draft: Draft, index: int) -> list[str]:
        cells = list(draft.truth["rows"][index]["cells"])
        cells[0] += draft.notes.get(index, "")
        for column, first, last in draft.merges:
            if first < index <= last:
                cells[column] = ""
        return cells

    def side_box(self) -> None:
        self.writer.parts.append("\n")
        self.writer.line(f"Budget {self.truth['budget_year']}")
        self.writer.line(self.truth["department"])
        self.writer.line("Kategorisering")
        for label in CATEGORIES:
            mark = "x" if self.truth["categories"][label] else ""
            self.writer.row([wrap(self.rng, label, 27), [mark]])

    def districts(self) -> None:
        self.writer.line("Bydele")
        for names in DISTRICTS:
            colon = ":" if len(names) == 1 else " "
            boxes = {True: "☒", False: "☐"}
            self.writer.line(
                "  ".join(f"{name}{colon} {boxes[self.truth['bydele'][name]]}" for name in names)
            )
