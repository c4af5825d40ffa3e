"""PDF files of every make: how they are drawn, turned, limited and broken."""

from __future__ import annotations

from itertools import pairwise

import pytest

from grantcheck.model.location import PageLocation
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.read.blocks import Block, CheckBox, Grid, Paragraph, Trouble
from grantcheck.read.pdf.reading import read_layout
from grantcheck.read.refused import Problem, RefusedError

from .files import assembled, bar, line, pdf, text

XS, YS = (50, 150, 200, 250), (700, 685, 670)


def _texts(raw: bytes) -> list[str]:
    return [block.text for block in read_layout(raw).blocks if isinstance(block, Paragraph)]


def _only(raw: bytes, kind: type[Block]) -> list[Block]:
    return [block for block in read_layout(raw).blocks if isinstance(block, kind)]


def _cells() -> str:
    return (
        text(55, 690, "1.000 kr.")
        + text(160, 690, "2026")
        + text(210, 690, "2027")
        + text(55, 675, "Konsulent")
        + text(160, 675, "205")
        + text(210, 675, "1.250")
    )


def _rows(raw: bytes) -> list[str]:
    (table,) = _only(raw, Grid)
    assert isinstance(table, Grid)
    assert table.ruled
    return [cell.text for cell in table.cells]


CELLS = ["1.000 kr.", "2026", "2027", "Konsulent", "205", "1.250"]


def test_rulings_as_lines():
    drawn = "".join(line(50, y, 250, y) for y in YS) + "".join(line(x, 700, x, 670) for x in XS)
    assert _rows(pdf(drawn + _cells())) == CELLS


def test_rulings_as_thin_rectangles_cell_by_cell():
    drawn = "".join(bar(x, y, 50 if x > 50 else 100, 0.5) for y in YS for x in XS[:-1])
    drawn += "".join(bar(x, y, 0.5, 15) for x in XS for y in YS[1:])
    assert _rows(pdf(drawn + _cells())) == CELLS


def test_rulings_as_frames_of_cells():
    drawn = "0.5 w " + "".join(
        f"{left} {low} {right - left} 15 re S\n" for low in YS[1:] for left, right in pairwise(XS)
    )
    assert _rows(pdf(drawn + _cells())) == CELLS


def test_dashed_rulings():
    drawn = "".join(bar(x, y, 3, 0.5) for y in YS for x in range(50, 250, 5))
    drawn += "".join(bar(x, y, 0.5, 3) for x in XS for y in range(670, 700, 5))
    assert _rows(pdf(drawn + _cells())) == CELLS


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [(0, "1 0 0 1 50 700"), (90, "0 1 -1 0 142 50"), (180, "-1 0 0 -1 545 142"), (270, "0 -1 1 0 453 792")],
)
def test_a_turned_page_is_read_as_it_is_shown(rotate: int, matrix: str):
    raw = pdf(f"BT /F1 10 Tf {matrix} Tm (Resume) Tj ET", rotate=rotate)
    (found,) = _only(raw, Paragraph)
    assert isinstance(found, Paragraph)
    assert found.text == "Resume"
    assert isinstance(found.location, PageLocation)
    left, top, right, bottom = found.location.bbox
    assert 49 <= left <= 51
    assert top < bottom
    assert left < right
    assert 130 <= bottom <= 146 or rotate not in {0, 180}


def test_text_that_runs_sideways_is_told():
    (trouble,) = _only(pdf("BT /F1 9 Tf 0 1 -1 0 50 300 Tm (Hello) Tj ET"), Trouble)
    assert isinstance(trouble, Trouble)
    assert trouble.about == "page"
    assert "sideways" in trouble.english
    assert "på tværs" in trouble.danish


def test_footnote_marks_stand_apart():
    drawn = "".join(line(50, y, 250, y) for y in YS) + "".join(line(x, 700, x, 670) for x in XS)
    raised = "BT /F1 9 Tf 1 0 0 1 55 675 Tm (Konsulent) Tj /F1 5 Tf 3.5 Ts (1\\)) Tj ET\n"
    other = text(160, 675, "205") + text(160, 690, "2026")
    (table,) = _only(pdf(drawn + raised + other), Grid)
    assert isinstance(table, Grid)
    assert [(cell.text, cell.raised) for cell in table.cells if cell.raised] == [("Konsulent", "1)")]


def test_words_printed_twice_are_read_once():
    assert _texts(pdf(text(50, 700, "Resume") + text(50.3, 700, "Resume"))) == ["Resume"]


def test_what_lies_outside_of_the_page_is_not_read():
    assert _texts(pdf(text(50, 700, "Resume") + text(900, 700, "skjult"))) == ["Resume"]


def _box(x: float, inside: str = "") -> str:
    return f"0.7 w {x} 699 8 8 re S\n{inside}"


def _cross(x: float) -> str:
    return line(x + 1, 700, x + 7, 706) + line(x + 1, 706, x + 7, 700)


def test_drawn_check_boxes():
    content = text(50, 700, "Valby") + _box(80, _cross(80)) + text(100, 700, "Husum") + _box(135)
    boxes = _only(pdf(content), CheckBox)
    assert [(box.label, box.checked) for box in boxes if isinstance(box, CheckBox)] == [
        ("Valby", True),
        ("Husum", False),
    ]


def test_a_drawn_box_that_is_filled_is_in_doubt():
    content = text(50, 700, "Valby") + _box(80, "0 g " + bar(82, 701, 4, 4))
    (box,) = _only(pdf(content), CheckBox)
    assert isinstance(box, CheckBox)
    assert box.checked is None


def test_check_boxes_of_a_font_of_pictures():
    content = (
        text(50, 700, "Valby ")
        + text(80, 700, "o", font="F3")
        + text(100, 700, "Husum ")
        + text(140, 700, "n", font="F3")
    )
    marks = [box.checked for box in _only(pdf(content), CheckBox) if isinstance(box, CheckBox)]
    assert marks == [False, None]


def test_a_page_that_is_a_picture_is_told():
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >> >>"
    content = b"<< /Length 25 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream"
    raw = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            picture,
            content,
        ]
    )
    (trouble,) = _only(raw, Trouble)
    assert isinstance(trouble, Trouble)
    assert trouble.code == "GC902"
    assert "OCR" in trouble.english
    assert trouble.location == PageLocation(page=1, bbox=(0, 0, 595, 842))


def test_a_file_without_anything_to_read_is_told():
    (trouble,) = _only(pdf("", ""), Trouble)
    assert isinstance(trouble, Trouble)
    assert "nothing to read" in trouble.english


def test_fields_and_stamps_over_the_text_are_told():
    extra = "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 700 200 720] /Contents (999) >>]"
    (trouble,) = _only(pdf(text(50, 700, "Resume"), extra=extra), Trouble)
    assert isinstance(trouble, Trouble)
    assert "laid over" in trouble.english


def test_words_printed_over_each_other_are_told():
    assert _only(pdf(text(50, 700, "1.250") + text(55, 700, "999")), Trouble)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", Problem.NOT_PDF),
        (b"hello", Problem.NOT_PDF),
        (b"%PDF-1.4 junk", Problem.DAMAGED),
        (pdf(*[""] * 601), Problem.TOO_LARGE),
    ],
)
def test_files_that_are_not_read(raw: bytes, problem: Problem):
    with pytest.raises(RefusedError) as refused:
        read_layout(raw)
    assert refused.value.problem is problem


def test_too_many_pages_are_counted():
    with pytest.raises(RefusedError, match=r"has 3 pages; at most 2 are read\. Split it"):
        read_layout(pdf("", "", ""), ReadingLimits(pages_per_file=2))


def test_a_stream_that_lost_its_checksum_is_refused():
    raw = pdf(text(50, 700, "Resume") * 20)
    at = raw.index(b"endstream") - 3
    with pytest.raises(RefusedError):
        read_layout(raw[:at] + b"\x00" + raw[at + 1 :])


def test_nothing_of_a_repaired_file_is_certain():
    drawn = "".join(line(50, y, 250, y) for y in YS) + "".join(line(x, 700, x, 670) for x in XS)
    raw = pdf(drawn + _cells(), squeeze=False)
    blocks = read_layout(raw.replace(b"startxref\n", b"startxref\n9")).blocks
    assert any(isinstance(block, Trouble) for block in blocks)
    tables = [block for block in blocks if isinstance(block, Grid)]
    assert tables
    assert all(cell.uncertain for table in tables for cell in table.cells)


def test_letters_that_cover_each_other_are_told():
    assert not _only(pdf(text(50, 700, "Ildfuld lille bille")), Trouble)
    (trouble,) = _only(pdf("-1.9 Tc " + text(50, 700, "Ildfuld lille bille")), Trouble)
    assert "printed over each other" in trouble.english


def test_a_page_with_too_many_characters_is_told():
    raw = pdf("".join(text(50, 800 - i, "a" * 200, size=1) for i in range(600)))
    (trouble,) = _only(raw, Trouble)
    assert isinstance(trouble, Trouble)
    assert "more characters" in trouble.english


def test_a_page_with_too_many_drawings_is_told():
    (trouble,) = _only(pdf("0 0 m 9 9 l S\n" * 20_001), Trouble)
    assert isinstance(trouble, Trouble)
    assert "more characters or drawings" in trouble.english
