"""A drawn note, or several, as a Word file."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from ..drawn.words import CATEGORIES, DISTRICTS, PROSE
from . import word_xml as xml
from .word_table import TableWriter

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from pathlib import Path

    from .drawing import Draft, DrawnNote
    from .manner import Manner

_A4 = (11906, 16838)
_MARGIN = 1134
_BOX_WIDTH = 2608
_BOX_WORDS = 2230
_STAMP = (2026, 1, 5, 10, 0, 0)

Note = tuple["DrawnNote", "Manner"]


def write_word_file(path: Path, notes: Sequence[Note], rng: random.Random) -> None:
    """Writes the notes, one after the other, into one file; the same seed gives the same bytes."""
    writers = [_NoteWriter(note, manner, rng) for note, manner in notes]
    last = len(writers) - 1
    body = "".join(writer.written(last=index == last) for index, writer in enumerate(writers))
    year = notes[0][0].truth["budget_year"]
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": f"<w:document {xml.DECLARED}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": RELATIONS,
        "word/header1.xml": f"<w:hdr {xml.DECLARED}>{_running_head(year)}</w:hdr>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            whole = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}'
            archive.writestr(zipfile.ZipInfo(name, _STAMP), whole, zipfile.ZIP_DEFLATED)


def _running_head(year: int) -> str:
    def number(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>2</w:t></w:r></w:fldSimple>'

    slash = "<w:r><w:t>/</w:t></w:r>"
    words = f"<w:r>{xml.text(f'Budget {year} ')}</w:r>"
    return xml.paragraph(f"{words}{number('PAGE')}{slash}{number('NUMPAGES')}", align="right")


class _NoteWriter:
    """Writes one note."""

    def __init__(self, note: DrawnNote, manner: Manner, rng: random.Random) -> None:
        self.note, self.manner, self.rng = note, manner, rng
        self.truth = note.truth
        self.words = xml.TextWriter(rng, manner)
        self.page = (_A4[1], _A4[0]) if manner.landscape else _A4
        self.full = self.page[0] - 2 * _MARGIN
        self.beside = self.full - _BOX_WIDTH - 150

    def written(self, *, last: bool) -> str:
        first, second = self.first_page(), self.appendix()
        head = '<w:headerReference w:type="default" r:id="rId1"/>'
        wide = self.manner.side_box in {"text_box", "alternate", "vml"}
        right = _MARGIN + (_BOX_WIDTH + 150 if wide else 0)
        end = self.section(_MARGIN, head)
        opening = self.section(right, head if self.manner.headed else "")
        brk = f'<w:p><w:pPr><w:spacing w:after="0"/>{opening}</w:pPr></w:p>'
        return f"{first}{brk}{second}" + (end if last else f"<w:p><w:pPr>{end}</w:pPr></w:p>")

    def section(self, right: int, head: str) -> str:
        turned = ' w:orient="landscape"' if self.manner.landscape else ""
        size = f'<w:pgSz w:w="{self.page[0]}" w:h="{self.page[1]}"{turned}/>'
        sides = f'w:top="1247" w:bottom="1134" w:left="{_MARGIN}" w:right="{right}" w:header="720" w:footer="720" w:gutter="0"'
        return f'<w:sectPr>{head}<w:type w:val="nextPage"/>{size}<w:pgMar {sides}/></w:sectPr>'

    # --- the first page
    def first_page(self) -> str:
        main = self.main_column()
        kind = self.manner.side_box
        at = (self.page[0] - _MARGIN - _BOX_WIDTH, 1247)
        if kind == "layout":
            column = xml.cell(main + xml.paragraph(""), self.beside + 150)
            side = xml.cell(self.side_box() + xml.paragraph(""), _BOX_WIDTH)
            return xml.table(
                [f"<w:tr>{column}{side}</w:tr>"], [self.beside + 150, _BOX_WIDTH], borders="none"
            )
        if kind == "floating":
            # without a paragraph before it the table, and the note with it, stays on the page of the note before
            return xml.paragraph("") + self.side_box(xml.floating(*at)) + main
        box = xml.text_box(self.side_box() + xml.paragraph(""), *at, kind=kind)
        return main.replace("</w:p>", box + "</w:p>", 1)

    def main_column(self) -> str:
        truth = self.truth
        title = f"{truth['code']} {truth['title']}"
        subtitle = f"({truth['subtitle']})" if truth["subtitle"] else ""
        apart = subtitle and self.manner.subtitle_apart
        parts = [self.heading(title if apart or not subtitle else f"{title} {subtitle}", size=16)]
        if apart:
            parts.append(self.heading(subtitle, size=16))
        parts += [self.heading("Resume"), self.prose(), self.heading("Indhold"), self.prose()]
        more = self.rng.choice([0, 0, 1, 3])
        parts += [self.prose()] * (more if self.note.more_prose is None else self.note.more_prose)
        parts.append(self.heading("Økonomi"))
        parts += [self.running(sentence) for sentence in self.note.economy]
        parts.append(self.table(self.note.tables[0], self.beside))
        return "".join(parts) + self.footnotes(self.note.tables[:1]) + self.aside("economy")

    def side_box(self, floating: str = "") -> str:
        def line(text: str) -> str:
            inner = xml.paragraph(self.words.runs(text, size=8, bold=True))
            return xml.row([xml.cell(inner, _BOX_WIDTH, span=2)])

        rows = [
            line(text)
            for text in (f"Budget {self.truth['budget_year']}", self.truth["department"], "Kategorisering")
        ]
        for label in CATEGORIES:
            mark = self.manner.mark if self.truth["categories"][label] else ""
            shown = self.words.runs(mark, size=8) if mark else ""
            words = xml.cell(xml.paragraph(self.words.runs(label, size=8)), _BOX_WORDS)
            rows.append(
                xml.row([words, xml.cell(xml.paragraph(shown, align="center"), _BOX_WIDTH - _BOX_WORDS)])
            )
        return xml.table(rows, [_BOX_WORDS, _BOX_WIDTH - _BOX_WORDS], floating=floating)

    # --- the second page
    def appendix(self) -> str:
        parts = [self.heading("Administrativt bilag")]
        details = self.note.tables[1:-1]
        parts += [self.table(table, self.full) for table in details]
        parts += [
            self.footnotes(details),
            self.aside("appendix"),
            self.heading("Øvrige tekniske oplysninger"),
            self.aside("technical"),
            self.heading("Bydele"),
        ]
        parts += [self.districts(line) for line in DISTRICTS]
        parts += [self.heading("Adresse"), xml.paragraph(""), self.table(self.note.tables[-1], self.full)]
        return "".join(parts) + xml.paragraph("") + self.aside("prior")

    def aside(self, part: str) -> str:
        sentence = self.note.asides.get(part)
        return self.running(sentence) if sentence else ""

    def districts(self, names: list[str]) -> str:
        marks = self.truth["bydele"]
        colon = ":" if len(names) == 1 else " "
        runs = [
            self.words.runs(f"{name}{colon} ")
            + xml.check_box(checked=marks[name], kind=self.manner.boxes)
            + self.words.runs("  ")
            for name in names
        ]
        return xml.paragraph("".join(runs))

    def footnotes(self, tables: list[Draft]) -> str:
        marks = sorted({mark for table in tables for mark in table.notes.values()})
        return "".join(self.running(f"{mark} Opgjort af forvaltningen i foråret.") for mark in marks)

    def heading(self, text: str, size: float = 12) -> str:
        return xml.paragraph(self.words.runs(text, size=size, bold=True), after=60, keep=True)

    def prose(self) -> str:
        return self.running(PROSE)

    def running(self, text: str) -> str:
        return xml.paragraph(self.words.runs(text, size=9), after=100)

    # --- tables
    def table(self, draft: Draft, width: int) -> str:
        return TableWriter(draft, self.manner, self.rng, self.words, width).written()


_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/header1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>'
)
PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/header" Target="header1.xml"/></Relationships>'
)
