"""The annotated copy of a Word note: a comment at the paragraph or cell of each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from grantcheck.model.location import ParagraphLocation
from grantcheck.read.docx.layout import elements_of_places
from grantcheck.report.annotated.archive import same_dates
from grantcheck.report.annotated.marks import AUTHOR, Mark, comment

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

    from grantcheck.model.location import Location
    from grantcheck.model.text import Language

_START = ParagraphLocation(paragraph=1)
"""What has no place in the file is told at its first paragraph."""


def annotated_word_file(raw: bytes, marks: Sequence[Mark], day: date, language: Language) -> bytes:
    """The note with a comment at the first place of each finding; findings of one place share it."""
    document = Document(BytesIO(raw))
    paths = elements_of_places(raw)
    for place, shared in _by_place(marks, paths).items():
        paragraph = _paragraph(document.element.find(paths[place]))
        if paragraph is not None:
            _add(document, paragraph, comment(shared, language), day)
    stream = BytesIO()
    document.save(stream)
    return same_dates(stream.getvalue())


def _by_place(marks: Sequence[Mark], paths: Mapping[Location, str]) -> dict[Location, list[Mark]]:
    found: dict[Location, list[Mark]] = {}
    for mark in marks:
        place = next((place for place in mark.places if place in paths), _START)
        found.setdefault(place, []).append(mark)
    return {place: shared for place, shared in found.items() if place in paths}


def _paragraph(element: _Element) -> _Element | None:
    """The paragraph itself, or the first of a cell; of a text box, which takes no comments, the one that holds it."""
    paragraph = element if element.tag == qn("w:p") else next(element.iter(qn("w:p")), None)
    while paragraph is not None:
        box = next(paragraph.iterancestors(qn("w:txbxContent")), None)
        if box is None:
            return paragraph
        paragraph = next(box.iterancestors(qn("w:p")), None)
    return None


def _add(document: WordDocument, paragraph: _Element, text: str, day: date) -> None:
    """A comment on all that the paragraph holds."""
    added = document.comments.add_comment(text, AUTHOR, "gc")
    number = str(added.comment_id)
    added._comment_elm.set(qn("w:date"), f"{day:%Y-%m-%d}T00:00:00Z")  # noqa: SLF001 - the same copy every time
    start, end = _anchor("w:commentRangeStart", number), _anchor("w:commentRangeEnd", number)
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
    paragraph.append(end)
    run = OxmlElement("w:r")
    run.append(_anchor("w:commentReference", number))
    paragraph.append(run)


def _anchor(name: str, number: str) -> _Element:
    element: _Element = OxmlElement(name)
    element.set(qn("w:id"), number)
    return element
