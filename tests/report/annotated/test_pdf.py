from __future__ import annotations

import ctypes
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text as Sticky
from read.pdf.corpus import notes
from read.pdf.files import pdf, text

from grantcheck.model.location import PageLocation
from grantcheck.report.annotated.copy import annotated_copy
from grantcheck.report.annotated.fault import CannotAnnotate
from grantcheck.report.annotated.marks import Mark
from grantcheck.report.annotated.pdf.boxes import boxes_of
from grantcheck.report.annotated.pdf.document import Heading, annotated_pdf, displayed
from grantcheck.report.annotated.pdf.findings_pages import findings_pages

from ..conftest import ABOVE, GAP, NOTED
from .notes import DAY, audited, copied, marks_in, pdf_note, said

HEADING = Heading("Fund i notatet", ("æøå ÆØÅ «»",))
SHAPES = [
    {"rotate": 0},
    {"rotate": 90},
    {"rotate": 180},
    {"rotate": 270},
    {"box": "-20 30 600 900", "crop": "20 40 560 880"},
    {"box": "0 0 620 900", "crop": "30 50 560 890", "rotate": 90},
    {"box": "0 0 900 900", "crop": "30 50 860 890", "rotate": 270},
]
"""The pages of a note may be turned, and only a part of them may show."""


@pytest.fixture(params=SHAPES, ids=str)
def note(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "KUL21.pdf"
    path.write_bytes(pdf_note(**request.param))
    return path


def squares(content: bytes) -> list[tuple[int, dict]]:
    """The boxes, each with its page, from 1."""
    pages = PdfReader(BytesIO(content)).pages
    return [
        (number, annotation.get_object())
        for number, page in enumerate(pages, start=1)
        for annotation in page.get("/Annots") or ()
        if annotation.get_object()["/Subtype"] == "/Square"
    ]


def test_the_copy_is_read_and_judged_as_the_note_is(note: Path, tmp_path: Path) -> None:
    report, marks = copied(note, tmp_path / "copy.pdf")
    assert len(marks) > 3
    assert said(audited(tmp_path / "copy.pdf")) == said(report)
    content = (tmp_path / "copy.pdf").read_bytes()
    assert content.startswith(note.read_bytes()), "nothing of the note is changed"
    assert content == annotated_copy(note.read_bytes(), report, marks, "en"), "two copies are the same"


@pytest.mark.slow
@pytest.mark.parametrize("path", notes(), ids=lambda path: path.name)
def test_a_real_layout_is_read_and_judged_as_before(path: Path, tmp_path: Path) -> None:
    report, _ = copied(path, tmp_path / path.name)
    assert said(audited(tmp_path / path.name)) == said(report)


def test_each_finding_with_a_place_has_a_box_there_that_shows(note: Path, tmp_path: Path) -> None:
    """Pixels of a box's frame, on the page as PDFium displays it, have the colour of the box."""
    _, marks = copied(note, tmp_path / "copy.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "copy.pdf")
    page = document[0]
    image = _pixels(page)
    shown = displayed(PdfReader(tmp_path / "copy.pdf").pages[0])
    boxes = [box for box in boxes_of(marks, 1, (shown.width, shown.height)) if box.own]
    numbers = {mark.number for box in boxes for mark in box.marks}
    assert numbers >= {mark.number for mark in marks if mark.places}
    for box in boxes:
        left, top, right, _ = box.frame
        row = [image(x, top) for x in range(int(left) + 2, int(right) - 2)]
        assert sum(_is_coloured(pixel) for pixel in row) > 0.8 * len(row)
        centre = image((box.badge[0] + 1), (box.badge[1] + box.badge[3]) / 2)
        assert _is_coloured(centre)


def _pixels(page: pypdfium2.PdfPage):
    bitmap = page.render(scale=4, draw_annots=True, rev_byteorder=True)
    stride, buffer, channels = bitmap.stride, bytes(bitmap.buffer), bitmap.n_channels

    def at(x: float, y: float) -> tuple[int, int, int]:
        """The darkest of the pixels around a point, in points from the top left."""
        spots = [
            int((y * 4) + down) * stride + int((x * 4) + across) * channels
            for down in range(-3, 4)
            for across in (-1, 0, 1)
        ]
        return min(((buffer[spot], buffer[spot + 1], buffer[spot + 2]) for spot in spots), key=sum)

    return at


def _is_coloured(pixel: tuple[int, int, int]) -> bool:
    return max(pixel) - min(pixel) > 40


def test_boxes_are_numbered_down_the_page_and_their_notes_say_everything(tmp_path: Path) -> None:
    path = tmp_path / "KUL21.pdf"
    path.write_bytes(pdf_note())
    _, marks = copied(path, tmp_path / "copy.pdf", "da")
    assert [mark.number for mark in marks] == list(range(1, len(marks) + 1))
    heights = [mark.places[0].bbox[1] for mark in marks if mark.places]
    assert heights == sorted(heights)
    told = "\n".join(square["/Contents"] for _, square in squares((tmp_path / "copy.pdf").read_bytes()))
    for mark in marks:
        if mark.places:
            assert f"{mark.number}. {mark.finding.rule} " in told
            assert mark.finding.message in told
            assert f"rettelse: {mark.finding.fix}" in told


def test_the_last_page_lists_every_finding_also_one_without_a_place(tmp_path: Path) -> None:
    path = tmp_path / "KUL21.pdf"
    path.write_bytes(pdf_note())
    marks = marks_in(audited(path))
    bare = marks_in(audited(path))[0].finding.model_copy(
        update={"evidence": (), "message": "Uden sted, æøå."}
    )
    all_marks = (*marks, type(marks[0])(len(marks) + 1, bare))
    content = annotated_pdf(path.read_bytes(), all_marks, HEADING, DAY, "da")
    pages = PdfReader(BytesIO(content)).pages
    assert len(pages) > 1
    lists = [one.get_object() for page in pages[1:] for one in page["/Annots"]]
    listed = "\n".join(one["/Contents"] for one in lists if one["/Subtype"] == "/Stamp")
    assert "Fund i notatet" in listed
    assert "Uden sted, æøå." in listed
    assert all(mark.finding.rule in listed for mark in all_marks)
    links = [one for one in lists if one["/Subtype"] == "/Link"]
    assert len(links) == sum(bool(mark.places) for mark in all_marks)
    assert pages[1].extract_text() == "", "the list must not become text of the note"


def test_danish_letters_are_drawn_right(tmp_path: Path) -> None:
    content = annotated_pdf(pdf(text(50, 700, "KUL21")), (), HEADING, DAY, "da")
    stamp = PdfReader(BytesIO(content)).pages[1]["/Annots"][0].get_object()
    drawn = stamp["/AP"]["/N"].get_data()
    assert "æøå ÆØÅ «»".encode("cp1252") in drawn
    assert stamp["/AP"]["/N"]["/Resources"]["/Font"]["/Plain"]["/Encoding"] == "/WinAnsiEncoding"


def test_many_findings_take_several_pages_and_none_is_cut(tmp_path: Path) -> None:
    marks = [Mark(number, one) for number, one in enumerate([ABOVE, GAP, NOTED] * 12, start=1)]
    pages = findings_pages(marks, "Findings", ("about",), "en")
    assert len(pages) > 2
    listed = [mark.number for page in pages for mark, _ in page.starts]
    assert listed == [mark.number for mark in marks]
    assert min(top for page in pages for _, top in page.starts) > 40


def test_a_place_of_the_whole_page_is_a_box_inside_it() -> None:
    place = PageLocation(page=1, bbox=(0, 0, 595, 842))
    (box,) = boxes_of([Mark(1, NOTED, (place,))], 1, (595, 842))
    assert box.frame == (6, 6, 589, 836)


def test_numbers_do_not_cover_each_other() -> None:
    places = [PageLocation(page=1, bbox=(100 + 3 * n, 200, 140 + 3 * n, 210)) for n in range(8)]
    found = boxes_of([Mark(n, NOTED, (place,)) for n, place in enumerate(places, 1)], 1, (595, 842))
    badges = [box.badge for box in found]
    for number, one in enumerate(badges):
        for other in badges[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_comments_that_are_there_already_stay(tmp_path: Path) -> None:
    writer = PdfWriter(BytesIO(pdf_note()))
    writer.add_annotation(0, Sticky(rect=(10, 10, 30, 30), text="mine"))
    path = tmp_path / "KUL21.pdf"
    writer.write(path)
    copied(path, tmp_path / "copy.pdf")
    first = PdfReader(tmp_path / "copy.pdf").pages[0]["/Annots"][0].get_object()
    assert first["/Contents"] == "mine"


def test_a_file_under_a_password_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(BytesIO(pdf_note()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    with pytest.raises(CannotAnnotate, match="protected by a password"):
        annotated_pdf(stream.getvalue(), (), HEADING, DAY, "en")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(CannotAnnotate, match="damaged, so nothing can be added"):
        annotated_pdf(b"%PDF-1.4\n" + b"x" * 200, (), HEADING, DAY, "en")


def test_the_copy_opens_in_pdfium_with_its_boxes(tmp_path: Path) -> None:
    path = tmp_path / "KUL21.pdf"
    path.write_bytes(pdf_note())
    _, marks = copied(path, tmp_path / "copy.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "copy.pdf")
    page = document[0]
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    assert count == len(boxes_of(marks, 1, (595, 842)))
    kinds = set()
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kinds.add(pdfium.FPDFAnnot_GetSubtype(annotation))
        rectangle = pdfium.FS_RECTF()
        assert pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle))
        pdfium.FPDFPage_CloseAnnot(annotation)
    assert kinds == {pdfium.FPDF_ANNOT_SQUARE}
