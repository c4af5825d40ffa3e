from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from grantcheck.model.location import SheetLocation
from grantcheck.report.annotated.excel_file import annotated_excel_file
from grantcheck.report.annotated.fault import CannotAnnotate
from grantcheck.report.annotated.marks import Mark

from ..conftest import ABOVE, NOTED
from .notes import audited, copied, excel_note, said


def note_in(folder: Path) -> Path:
    path = folder / "forslag.xlsx"
    path.write_bytes(excel_note())
    return path


def test_the_copy_is_read_and_judged_as_the_note_is(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    report, marks = copied(path, tmp_path / "copy.xlsx")
    assert "GC401" in {mark.finding.rule for mark in marks}
    assert said(audited(tmp_path / "copy.xlsx")) == said(report)


def test_a_finding_is_told_in_its_cell_and_others_in_the_first(tmp_path: Path) -> None:
    _, marks = copied(note_in(tmp_path), tmp_path / "copy.xlsx", "da")
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    told = {cell.coordinate: cell.comment.text for row in book["Forslag"] for cell in row if cell.comment}
    (total,) = [mark for mark in marks if mark.finding.rule == "GC401"]
    assert f"{total.number}. GC401" in told["F2"]
    assert total.finding.message in told["F2"]
    for mark in marks:
        assert f"{mark.number}. {mark.finding.rule} " in "\n".join(told.values())


def test_formulas_keep_their_values_and_other_parts_their_bytes(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    copied(path, tmp_path / "copy.xlsx")
    values = openpyxl.load_workbook(tmp_path / "copy.xlsx", data_only=True)
    assert (values["Forslag"]["F2"].value, values["Andet"]["B2"].value) == (621, 2)
    with ZipFile(path) as before, ZipFile(tmp_path / "copy.xlsx") as after:
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"[Content_Types].xml", "xl/worksheets/sheet1.xml"}


def test_the_reference_stands_where_excel_wants_it(tmp_path: Path) -> None:
    raw = annotated_excel_file(excel_note(), [Mark(1, NOTED)], "en")
    with ZipFile(BytesIO(raw)) as parts:
        names = [
            etree.QName(child).localname for child in etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        ]
        assert names[-1] == "legacyDrawing"
        relations = parts.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
        types = parts.read("[Content_Types].xml").decode()
    assert "/xl/drawings/grantcheck-sheet1.vml" in relations
    assert 'Extension="vml"' in types


def test_findings_of_one_cell_share_a_comment_and_each_sheet_has_its_own() -> None:
    first, second = SheetLocation(sheet="Forslag", cell="B2"), SheetLocation(sheet="Andet", cell="B2")
    marks = [Mark(1, ABOVE, (first,)), Mark(2, NOTED, (first,)), Mark(3, NOTED, (second,))]
    book = openpyxl.load_workbook(BytesIO(annotated_excel_file(excel_note(), marks, "en")))
    shared = book["Forslag"]["B2"].comment.text
    assert shared.startswith("1. GC202 error")
    assert "2. GC101 note" in shared
    assert book["Andet"]["B2"].comment.text.startswith("3. GC101")


def test_a_sheet_with_comments_of_its_own_is_refused() -> None:
    once = annotated_excel_file(excel_note(), [Mark(1, NOTED)], "en")
    with pytest.raises(CannotAnnotate, match="The sheet 'Forslag' has comments of its own"):
        annotated_excel_file(once, [Mark(1, NOTED)], "en")


def test_two_copies_are_the_same_bytes() -> None:
    one, two = (annotated_excel_file(excel_note(), [Mark(1, NOTED)], "en") for _ in range(2))
    assert one == two
