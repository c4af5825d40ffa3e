"""The annotated copy of a PDF note: its own bytes, and behind them what was added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from grantcheck.model.text import Text
from grantcheck.read.pdf.display import Display, display
from grantcheck.report.annotated.fault import CannotAnnotate
from grantcheck.report.annotated.marks import AUTHOR, Mark, comment
from grantcheck.report.annotated.pdf.boxes import NumberedBox, boxes_of
from grantcheck.report.annotated.pdf.colours import WHITE, colour_of
from grantcheck.report.annotated.pdf.drawing import Drawing, numbers
from grantcheck.report.annotated.pdf.findings_pages import A4, FindingsPage, findings_pages
from grantcheck.report.annotated.pdf.letters import width

if TYPE_CHECKING:
    from grantcheck.model.text import Language

_CAPITALS = 0.72
"""How high figures are, as a share of the size."""
_PRINTED = 4
"""The flag of an annotation that is printed."""


@dataclass(frozen=True)
class Heading:
    """What stands above the list of findings."""

    title: str
    about: tuple[str, ...]


def annotated_pdf(
    raw: bytes, marks: Sequence[Mark], heading: Heading, day: date, language: Language
) -> bytes:
    """The note with a numbered box at the place of each finding, and the list of all of them on pages behind it.

    Boxes and list are annotations: what stands on the pages themselves stays as it is, byte by byte.

    Raises:
        CannotAnnotate: the file is under a password, or damaged.
    """
    try:
        writer = _opened(raw)
        _Annotator(writer, day, language).annotate(marks, heading)
        stream = BytesIO()
        writer.write(stream)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        if isinstance(error, CannotAnnotate):
            raise
        raise CannotAnnotate(_DAMAGED) from error
    return stream.getvalue()


def _opened(raw: bytes) -> PdfWriter:
    if PdfReader(BytesIO(raw)).is_encrypted:
        raise CannotAnnotate(_ENCRYPTED)
    return PdfWriter(BytesIO(raw), incremental=True)


_ENCRYPTED = Text(
    en="The file is protected by a password. Save it without protection, then annotate that copy.",
    da="Filen er beskyttet med adgangskode. Gem den uden beskyttelse, og kommentér den kopi.",
)
_DAMAGED = Text(
    en="The file is damaged, so nothing can be added to it. Export the note again.",
    da="Filen er beskadiget, så der kan ikke føjes noget til den. Eksportér notatet igen.",
)


@dataclass
class _Annotator:
    writer: PdfWriter
    day: date
    language: Language

    def annotate(self, marks: Sequence[Mark], heading: Heading) -> None:
        pages = list(self.writer.pages)
        for number, page in enumerate(pages, start=1):
            shown = displayed(page)
            for box in boxes_of(marks, number, (shown.width, shown.height)):
                self._add_box(page, box, shown)
        for listed in findings_pages(marks, heading.title, heading.about, self.language):
            self._add_list(listed, pages)

    def _add_box(self, page: PageObject, box: NumberedBox, shown: Display) -> None:
        around = box.around
        drawing = Drawing(around[2] - around[0], around[3] - around[1])
        colour = colour_of(box.marks[0])
        drawing.box(_within(box.frame, around), colour, dashed=not box.own)
        badge = _within(box.badge, around)
        drawing.filled(badge, colour)
        indent = (badge[2] - badge[0] - width(box.label, box.size, bold=True)) / 2
        rise = (badge[3] - badge[1] - box.size * _CAPITALS) / 2
        drawing.text((badge[0] + indent, badge[1] + rise), box.label, box.size, WHITE, bold=True)
        text = comment(box.marks, self.language)
        annotation = self._annotation("/Square", shown.contents_box(around), text, drawing, page.rotation)
        annotation[NameObject("/C")] = numbers(*colour)
        annotation[NameObject("/Subj")] = TextStringObject(
            ", ".join(f"{mark.number} {mark.finding.rule}" for mark in box.marks)
        )
        self._attach(page, annotation)

    def _add_list(self, listed: FindingsPage, pages: Sequence[PageObject]) -> None:
        page = self.writer.add_blank_page(*A4)
        rectangle = (0.0, 0.0, *A4)
        self._attach(page, self._annotation("/Stamp", rectangle, "\n".join(listed.lines), listed.drawing, 0))
        for mark, top in listed.starts:
            target = _page_of(mark)
            if target is not None and target <= len(pages):
                self._attach(page, _link((40, top - 14, A4[0] - 40, top), pages[target - 1]))

    def _annotation(
        self, kind: str, rectangle: Sequence[float], text: str, drawing: Drawing, rotation: int
    ) -> DictionaryObject:
        form = self.writer._add_object(drawing.form(rotation))  # noqa: SLF001 - there is no public way to add a form
        moment = f"D:{self.day:%Y%m%d}000000Z"
        return DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject(kind),
                NameObject("/Rect"): numbers(*rectangle),
                NameObject("/Contents"): TextStringObject(text),
                NameObject("/T"): TextStringObject(AUTHOR),
                NameObject("/M"): TextStringObject(moment),
                NameObject("/F"): NumberObject(_PRINTED),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): form}),
            }
        )

    def _attach(self, page: PageObject, annotation: DictionaryObject) -> None:
        reference = self.writer._add_object(annotation)  # noqa: SLF001 - as above
        present = page.get("/Annots")
        kept = ArrayObject(present.get_object()) if present is not None else ArrayObject()
        kept.append(reference)
        page[NameObject("/Annots")] = kept


def displayed(page: PageObject) -> Display:
    """How the page is shown: the part of it within both of its boxes, turned."""
    whole, part = page.mediabox, page.cropbox
    left, bottom = max(whole.left, part.left), max(whole.bottom, part.bottom)
    right, top = min(whole.right, part.right), min(whole.top, part.top)
    if left >= right or bottom >= top:
        left, bottom, right, top = whole.left, whole.bottom, whole.right, whole.top
    return display((float(left), float(bottom), float(right), float(top)), page.rotation)


def _within(corners: Sequence[float], around: Sequence[float]) -> tuple[float, float, float, float]:
    """From the page, downward, to the drawing, upward."""
    left, top, right, bottom = corners
    return left - around[0], around[3] - bottom, right - around[0], around[3] - top


def _page_of(mark: Mark) -> int | None:
    return getattr(mark.places[0], "page", None) if mark.places else None


def _link(rectangle: Sequence[float], page: PageObject) -> DictionaryObject:
    target = ArrayObject([page.indirect_reference, NameObject("/XYZ"), *([NullObject()] * 3)])
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): numbers(*rectangle),
            NameObject("/Border"): ArrayObject([FloatObject(0)] * 3),
            NameObject("/Dest"): target,
        }
    )
