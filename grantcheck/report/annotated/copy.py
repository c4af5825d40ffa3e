"""A note with its findings to an annotated copy, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from grantcheck.report.annotated.words import annotated_words
from grantcheck.report.catalogue import wording
from grantcheck.report.closing import closing_lines
from grantcheck.report.counts import count_line
from grantcheck.report.layout import on_one_line

if TYPE_CHECKING:
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language
    from grantcheck.report.annotated.marks import Mark

SUFFIXES = (".pdf", ".docx", ".xlsx")


def annotated_copy(raw: bytes, report: Report, marks: Sequence[Mark], language: Language) -> bytes:
    """The copy of the one file of the report.

    Raises:
        CannotAnnotate: the file cannot carry comments.
    """
    (source,) = report.inputs
    day = date.fromisoformat(report.as_of)
    match PurePath(source.path).suffix.lower():
        case ".pdf":
            from grantcheck.report.annotated.pdf.document import Heading, annotated_pdf  # noqa: PLC0415

            heading = Heading(*_heading(report, marks, language))
            return annotated_pdf(raw, marks, heading, day, language)
        case ".docx":
            from grantcheck.report.annotated.word_file import annotated_word_file  # noqa: PLC0415

            return annotated_word_file(raw, marks, day, language)
        case _:
            from grantcheck.report.annotated.excel_file import annotated_excel_file  # noqa: PLC0415

            return annotated_excel_file(raw, marks, language)


def _heading(report: Report, marks: Sequence[Mark], language: Language) -> tuple[str, tuple[str, ...]]:
    words, own = wording(language), annotated_words(language)
    judged = words.judged_by.format(
        day=report.as_of, rules=report.rules.count, version=report.grantcheck_version
    )
    closing = (on_one_line(line) for line in closing_lines(report, words))
    about = (judged, on_one_line(count_line(report, words)), *closing, own.dashed if marks else own.nothing)
    return own.title.format(file=PurePath(report.inputs[0].path).name), about
