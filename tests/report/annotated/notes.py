"""Notes as PDF, Word and Excel files, what is found in them, and their annotated copies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from cli.conftest import NOTE
from read.docx.word import word
from read.generated.word_xml import cell, paragraph, row, table
from read.pdf.files import pdf, text
from xlsxwriter import Workbook

from grantcheck.audit import audit
from grantcheck.model.report import Report
from grantcheck.report.annotated.copy import annotated_copy
from grantcheck.report.annotated.marks import Mark, marks_of

DAY = date(2026, 11, 23)


def pdf_note(*, box: str = "0 0 595 842", rotate: int = 0, crop: str = "") -> bytes:
    """The note of the commands' tests on one page, whose first text stands within its visible part."""
    left, bottom, right, top = map(float, (crop or box).split())
    content = ""
    for number, line in enumerate(NOTE.replace("☒", "x").splitlines()):
        across, down = 60.0, 30.0 + 9.5 * number
        match rotate:
            case 90:
                content += _turned(left + down, bottom + across, "0 1 -1 0", line)
            case 180:
                content += _turned(right - across, bottom + down, "-1 0 0 -1", line)
            case 270:
                content += _turned(right - down, top - across, "0 -1 1 0", line)
            case _:
                content += text(left + across, top - down, line, size=7)
    return pdf(content, box=box, rotate=rotate, extra=f"/CropBox [{crop}]" if crop else "")


def _turned(x: float, y: float, matrix: str, line: str) -> str:
    return text(x, y, line, size=7).replace("1 0 0 1", matrix)


def word_note() -> bytes:
    """The same as paragraphs, with a table of prior allocations."""
    lines, _, prior = NOTE.partition("Tidligere afsatte midler\n")
    body = "".join(
        paragraph(_run(line)) for line in (*lines.splitlines(), "Tidligere afsatte midler") if line
    )
    rows = [line.replace("1.000 kr., løbende p/l", "1.000_kr.,_løbende_p/l") for line in prior.splitlines()]
    split = [line.rsplit(" ", 4) for line in rows]
    cells = [row([cell(paragraph(_run(part.replace("_", " "))), 1500) for part in parts]) for parts in split]
    return word(body + table(cells, [1500] * 5))


def _run(line: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{line}</w:t></w:r>'


HEAD = ("Kode", "Titel", "Styringsområde", "2026", "2027", "I alt", "Enhed")


def excel_note() -> bytes:
    """A proposal whose total, a formula, is not the sum of its years."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Forslag")
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ("A1", "Værksteder", "Service", 310, 310))
        sheet.write_formula("F2", "=D2+E2+1", None, 621)
        sheet.write("G2", "1.000 kr.")
        other = book.add_worksheet("Andet")
        other.write_formula("B2", "=1+1", None, 2)
        other.hide()
    return stream.getvalue()


def audited(path: Path, **options: Any) -> Report:
    return audit([path], as_of=DAY, engine="reference", **options)


def marks_in(report: Report) -> tuple[Mark, ...]:
    return marks_of(report.findings, report.inputs[0].path)


def copied(path: Path, target: Path, language: Any = "en") -> tuple[Report, tuple[Mark, ...]]:
    """Writes the annotated copy; gives what was found in the note."""
    report = audited(path, language=language)
    marks = marks_in(report)
    target.write_bytes(annotated_copy(path.read_bytes(), report, marks, language))
    return report, marks


def said(report: Report) -> Sequence[object]:
    """Everything that was found, wherever the file lies; a note without a code is called by its path."""
    path = report.inputs[0].path
    told = [finding.model_dump(exclude={"fingerprint"}) for finding in report.findings]
    headings = [heading.model_dump() for heading in report.notes]
    return [report.summary, *sorted(str(one).replace(path, "NOTE") for one in (*headings, *told))]
